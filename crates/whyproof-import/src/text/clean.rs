//! Text as it is kept: one kind of line break, no control characters, nothing that turns the text around.

use unicode_normalization::UnicodeNormalization;

/// Columns that a tab is told by: wider than any space between words.
const TAB: &str = "    ";

/// The text in lines without trailing spaces, no two empty lines in a row, ending in a line break.
pub(crate) fn clean(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            '\n' => plain.push('\n'),
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\t' => plain.push_str(TAB),
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            '\u{fb00}'..='\u{fb06}' => plain.extend(std::iter::once(c).nfkc()),
            _ if c.is_control() => {}
            _ if c.is_whitespace() => plain.push(' '),
            _ => plain.push(c),
        }
    }
    let mut out = String::with_capacity(plain.len());
    let mut empty = true;
    for line in plain.split('\n').map(str::trim_end) {
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.extend(line.nfc());
        out.push('\n');
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_steers_is_gone_and_lines_are_lines() {
        let text = "A\u{1b}[31m\r\nb\tc\u{202e}\r\r\r\u{fb01}n  \n\n\nd\u{0}";
        assert_eq!(clean(text), "A[31m\nb    c\n\nfin\n\nd\n");
    }
}
