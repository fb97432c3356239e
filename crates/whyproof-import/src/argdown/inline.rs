//! What stands within an element: titles, comments, data, mentions, and words as Markdown.

use crate::draft::Note;
use crate::escape;

/// Stands where a comment stood.
pub(super) const MARK: char = '\u{1}';

/// The text with comments taken out, its lines kept; each comment is noted.
pub(super) fn without_comments(text: &str, first_line: usize, notes: &mut Vec<Note>) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut line) = (text, first_line);
    let mut before = '\n';
    while let Some(c) = rest.chars().next() {
        let slashes = rest.starts_with("//") && before.is_whitespace();
        let (open, close) = if rest.starts_with("<!--") {
            (4, "-->")
        } else if rest.starts_with("/*") {
            (2, "*/")
        } else if slashes {
            (2, "\n")
        } else {
            let mut taken = c.len_utf8();
            if c == '\\' {
                taken += rest.chars().nth(1).map_or(0, char::len_utf8);
            }
            let (head, tail) = rest.split_at(taken);
            line += usize::from(c == '\n');
            out.push_str(head);
            before = c;
            rest = tail;
            continue;
        };
        let body = rest.get(open..).unwrap_or_default();
        let end = body.find(close).unwrap_or(body.len());
        let comment = body.get(..end).unwrap_or_default();
        let words = comment.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_matches(['*', ' ']);
        if !words.is_empty() {
            notes.push(Note::new(Some(line), format!("Comment: {words}")));
        }
        // A mark instead of each line, so that later lines keep their numbers and no paragraph is parted.
        out.push(MARK);
        for _ in comment.matches('\n') {
            line += 1;
            out.push('\n');
            out.push(MARK);
        }
        let after = if close == "\n" {
            end
        } else {
            end + close.len()
        };
        rest = body.get(after..).unwrap_or_default();
        before = ' ';
    }
    out
}

/// How an element names itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// `[title]`.
    Statement(String),
    /// `<title>`.
    Argument(String),
}

/// An element's name and the source of its words; for a mere reference, no words.
pub(super) fn name(source: &str) -> (Option<Name>, &str) {
    let close = match source.chars().next() {
        Some('[') => ']',
        Some('<') => '>',
        _ => return (None, source),
    };
    let Some(end) = source.find(close).filter(|&end| end > 1) else {
        return (None, source);
    };
    let title = source.get(1..end).unwrap_or_default();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = source.get(end + 1..).unwrap_or_default();
    if title.is_empty() || (close == ']' && rest.starts_with('(')) {
        return (None, source);
    }
    let name = if close == ']' {
        Name::Statement(title)
    } else {
        Name::Argument(title)
    };
    match rest.strip_prefix(':') {
        Some(words) => (Some(name), words.trim()),
        None => (Some(name), rest.trim()),
    }
}

/// Splits the `{…}` at the end of a source off.
pub(super) fn data(source: &str) -> (&str, Option<&str>) {
    let trimmed = source.trim_end();
    if !trimmed.ends_with('}') {
        return (trimmed, None);
    }
    let mut depth = 0_usize;
    for (at, byte) in trimmed.bytes().enumerate().rev() {
        match byte {
            b'}' => depth += 1,
            b'{' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            let (words, data) = trimmed.split_at(at);
            return (words.trim_end(), Some(data));
        }
    }
    (trimmed, None)
}

/// Words as Markdown: emphasis and links as they are, mentions by their title, all else escaped.
pub(super) fn markdown(source: &str) -> String {
    let joined = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(joined.len() + 8);
    let mut plain = String::new();
    let mut rest = joined.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some(link) = link(rest) {
            flush(&mut plain, &mut out);
            out.push_str(link);
            rest = rest.get(link.len()..).unwrap_or_default();
            continue;
        }
        if let Some((title, len)) = mention(rest) {
            plain.push_str(title);
            rest = rest.get(len..).unwrap_or_default();
            continue;
        }
        let mut taken = c.len_utf8();
        match (c, rest.chars().nth(1)) {
            ('\\', Some(escaped)) => {
                taken += escaped.len_utf8();
                plain.push(escaped);
            }
            ('*' | '_', _) => {
                flush(&mut plain, &mut out);
                out.push(c);
            }
            _ => plain.push(c),
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    flush(&mut plain, &mut out);
    out
}

fn flush(plain: &mut String, out: &mut String) {
    let starts = out.is_empty();
    out.push_str(&escape::escape(plain, starts));
    plain.clear();
}

/// `[text](target)` at the beginning of a text; its text has no brackets, its target no spaces.
fn link(text: &str) -> Option<&str> {
    let body = text.strip_prefix('[')?;
    let close = body.find(['[', ']', '\\', '`', '<'])?;
    let target = body.get(close..)?.strip_prefix("](")?;
    let end = target.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '\\'))?;
    if end == 0 || !target.get(end..)?.starts_with(')') {
        return None;
    }
    text.get(..1 + close + 2 + end + 1)
}

/// `@[title]` or `@<title>`: the title, and how many bytes it takes.
fn mention(text: &str) -> Option<(&str, usize)> {
    let body = text.strip_prefix('@')?;
    let close = match body.chars().next()? {
        '[' => ']',
        '<' => '>',
        _ => return None,
    };
    let end = body.find(close)?;
    Some((body.get(1..end)?, end + 2))
}
