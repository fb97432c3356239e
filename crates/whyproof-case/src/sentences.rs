//! Sentences of plain words.

use std::ops::Range;

/// Words before a full stop that end no sentence.
const SHORT: [&str; 24] = [
    "e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "al", "no", "fig",
    "figs", "sec", "approx", "inc", "ltd", "jr", "sr", "pp", "ca", "dept",
];

/// The sentences of `text`, as byte ranges without white space around them. A full stop, a question or an
/// exclamation mark ends one where white space and no small letter follow, abbreviations and initials apart.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !matches!(bytes[at], b'.' | b'?' | b'!') && !text[at..].starts_with('…') {
            at += 1;
            while at < bytes.len() && !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        }
        let stop = at;
        let rest = &text[at..];
        let closed = rest.trim_start_matches(['.', '?', '!', '…', '"', '”', '’', '\'', ')', ']']);
        at = text.len() - closed.len();
        let next = closed.trim_start();
        let breaks = next.is_empty()
            || (next.len() < closed.len() && !next.starts_with(|c: char| c.is_lowercase()));
        if breaks && (next.is_empty() || !is_short(&text[start..stop], bytes[stop])) {
            push(text, start..at, &mut found);
            start = at;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Whether what stands before a full stop is an abbreviation or an initial.
fn is_short(before: &str, mark: u8) -> bool {
    if mark != b'.' {
        return false;
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or("");
    let initial =
        word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word != "I";
    initial || SHORT.contains(&word.to_ascii_lowercase().as_str())
}

fn push(text: &str, range: Range<usize>, into: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    if start < end {
        into.push(start..end);
    }
}
