//! What draws: shapes and words, in pixels.

use crate::chart::Scheme;
use crate::chart::draw::pen::{TextBox, escaped, px};
use crate::chart::draw::style::Ink;
use crate::chart::measure::{bold_width, width};
use crate::map::boxes::{SMALL, WORDS};

/// How words look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    ink: Ink,
    size: f64,
    bold: bool,
    end: bool,
}

impl Look {
    pub(super) fn new(ink: Ink, size: f64) -> Look {
        Look {
            ink,
            size,
            bold: false,
            end: false,
        }
    }

    pub(super) fn small(ink: Ink) -> Look {
        Look::new(ink, SMALL)
    }

    pub(super) fn bold(self) -> Look {
        Look { bold: true, ..self }
    }

    /// Ending at their point.
    pub(super) fn at_end(self) -> Look {
        Look { end: true, ..self }
    }
}

/// What was drawn so far.
pub(in crate::map) struct Paint {
    pub(in crate::map) out: String,
    /// Where words stand, for tests.
    pub(in crate::map) boxes: Vec<TextBox>,
    scheme: Scheme,
}

impl Paint {
    pub(super) fn new(scheme: Scheme) -> Paint {
        Paint {
            out: String::new(),
            boxes: Vec::new(),
            scheme,
        }
    }

    /// Anything drawn elsewhere.
    pub(super) fn element(&mut self, element: &str) {
        self.out.push_str(element);
        self.out.push('\n');
    }

    /// A line; `dash` is empty where it goes through.
    pub(super) fn stroke(&mut self, d: &str, ink: Ink, wide: f64, dash: &str) {
        let (at, colour) = (ink.index(), ink.on(self.scheme));
        let dash = match dash {
            "" => " stroke-linecap=\"square\"".to_owned(),
            dash => format!(" stroke-dasharray=\"{dash}\""),
        };
        self.element(&format!(
            "<path class=\"l{at}\" d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"{dash}/>",
            px(wide)
        ));
    }

    /// A filled shape.
    pub(super) fn fill(&mut self, d: &str, ink: Ink, opacity: f64) {
        let (at, colour) = (ink.index(), ink.on(self.scheme));
        let opacity = match opacity < 1.0 {
            true => format!(" fill-opacity=\"{}\"", px(opacity)),
            false => String::new(),
        };
        self.element(&format!(
            "<path class=\"f{at}\" d=\"{d}\" fill=\"{colour}\"{opacity}/>"
        ));
    }

    /// Words on one line; `at` is on their base line.
    pub(super) fn text(&mut self, at: (f64, f64), words: &str, look: Look) {
        if words.is_empty() {
            return;
        }
        let wide = match look.bold {
            true => bold_width(words, look.size),
            false => width(words, look.size),
        };
        let left = if look.end { at.0 - wide } else { at.0 };
        self.boxes.push(TextBox {
            words: words.to_owned(),
            sides: [
                left,
                at.1 - look.size * 0.8,
                left + wide,
                at.1 + look.size * 0.22,
            ],
        });
        let mut attributes = String::new();
        if look.size != WORDS {
            attributes.push_str(&format!(" font-size=\"{}\"", look.size));
        }
        if look.bold {
            attributes.push_str(" font-weight=\"600\"");
        }
        if look.end {
            attributes.push_str(" text-anchor=\"end\"");
        }
        self.element(&format!(
            "<text class=\"f{}\" x=\"{}\" y=\"{}\" fill=\"{}\"{attributes}>{}</text>",
            look.ink.index(),
            px(at.0),
            px(at.1),
            look.ink.on(self.scheme),
            escaped(words)
        ));
    }

    /// Puts a ground under everything.
    pub(super) fn ground(&mut self, scheme: Scheme, wide: f64, high: f64) {
        let colour = match scheme {
            Scheme::Light => "#ffffff",
            Scheme::Dark => "#15191e",
        };
        let ground = format!(
            "<path d=\"M0 0h{}v{}H0z\" fill=\"{colour}\"/>\n",
            px(wide),
            px(high)
        );
        self.out.insert_str(0, &ground);
    }
}
