//! Text as a Typst string.

use std::fmt::Write as _;

/// A Typst string literal whose value is `text`, quotes included: in it nothing is markup and nothing is code.
///
/// In markup it is written `#"…";`. The semicolon ends the expression whatever follows.
pub fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for letter in text.chars() {
        match letter {
            '\\' => literal.push_str("\\\\"),
            '"' => literal.push_str("\\\""),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            // Other controls, and what a reader of the source could not see.
            _ if letter.is_control() || is_unseen(letter) => {
                // Writing to a string cannot fail.
                let _ = write!(literal, "\\u{{{:x}}}", letter as u32);
            }
            _ => literal.push(letter),
        }
    }
    literal.push('"');
    literal
}

/// Line separators, marks of direction and other letters without a shape.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' |
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}
