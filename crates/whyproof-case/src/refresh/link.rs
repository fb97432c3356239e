//! The words of a link: where they stand, and how new ones are written.

use whyproof_syntax::{NodeKind, Parse, Span};

/// Where the words of the link at `span` stand, blanks around them left out; none where they are more than one run
/// of plain words.
pub(super) fn words(parse: &Parse, span: Span) -> Option<Span> {
    let tree = &parse.tree;
    let link = tree
        .descendants(tree.root())
        .find(|&node| tree.span(node) == span && tree.kind(node) == NodeKind::Link)?;
    let mut words: Option<Span> = None;
    for node in tree.descendants(link) {
        match tree.kind(node) {
            NodeKind::Markup | NodeKind::Emphasis | NodeKind::Strong => {}
            // Escapes and entities divide a run into several leaves that touch.
            NodeKind::Text => {
                let here = tree.span(node);
                words = match words {
                    None => Some(here),
                    Some(before) if before.end == here.start => {
                        Some(Span::new(before.start, here.end))
                    }
                    // A backslash stands between them.
                    Some(before) if tree.slice(Span::new(before.end, here.start)) == "\\" => {
                        Some(Span::new(before.start, here.end))
                    }
                    Some(_) => return None,
                };
            }
            _ => return None,
        }
    }
    let words = words?;
    // A backslash before the first word belongs to it.
    let source = tree.source();
    let before = words.start.checked_sub(1).map(|at| at as usize);
    let escaped = before
        .is_some_and(|at| at > span.start as usize && source.as_bytes().get(at) == Some(&b'\\'));
    let start = words.start - u32::from(escaped);
    let text = tree.slice(Span::new(start, words.end));
    let left = (text.len() - text.trim_start().len()) as u32;
    let right = (text.len() - text.trim_end().len()) as u32;
    Some(Span::new(start + left, words.end - right))
}

/// The words as Markdown, on one line: what would be markup is escaped. A no-break space stays what it is.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        let blank = letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2009}');
        if blank {
            if !text.ends_with(' ') {
                text.push(' ');
            }
            continue;
        }
        if matches!(
            letter,
            '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&' | '~' | '|'
        ) {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
