//! A text as a YAML scalar in one line, which every reader of YAML gives back as it is.

/// `value` plain where that is safe, else in double quotes.
pub(crate) fn scalar(value: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || " ,.;()–—-'’\"“”/&%+$€£?!".contains(c);
    let word = value.to_lowercase();
    let means =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&word.as_str());
    let begins = value.starts_with(char::is_alphabetic) && !value.ends_with(char::is_whitespace);
    if begins && value.chars().all(inside) && !means {
        return value.to_owned();
    }
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            // White space of other kinds, marks of byte order and the like: some readers break lines there.
            c if c.is_control() || (c.is_whitespace() && c != ' ') || c == '\u{feff}' => {
                text.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
