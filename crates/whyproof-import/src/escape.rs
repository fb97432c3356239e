//! Plain words as Markdown that reads back as the same words.

/// Escapes `text`, which begins a line where `starts_line`. Line breaks in it are the caller's.
pub(crate) fn escape(text: &str, starts_line: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = if starts_line { '\n' } else { 'a' };
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let alone = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '{' | '}' | '|' => true,
            '_' => !(before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|c| c == '#' || c.is_alphanumeric()),
            '#' => before == '\n' || before.is_whitespace(),
            '>' | '=' | '+' | '-' | ':' => before == '\n',
            '.' | ')' => {
                before.is_ascii_digit()
                    && after.is_none_or(char::is_whitespace)
                    && text
                        .get(..at)
                        .is_some_and(|number| starts_line && is_number(number))
            }
            _ => false,
        };
        if alone {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

fn is_number(text: &str) -> bool {
    text.trim_start().bytes().all(|byte| byte.is_ascii_digit())
}

/// A fence that is longer than any in `code`.
pub(crate) fn fence(code: &str) -> String {
    let longest = code
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    "`".repeat(longest.max(2) + 1)
}
