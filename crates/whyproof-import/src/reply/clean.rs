//! Words and names of strangers as words and names: one line, nothing that steers a reader's eye.

/// Whether a character has a place in words: no control, nothing that turns text around or cannot be seen.
fn is_plain(c: char) -> bool {
    // What joins letters (U+200C, U+200D) is a part of some people's words.
    !(c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        )
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}'))
        && u32::from(c) & 0xfffe != 0xfffe
}

/// `text` on one line of at most `most` characters, with one space between words.
pub(super) fn line(text: &str, most: usize) -> String {
    let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
    let plain: String = text
        .chars()
        .map(spaced)
        .filter(|&c| is_plain(c))
        .take(most.saturating_mul(4))
        .collect();
    let mut line = String::new();
    let mut length = 0;
    for word in plain.split_whitespace() {
        let wanted = word.chars().count() + usize::from(length > 0);
        if length + wanted > most {
            if length == 0 {
                line.extend(word.chars().take(most));
            }
            break;
        }
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        length += wanted;
    }
    line
}

/// `text` with its line breaks, each line as [`line`] has it, without blank ones at its ends.
pub(super) fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|one| line(one, usize::MAX)).collect();
    lines.join("\n").trim().to_owned()
}

/// A name: a line without what Markdown or an attribute's quotes would read as theirs.
pub(super) fn name(text: &str, most: usize) -> String {
    let read = |c: char| match c {
        '"' | '“' | '”' | '„' | '`' | '‘' | '´' => '’',
        '{' | '}' | '<' | '>' | '[' | ']' | '\\' | '*' | '_' | '|' | '#' | '~' | '^' | '='
        | '$' | '&' => ' ',
        other => other,
    };
    let name = line(&text.chars().map(read).collect::<String>(), most);
    name.trim_matches(|c: char| c == '’' || c == ',' || c == ';' || c.is_whitespace())
        .to_owned()
}

/// Whether `text` asks something: it has a letter or a digit once it is cleaned.
pub fn is_asked(text: &str) -> bool {
    text.chars().any(|c| is_plain(c) && c.is_alphanumeric())
}

/// What stands after the last slash of either kind.
pub(super) fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
