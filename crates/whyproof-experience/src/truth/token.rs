//! A text as words, numbers and signs.

use std::ops::Range;

/// A word, a number in digits, or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token<'t> {
    /// As it stands.
    pub(crate) text: &'t str,
    /// In small letters.
    pub(crate) lower: String,
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
    /// Of a number: its value, and how many digits are behind its point.
    pub(crate) number: Option<(f64, u32)>,
    /// Of a number: letters that follow its digits directly.
    pub(crate) suffix: &'t str,
}

impl Token<'_> {
    /// Whether it is a word.
    pub(crate) fn is_word(&self) -> bool {
        self.number.is_none() && self.text.starts_with(char::is_alphabetic)
    }

    /// Whether a sentence or a part of one ends at it.
    pub(crate) fn is_stop(&self) -> bool {
        matches!(
            self.text,
            "." | "," | ";" | ":" | "!" | "?" | "(" | ")" | "–" | "—"
        )
    }
}

/// Letters that may follow digits directly and leave them a number; with others it is a name, as in `3D`.
const SUFFIXES: [&str; 38] = [
    "k", "K", "m", "M", "mn", "b", "B", "bn", "x", "X", "st", "nd", "rd", "th", "pp", "s", "sec",
    "min", "mins", "h", "hr", "hrs", "ms", "km", "kg", "g", "kb", "KB", "mb", "MB", "gb", "GB",
    "tb", "TB", "yr", "yrs", "kB", "t",
];

/// The tokens of a text, in order. Digits inside a name, as in `B2B`, are part of the name.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if c.is_ascii_digit() {
            digits(text, at, &mut found)
        } else if c.is_alphanumeric() {
            let end = run(text, at, |c| {
                c.is_alphanumeric() || matches!(c, '\'' | '’' | '_')
            });
            found.push(plain(text, at..end));
            end
        } else {
            let end = at + c.len_utf8();
            found.push(plain(text, at..end));
            end
        };
        at = end;
    }
    found
}

/// Takes a number at `at`; where it ends.
fn digits<'t>(text: &'t str, at: usize, found: &mut Vec<Token<'t>>) -> usize {
    let mut end = run(text, at, |c| c.is_ascii_digit());
    let mut body = text[at..end].to_owned();
    // Thousands are grouped by commas, apostrophes or narrow spaces.
    while let Some(mark) = text[end..].chars().next()
        && matches!(mark, ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')
    {
        let from = end + mark.len_utf8();
        let to = run(text, from, |c| c.is_ascii_digit());
        if to - from != 3 || body.len() > 15 {
            break;
        }
        body.push_str(&text[from..to]);
        end = to;
    }
    let mut decimals = 0;
    if text[end..].starts_with('.') {
        let to = run(text, end + 1, |c| c.is_ascii_digit());
        if to > end + 1 {
            body.push_str(&text[end..to]);
            decimals = u32::try_from(to - end - 1).unwrap_or(u32::MAX);
            end = to;
        }
    }
    let letters = run(text, end, char::is_alphanumeric);
    let suffix = &text[end..letters];
    let mut token = plain(text, at..letters);
    if suffix.is_empty() || SUFFIXES.contains(&suffix) {
        token.number = body.parse().ok().map(|value: f64| (value, decimals));
        token.suffix = suffix;
    }
    found.push(token);
    letters
}

fn plain(text: &str, at: Range<usize>) -> Token<'_> {
    Token {
        text: &text[at.clone()],
        lower: text[at.clone()].to_lowercase().replace('’', "'"),
        at,
        number: None,
        suffix: "",
    }
}

/// Where the characters from `at` on that are `of` a kind end.
fn run(text: &str, at: usize, of: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !of(c)).unwrap_or(rest.len())
}
