//! Words and names from elsewhere, without what steers.

use unicode_normalization::UnicodeNormalization;

use crate::people::is_name;

/// Longest name, in characters.
const LONGEST_NAME: usize = 80;

/// `text` on one line: its words with one space between, without control characters, marks that turn the direction
/// of what follows, and marks of the byte order.
pub fn clean_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let start = words.len();
        if start > 0 {
            words.push(' ');
        }
        let before = words.len();
        words.extend(word.chars().filter(|&c| !steers(c)));
        if words.len() == before {
            words.truncate(start);
        }
    }
    words
}

/// Somebody's name on one line, as an attribute can hold it: without quotation marks, braces and what
/// [`clean_words`] leaves out, letters that only look otherwise made plain, at most 80 characters; none where no
/// letter is left.
pub fn clean_name(text: &str) -> Option<String> {
    let plain: String = clean_words(text).nfkc().collect();
    let plain: String = clean_words(&plain)
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '"' | '“' | '”' | '„' | '{' | '}' | '\\' | '`' | '<' | '>'
            )
        })
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}'))
        .take(LONGEST_NAME)
        .collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    is_name(&name).then_some(name)
}

/// Whether a character is no word but changes how others are read.
fn steers(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// Words that Markdown reads as these words, in a heading.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 8);
    let mut before = ' ';
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        // Attributes are read from the words, so a backslash does not keep a last brace from closing a list of them;
        // a code span does.
        if c == '}' && next.is_none() {
            text.push_str("`}`");
            break;
        }
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '{' | '}' | '~' | '|' | '#' => true,
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '&' => next.is_some_and(|c| c == '#' || c.is_alphanumeric()),
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(c);
        before = c;
    }
    text
}
