//! HTML that nothing of a case can leave its text in.

use std::fmt;

use super::link::Href;
use crate::chart::Svg;

/// HTML in which everything that is not markup of ours was escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, to be written to a file or sent.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// HTML that is being written. Markup has to stand in the program (`&'static str`); what comes from anywhere else
/// is escaped on its way in.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
}

impl Html {
    /// Nothing yet, with room for `bytes`.
    pub fn with_room(bytes: usize) -> Html {
        Html {
            out: String::with_capacity(bytes),
        }
    }

    /// Markup of the program's own.
    pub fn lit(&mut self, markup: &'static str) -> &mut Html {
        self.out.push_str(markup);
        self
    }

    /// Words, escaped.
    pub fn text(&mut self, words: &str) -> &mut Html {
        escape(words, &mut self.out);
        self
    }

    /// A whole number.
    pub fn number(&mut self, number: u64) -> &mut Html {
        self.out.push_str(&number.to_string());
        self
    }

    /// Begins an element: attributes are set on what this gives, and its tag ends with it.
    pub fn open(&mut self, name: &'static str) -> Tag<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Tag { html: self }
    }

    /// Ends an element.
    pub fn close(&mut self, name: &'static str) -> &mut Html {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self
    }

    /// An element with nothing but words in it.
    pub fn element(&mut self, name: &'static str, class: &'static str, words: &str) -> &mut Html {
        self.open(name).set("class", class);
        self.text(words).close(name)
    }

    /// HTML that is safe already.
    pub fn safe(&mut self, html: &SafeHtml) -> &mut Html {
        self.out.push_str(&html.0);
        self
    }

    /// What was written.
    pub fn finish(self) -> SafeHtml {
        SafeHtml(self.out)
    }

    /// A picture that this crate has drawn, in which all words are escaped.
    pub(super) fn picture(&mut self, svg: &Svg) -> &mut Html {
        self.out.push_str(svg.text.trim_end());
        self
    }
}

/// The first tag of an element, which ends where this does.
#[derive(Debug)]
pub struct Tag<'h> {
    html: &'h mut Html,
}

impl Tag<'_> {
    /// Sets an attribute that is neither a link nor code: `href`, `src`, `style` and what begins with `on` are left
    /// out.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        let runs = matches!(
            name,
            "href" | "src" | "srcdoc" | "srcset" | "style" | "action" | "formaction"
        ) || name.starts_with("on");
        if runs { self } else { self.write(name, value) }
    }

    /// Sets an attribute to a number.
    pub fn set_number(self, name: &'static str, value: u64) -> Self {
        self.set(name, &value.to_string())
    }

    /// Sets an attribute that has no value, as `checked`.
    pub fn flag(self, name: &'static str) -> Self {
        self.html.out.push(' ');
        self.html.out.push_str(name);
        self
    }

    /// Leads to an element of the page.
    pub fn to(self, id: &str) -> Self {
        let target = format!("#{id}");
        self.write("href", &target)
    }

    /// Leads where a link of the case may lead.
    pub(super) fn href(self, href: &Href) -> Self {
        self.write("href", href.as_str())
    }

    fn write(self, name: &'static str, value: &str) -> Self {
        let out = &mut self.html.out;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
        self
    }
}

impl Drop for Tag<'_> {
    fn drop(&mut self) {
        self.html.out.push('>');
    }
}

/// Appends `words` as text: markup is escaped, and what would turn the words around beside it, or what no page may
/// have, is shown by its number.
fn escape(words: &str, out: &mut String) {
    let mut from = 0;
    for (at, letter) in words.char_indices() {
        let entity = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\r' => " ",
            _ if is_hidden(letter) => "",
            _ => continue,
        };
        out.push_str(&words[from..at]);
        out.push_str(entity);
        if entity.is_empty() {
            out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        }
        from = at + letter.len_utf8();
    }
    out.push_str(&words[from..]);
}

/// Whether a letter steers the page instead of standing on it.
pub(super) fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        // They turn what follows around, or what stands beside it.
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || u32::from(letter) & 0xfffe == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&letter)
}
