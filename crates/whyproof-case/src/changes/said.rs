//! The words of blocks as they are compared: what figures say is theirs, and compared apart.

use whyproof_syntax::{NodeKind, Span, TextId};

use crate::case::Case;
use crate::ids::normalised;
use crate::statement::Statement;

/// The normalised words of a block from byte `from` on, with a figure's name in the place of its text: a value that
/// moved is no other wording.
pub(super) fn block(case: &Case, id: TextId, from: usize) -> String {
    let Some(text) = case.parse.document.texts.get(id.0 as usize) else {
        return String::new();
    };
    let words = &text.words.text;
    let mut said = String::with_capacity(words.len());
    let mut at = from.min(words.len());
    for mark in &text.words.marks {
        let (start, end) = (mark.start as usize, mark.end as usize);
        let link = case.parse.tree.link(mark.node);
        let Some((target, _)) = link.filter(|_| mark.kind == NodeKind::Link && start >= at) else {
            continue;
        };
        if target.starts_with("figure:") {
            said.push_str(words.get(at..start).unwrap_or(""));
            said.push_str(target);
            at = end;
        }
    }
    said.push_str(words.get(at..).unwrap_or(""));
    normalised(&said)
}

/// The normalised words of a statement, figures as their names.
pub(super) fn statement(case: &Case, statement: &Statement) -> String {
    let head = case.parse.document.texts.get(statement.head.0 as usize);
    let from = head.and_then(|head| {
        let words = &head.words.text;
        words
            .ends_with(&statement.text)
            .then(|| words.len() - statement.text.len())
    });
    match from {
        Some(from) => block(case, statement.head, from),
        None => normalised(&statement.text),
    }
}

/// The normalised words of several blocks, figures as their names.
pub(super) fn blocks(case: &Case, ids: &[TextId]) -> Vec<String> {
    let said = ids.iter().map(|id| block(case, *id, 0));
    said.filter(|words| !words.is_empty()).collect()
}

/// Normalised words that stand at `span`, which may begin in a figure, with a figure's name in the place of its text.
pub(super) fn stretch(case: &Case, text: &str, span: Span) -> String {
    let mut said = text.to_owned();
    let from = case
        .figures
        .partition_point(|figure| figure.span.end <= span.start);
    let inside = case.figures[from..].iter();
    for figure in inside.take_while(|figure| figure.span.start < span.end) {
        said = said.replacen(&figure.text, &figure.id, 1);
    }
    normalised(&said)
}

/// How many of `old` and `new` have no like on the other side, whatever their order: the greater of the two.
pub(super) fn differing(old: Vec<String>, new: Vec<String>) -> usize {
    let (mut old, mut new) = (old, new);
    old.sort_unstable();
    new.sort_unstable();
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while let (Some(one), Some(other)) = (old.get(left), new.get(right)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                left += 1;
                right += 1;
                shared += 1;
            }
        }
    }
    old.len().max(new.len()) - shared
}
