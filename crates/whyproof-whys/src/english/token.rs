//! Words and marks of a sentence.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Begins with a digit or a currency sign.
    Number,
    /// Between backticks.
    Code,
    /// A mark.
    Mark,
}

/// A word or a mark.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// First byte in the sentence.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// In small letters, with plain apostrophes.
    pub(crate) lower: String,
    /// What it is made of.
    pub(crate) shape: Shape,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Token {
    /// Whether it is `word`.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of `words`.
    pub(crate) fn any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether it is a word, a number or code.
    pub(crate) fn is_wordy(&self) -> bool {
        self.shape != Shape::Mark
    }
}

/// The tokens of `text`, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let (len, shape) = one(rest, first);
        let words = &rest[..len];
        found.push(Token {
            start: at,
            end: at + len,
            lower: words.to_lowercase().replace('’', "'"),
            shape,
            capital: first.is_uppercase(),
        });
        at += len;
    }
    found
}

/// The length and the shape of the token that `rest` begins with.
fn one(rest: &str, first: char) -> (usize, Shape) {
    if first == '`'
        && let Some(close) = rest[1..].find('`')
    {
        return (close + 2, Shape::Code);
    }
    let number = first.is_ascii_digit()
        || (matches!(first, '$' | '€' | '£')
            && rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()));
    if number || first.is_alphanumeric() {
        let mut end = first.len_utf8();
        let mut chars = rest[end..].char_indices().peekable();
        let from = end;
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, c)| *c);
            let inside = next.is_some_and(char::is_alphanumeric)
                && (matches!(c, '-' | '\'' | '’' | '_' | '/')
                    || (matches!(c, '.' | ',')
                        && number
                        && next.is_some_and(|n| n.is_ascii_digit()))
                    || (c == '.' && !number && next.is_some_and(char::is_lowercase)));
            if c.is_alphanumeric() || inside || (number && c == '%') {
                end = from + at + c.len_utf8();
            } else {
                break;
            }
        }
        return (end, if number { Shape::Number } else { Shape::Word });
    }
    (first.len_utf8(), Shape::Mark)
}
