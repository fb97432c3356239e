//! XML, written down: names from here, words escaped.

use quick_xml::escape::escape;

/// What is written so far.
#[derive(Debug, Default, Clone)]
pub(super) struct Pen {
    out: String,
}

impl Pen {
    /// A part's beginning.
    pub(super) fn part() -> Self {
        Pen {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
        }
    }

    /// An element begins.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push('>');
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    /// An element whose only attribute is `w:val`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            // A reader makes spaces of line breaks here anyway.
            let value: String = allowed(value)
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            self.out.push_str(&escape(value));
            self.out.push('"');
        }
    }

    /// An element ends.
    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Words that a reader sees: what turns the direction of what follows is left out.
    pub(super) fn words(&mut self, words: &str) {
        let words: String = allowed(words).filter(|&c| !turns(c)).collect();
        self.out.push_str(&escape(words));
    }

    /// An element with a text that is kept to the byte, as far as XML can hold it.
    pub(super) fn exact(&mut self, name: &str, text: &str) {
        self.open(name, &[("xml:space", "preserve")]);
        let text: String = allowed(text).collect();
        // Bare, it would be read as the end of a line.
        self.out.push_str(&escape(text).replace('\r', "&#13;"));
        self.close(name);
    }

    /// XML that was written here.
    pub(super) fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// What is written.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// The characters that XML 1.0 can hold.
fn allowed(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&c| {
        matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    })
}

/// Whether a character overrides or embeds a direction.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
