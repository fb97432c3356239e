//! An answer under a why that stands in the case.

use whyproof_case::{Case, Host, Target, Why, WhyState};
use whyproof_syntax::{NodeKind, Span};

use super::{Entry, Part, are_added, framed, is_same, parts, read};
use crate::drill::escape::{self, Escaping};
use crate::drill::session::Thread;
use crate::material::On;

/// How an answer stands under its why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// After a heading in *Questions*, follow-ups as deeper headings.
    Heading(u8),
    /// Nested in the item that asks.
    Item,
    /// The paragraph after the one that asks.
    Paragraph,
    /// A list after the paragraph that asks: all of it answers, whatever it begins with.
    List,
}

/// `case` with the answers of `thread` under the why of this index; none where no way of writing them reads back.
///
/// An answered suggestion is the owner's own from then on. Follow-ups of a why in *Case* stand in *Questions*, put to
/// its answer: a nested item would be a part of the answer.
pub(super) fn put(case: &Case, host: &dyn Host, thread: &Thread, index: u32) -> Option<Case> {
    let why = case.whys.get(index as usize)?;
    if why.text != thread.question.text || why.answer.is_some() {
        return None;
    }
    let first = thread.turns.first()?;
    for shape in shapes(case, why) {
        let written = match shape {
            Shape::Heading(level) => parts(thread, usize::from(level)),
            Shape::Item | Shape::Paragraph | Shape::List => vec![Part {
                level: 3,
                question: &why.text,
                answer: Some(&first.answer),
            }],
        };
        for escaping in [Escaping::Light, Escaping::Whole] {
            for own in [true, false] {
                let Some(text) = write(case, why, &written, shape, escaping, own) else {
                    continue;
                };
                let next = read(case, &text, host);
                if !reads_back(case, &next, index, &written, escaping, own) {
                    continue;
                }
                return match shape {
                    Shape::Heading(_) => Some(next),
                    _ => follow_up(next, host, thread, index),
                };
            }
        }
    }
    None
}

/// The follow-ups of a why in *Case*, put to its answer.
fn follow_up(case: Case, host: &dyn Host, thread: &Thread, index: u32) -> Option<Case> {
    let parts = parts(thread, 2).split_off(1);
    if parts.is_empty() {
        return Some(case);
    }
    let entry = Entry {
        on: On::Answer(index),
        span: Span::default(),
        parts,
    };
    entry.put(&case, host)
}

/// The ways to stand under `why`, best first.
fn shapes(case: &Case, why: &Why) -> Vec<Shape> {
    let head = case.parse.document.text(why.head);
    match head.kind {
        NodeKind::Heading(level) => vec![Shape::Heading(level)],
        _ if is_item(case, head.span) => vec![Shape::Item],
        _ => vec![Shape::Paragraph, Shape::List],
    }
}

/// What stands before a block in its line.
fn lead(case: &Case, span: Span) -> &str {
    let before = case.source().get(..span.start as usize).unwrap_or("");
    before.rsplit('\n').next().unwrap_or(before)
}

fn is_item(case: &Case, span: Span) -> bool {
    lead(case, span).contains(|c: char| !c.is_whitespace() && c != '>')
}

/// The text with the answer in it; `own` takes the barrage's name off a suggestion. None where that is not to be done.
fn write(
    case: &Case,
    why: &Why,
    written: &[Part<'_>],
    shape: Shape,
    escaping: Escaping,
    own: bool,
) -> Option<String> {
    let source = case.source();
    let head = case.parse.document.text(why.head);
    let (answer, follow_ups) = written.split_first()?;
    let answer = escape::answer(answer.answer?, escaping);
    // A task's box is no part of the indent.
    let place = lead(case, head.span).split('[').next()?;
    let within: String = place
        .chars()
        .map(|c| if matches!(c, '>' | '\t') { c } else { ' ' })
        .collect();
    let mut block = match shape {
        Shape::Heading(_) => answer,
        Shape::Item | Shape::Paragraph => behind(&answer, &within, &within),
        Shape::List => behind(&answer, &format!("{within}- "), &format!("{within}  ")),
    };
    block.push_str("\n\n");
    for part in follow_ups {
        block.push_str(&part.write(&super::About::Whole, false, escaping));
    }
    let end = case.parse.tree.span(head.node).end.max(head.span.end) as usize;
    let (before, after) = source.split_at_checked(end)?;
    let before = before.trim_end();
    let after = source.get(before.len()..).unwrap_or(after);
    let mut text = before.to_owned();
    text.push_str(&framed(before, &block, after));
    text.push_str(after);
    if own {
        let (span, with) = unnamed(case, why)?;
        text.replace_range(span.range(), with);
    }
    Some(text)
}

/// `answer` in lines behind `first` and `rest`.
fn behind(answer: &str, first: &str, rest: &str) -> String {
    let lines = answer.lines().enumerate().map(|(at, line)| match at {
        0 => format!("{first}{line}"),
        _ if line.is_empty() => rest.trim_end().to_owned(),
        _ => format!("{rest}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What is to be replaced so that a suggestion is nobody's any more, and by what.
fn unnamed(case: &Case, why: &Why) -> Option<(Span, &'static str)> {
    if why.state != WhyState::Suggested {
        return None;
    }
    let attributes = &case.parse.document.text(why.head).attributes;
    let by = attributes.pair("by")?.span;
    let source = case.source();
    let all = source.get(attributes.span.range())?;
    let around = source.get(..attributes.span.start as usize)?;
    if attributes.pairs.len() == 1 && attributes.id.is_none() {
        // In a comment the braces are not all that would go.
        let blank = around.len() - around.trim_end_matches(' ').len();
        let span = Span::new(attributes.span.start - blank as u32, attributes.span.end);
        return (all.starts_with('{') && all.ends_with('}')).then_some((span, ""));
    }
    let before = source.get(..by.start as usize)?;
    let blank = before.len() - before.trim_end_matches(' ').len();
    if blank > 0 {
        return Some((Span::new(by.start - blank as u32, by.end), ""));
    }
    let after = source.get(by.end as usize..)?;
    let blank = after.len() - after.trim_start_matches(' ').len();
    Some((Span::new(by.start, by.end + blank as u32), ""))
}

/// Whether `next` is `case` with this why answered and its follow-ups after it, and nothing else is otherwise.
fn reads_back(
    case: &Case,
    next: &Case,
    index: u32,
    written: &[Part<'_>],
    escaping: Escaping,
    own: bool,
) -> bool {
    let at = index as usize;
    let (Some(old), Some(new), Some((answer, follow_ups))) =
        (case.whys.get(at), next.whys.get(at), written.split_first())
    else {
        return false;
    };
    let mut before = case.clone();
    if let Some(why) = before.whys.get_mut(at) {
        why.answer.clone_from(&new.answer);
        if own {
            why.by = None;
        }
    }
    let answers = |why: &Why| match why.target {
        Target::Answer(of) => of == index,
        Target::Statement(id) => new.answered_by == Some(id),
        _ => false,
    };
    is_same(case, next, follow_ups.len(), 0)
        && are_added(&before, next, at + 1, follow_ups, escaping)
        && answer.is(next, new, escaping)
        && (new.at == old.at && new.answer.is_some())
        && (follow_ups.is_empty() || next.whys.get(at + 1).is_some_and(answers))
}
