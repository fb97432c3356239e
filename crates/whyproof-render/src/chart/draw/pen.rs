//! What draws: shapes and words, in pixels.

use std::fmt::Write;

use super::style::Ink;
use crate::chart::measure;

/// The size of all words but the title, in pixels.
pub(crate) const SIZE: f64 = 12.0;
/// The size of the title.
pub(crate) const TITLE: f64 = 14.0;

/// Where words stand about their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A box around words: left, top, right, bottom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextBox {
    pub(crate) words: String,
    pub(crate) sides: [f64; 4],
}

/// What was drawn so far.
#[derive(Debug, Default)]
pub(crate) struct Pen {
    pub(crate) out: String,
    pub(crate) boxes: Vec<TextBox>,
}

impl Pen {
    /// A straight line.
    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink, width: f64) {
        let d = format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1));
        self.path(&d, ink, width, "");
    }

    /// A path without a filling; `dash` is empty where it goes through.
    pub(crate) fn path(&mut self, d: &str, ink: Ink, width: f64, dash: &str) {
        let (at, colour) = (ink.index(), ink.light());
        let dash = match dash {
            "" => String::new(),
            dash => format!(" stroke-dasharray=\"{dash}\""),
        };
        self.element(&format!(
            "<path class=\"l{at}\" d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"{dash} stroke-linejoin=\"round\"/>",
            px(width)
        ));
    }

    /// A filled path; `opacity` is that of the filling.
    pub(crate) fn fill(&mut self, d: &str, ink: Ink, opacity: f64) {
        let (at, colour) = (ink.index(), ink.light());
        let opacity = match opacity < 1.0 {
            true => format!(" fill-opacity=\"{}\"", px(opacity)),
            false => String::new(),
        };
        self.element(&format!(
            "<path class=\"f{at}\" d=\"{d}\" fill=\"{colour}\"{opacity}/>"
        ));
    }

    /// A filled rectangle from one corner to the other.
    pub(crate) fn rect(&mut self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (wide, high) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let d = format!(
            "M{} {}h{}v{}h{}z",
            px(x),
            px(y),
            px(wide),
            px(high),
            px(-wide)
        );
        self.fill(&d, ink, 1.0);
    }

    /// The mark of a series: no two of the six have the same shape.
    pub(crate) fn mark(&mut self, at: (f64, f64), series: usize, ink: Ink, radius: f64) {
        self.fill(&shape(at, series, radius), ink, 1.0);
    }

    /// Anything drawn elsewhere.
    pub(crate) fn element(&mut self, element: &str) {
        self.out.push_str(element);
        self.out.push('\n');
    }

    /// Words on one line; `at` is on their base line.
    pub(crate) fn text(&mut self, at: (f64, f64), words: &str, ink: Ink, anchor: Anchor) {
        self.write(at, words, ink, anchor, SIZE, false);
    }

    /// Words in the middle of `x`, but never beyond the sides of the picture.
    pub(crate) fn text_within(&mut self, at: (f64, f64), words: &str, ink: Ink, wide: f64) {
        let half = measure::width(words, SIZE) / 2.0;
        let x = at.0.min(wide - half).max(half);
        self.text((x, at.1), words, ink, Anchor::Middle);
    }

    /// A line of the title.
    pub(crate) fn title(&mut self, at: (f64, f64), words: &str) {
        self.write(at, words, Ink::Words, Anchor::Start, TITLE, true);
    }

    fn write(
        &mut self,
        at: (f64, f64),
        words: &str,
        ink: Ink,
        anchor: Anchor,
        size: f64,
        bold: bool,
    ) {
        if words.is_empty() {
            return;
        }
        let wide = match bold {
            true => measure::bold_width(words, size),
            false => measure::width(words, size),
        };
        let (left, name) = match anchor {
            Anchor::Start => (at.0, ""),
            Anchor::Middle => (at.0 - wide / 2.0, " text-anchor=\"middle\""),
            Anchor::End => (at.0 - wide, " text-anchor=\"end\""),
        };
        self.boxes.push(TextBox {
            words: words.to_owned(),
            sides: [left, at.1 - size * 0.8, left + wide, at.1 + size * 0.22],
        });
        let weight = match bold {
            true => format!(" font-size=\"{size}\" font-weight=\"600\""),
            false => String::new(),
        };
        let (class, colour) = (ink.index(), ink.light());
        let _ = writeln!(
            self.out,
            "<text class=\"f{class}\" x=\"{}\" y=\"{}\" fill=\"{colour}\"{name}{weight}>{}</text>",
            px(at.0),
            px(at.1),
            escaped(words)
        );
    }
}

fn shape((x, y): (f64, f64), series: usize, radius: f64) -> String {
    let r = radius;
    let points = |points: &[(f64, f64)]| {
        let at = |(dx, dy): &(f64, f64)| format!("{} {}", px(x + dx * r), px(y + dy * r));
        format!("M{}z", points.iter().map(at).collect::<Vec<_>>().join("L"))
    };
    match series % 6 {
        0 => format!(
            "M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 {} 0z",
            px(x - r),
            px(y),
            px(-2.0 * r),
            r = px(r),
            d = px(2.0 * r)
        ),
        1 => points(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        2 => points(&[(0.0, -1.2), (1.1, 0.85), (-1.1, 0.85)]),
        3 => points(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
        4 => points(&[(0.0, 1.2), (1.1, -0.85), (-1.1, -0.85)]),
        _ => points(&[(-1.3, -0.45), (1.3, -0.45), (1.3, 0.45), (-1.3, 0.45)]),
    }
}

/// A number of pixels, with two decimals at most.
pub(crate) fn px(value: f64) -> String {
    let rounded = format!("{value:.2}");
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" | "" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// Words as XML has them: marks of markup escaped, letters that XML forbids replaced.
pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            // What turns the direction of the letters around it would turn those of other labels, too.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}')
            }
            other => out.push(other),
        }
    }
    out
}
