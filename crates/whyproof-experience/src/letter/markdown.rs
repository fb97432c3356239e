//! Words as Markdown that reads back as the same words.

/// Words that a sentence may begin with and that are no names.
const SMALL: [&str; 22] = [
    "The", "A", "An", "In", "It", "We", "My", "This", "That", "At", "On", "After", "Before",
    "When", "Our", "These", "Those", "There", "For", "From", "By", "To",
];

/// Words in one line, with all that Markdown would read as markup escaped.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for (at, word) in words.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        for (byte, c) in word.char_indices() {
            let is_mark = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '{' | '}' | '|' | '#' | '&'
            );
            // A list begins a line only.
            let begins = at == 0
                && ((byte == 0 && matches!(c, '-' | '+' | '=' | ':'))
                    || (digits > 0 && byte == digits && matches!(c, '.' | ')')));
            if is_mark && !is_address(word) || begins {
                out.push('\\');
            }
            if !c.is_control() {
                out.push(c);
            }
        }
    }
    out
}

/// An address stands as it is: an escape inside it would be part of it.
fn is_address(word: &str) -> bool {
    let plain = word
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c));
    (word.starts_with("https://") || word.starts_with("http://")) && plain
}

/// A sentence as it stands behind *because*.
pub(super) fn because(sentence: &str) -> String {
    let first = sentence.split(' ').next().unwrap_or_default();
    match SMALL.contains(&first) {
        true => first.to_lowercase() + &sentence[first.len()..],
        false => sentence.to_owned(),
    }
}

/// A value of front matter, in quotation marks.
pub(super) fn quoted(value: &str) -> String {
    let plain: String = value.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
