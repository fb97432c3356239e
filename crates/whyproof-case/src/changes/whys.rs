//! Whys asked, answered, settled, reopened, dropped.

use super::both::{Both, QUOTE, named};
use super::{ChangeKind, Changed, said};
use crate::case::Case;
use crate::explain::shorten;
use crate::ids::normalised;
use crate::why::{Target, Why, WhyState};

pub(super) fn changes(both: &Both<'_>, into: &mut Vec<Changed>) {
    for at in both.whys.dropped() {
        let why = &both.old.whys[at as usize];
        into.push(Changed {
            id: Some(why.id.clone()),
            old: Some(why.state.word().to_owned()),
            old_line: Some(both.old.line(why.span)),
            ..Changed::new(ChangeKind::WhyDropped, &why.text)
        });
    }
    for at in both.whys.added() {
        let why = &both.new.whys[at as usize];
        into.push(Changed {
            id: Some(why.id.clone()),
            new: Some(why.state.word().to_owned()),
            by: why.by.clone(),
            under: Some(target(both.new, why)),
            line: Some(both.new.line(why.span)),
            ..Changed::new(ChangeKind::WhyAsked, &why.text)
        });
    }
    for (was, is) in both.whys.kept() {
        kept(
            both,
            &both.old.whys[was as usize],
            &both.new.whys[is as usize],
            into,
        );
    }
}

fn kept(both: &Both<'_>, was: &Why, is: &Why, into: &mut Vec<Changed>) {
    let changed = |kind| Changed {
        id: Some(is.id.clone()),
        old_line: Some(both.old.line(was.span)),
        line: Some(both.new.line(is.span)),
        ..Changed::new(kind, &is.text)
    };
    let quote = |answer: &Option<String>| answer.as_deref().map(|text| shorten(text, 2 * QUOTE));
    if let Some(kind) = moved(was, is).or_else(|| anew(both, was, is)) {
        into.push(Changed {
            old: Some(was.state.word().to_owned()),
            new: Some(is.state.word().to_owned()),
            by: is.settled.as_ref().map(|signature| signature.name.clone()),
            ..changed(kind)
        });
        if let Some(last) = into
            .last_mut()
            .filter(|_| matches!(kind, ChangeKind::WhyAnswered | ChangeKind::WhyAnsweredAnew))
        {
            last.old = quote(&was.answer);
            last.new = quote(&is.answer);
        }
    }
    if normalised(&was.text) != normalised(&is.text) {
        into.push(Changed {
            old: Some(was.text.clone()),
            new: Some(is.text.clone()),
            ..changed(ChangeKind::WhyReworded)
        });
    }
    if key(both, was, true) != key(both, is, false) {
        into.push(Changed {
            old: Some(target(both.old, was)),
            new: Some(target(both.new, is)),
            ..changed(ChangeKind::WhyMoved)
        });
    }
    if was.by != is.by {
        into.push(Changed {
            old: was.by.clone(),
            new: is.by.clone(),
            ..changed(ChangeKind::WhyBy)
        });
    }
}

/// What became of a question whose state moved.
fn moved(was: &Why, is: &Why) -> Option<ChangeKind> {
    use WhyState::{Answered, Settled};
    match (was.state, is.state) {
        (old, new) if old == new => None,
        (_, Settled) => Some(ChangeKind::WhySettled),
        (Settled, _) => Some(ChangeKind::WhyReopened),
        (Answered, _) if is.answer.is_none() => Some(ChangeKind::WhyUnanswered),
        _ if was.answer.is_none() && is.answer.is_some() => Some(ChangeKind::WhyAnswered),
        // A suggestion that somebody put their name to: told as who asks.
        _ => None,
    }
}

/// Another answer.
fn anew(both: &Both<'_>, was: &Why, is: &Why) -> Option<ChangeKind> {
    match (&was.answer, &is.answer) {
        (None, Some(_)) => return Some(ChangeKind::WhyAnswered),
        (Some(_), None) => return Some(ChangeKind::WhyUnanswered),
        (None, None) => return None,
        (Some(was), Some(is)) if normalised(was) == normalised(is) => return None,
        _ => {}
    }
    let old = said::blocks(both.old, &was.answer_blocks);
    let new = said::blocks(both.new, &is.answer_blocks);
    (old != new).then_some(ChangeKind::WhyAnsweredAnew)
}

/// What a why is put to, so that it can be compared.
fn key(both: &Both<'_>, why: &Why, is_old: bool) -> (char, Option<u32>, String) {
    let case = if is_old { both.old } else { both.new };
    let none = String::new();
    match &why.target {
        Target::Case => ('c', None, none),
        Target::Statement(id) if is_old => ('s', both.statements.new_of(id.0), none),
        Target::Statement(id) => ('s', Some(id.0), none),
        Target::Answer(at) if is_old => ('a', both.whys.new_of(*at), none),
        Target::Answer(at) => ('a', Some(*at), none),
        Target::Passage(span) => ('p', None, normalised(case.parse.tree.slice(*span))),
        Target::Dangling(name) => ('d', None, name.clone()),
    }
}

/// What a why is put to, in words.
fn target(case: &Case, why: &Why) -> String {
    match &why.target {
        Target::Case => "the whole case".to_owned(),
        Target::Statement(id) => format!("the {}", named(case, *id)),
        Target::Passage(span) => {
            let words = normalised_white(case.parse.tree.slice(*span));
            format!("“{}”", shorten(&words, QUOTE))
        }
        Target::Answer(at) => {
            let asked = case.whys.get(*at as usize);
            let words = asked.map_or("", |why| why.text.as_str());
            format!("the answer to “{}”", shorten(words, QUOTE))
        }
        Target::Dangling(name) => format!("“{}”, which is not in the case", shorten(name, QUOTE)),
    }
}

fn normalised_white(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
