//! Whether a text with whys in it reads as the case that it was, with these whys.

use whyproof_syntax::{Document, NodeKind, Text};

use super::Entry;
use super::about::About;
use super::aim::Aim;
use super::place::Written;
use crate::case::Case;
use crate::why::{Target, Why};

/// How a text reads.
pub(super) enum Read {
    /// As it should.
    All,
    /// As it should, but whys of these indices are not put to what they ask.
    Astray(Vec<usize>),
    /// Otherwise.
    Otherwise,
}

/// Reads `next`, which is `case` with `entries` in it.
pub(super) fn read_back(case: &Case, next: &Case, written: &Written, entries: &[Entry]) -> Read {
    let is_new = |why: &&Why| written.block.contains(&(why.head_start(next)));
    let new: Vec<&Why> = next.whys.iter().filter(is_new).collect();
    let kept: Vec<&Why> = next.whys.iter().filter(|why| !is_new(why)).collect();
    let is_same = new.len() == entries.len()
        && kept.len() == case.whys.len()
        && kept
            .iter()
            .zip(&case.whys)
            .all(|(new, old)| keeps(new, old))
        && is_same_document(&case.parse.document, &next.parse.document, written, entries);
    if !is_same {
        return Read::Otherwise;
    }
    let mut astray = Vec::new();
    for (index, (why, entry)) in new.iter().zip(entries).enumerate() {
        if why.text != entry.heading()
            || why.by != entry.author
            || why.at != entry.at
            || why.answer.is_some()
            || why.settled.is_some()
        {
            return Read::Otherwise;
        }
        if !is_met(case, next, written, why, entry) {
            astray.push(index);
        }
    }
    // Whose last way is the whole case cannot go astray once more.
    if astray.is_empty() {
        Read::All
    } else if astray
        .iter()
        .any(|&index| entries[index].way + 1 >= entries[index].ways.len())
    {
        Read::Otherwise
    } else {
        Read::Astray(astray)
    }
}

impl Why {
    /// First byte of the block that asks it.
    fn head_start(&self, case: &Case) -> usize {
        case.parse.document.text(self.head).span.start as usize
    }
}

/// Whether an earlier why is what it was.
fn keeps(new: &Why, old: &Why) -> bool {
    new.text == old.text
        && new.answer == old.answer
        && new.by == old.by
        && new.on == old.on
        && new.state == old.state
        && std::mem::discriminant(&new.target) == std::mem::discriminant(&old.target)
}

/// Whether all that was there is there as it was, new ids and what was inserted apart.
fn is_same_document(old: &Document, new: &Document, written: &Written, entries: &[Entry]) -> bool {
    let inserted = |text: &&Text| written.block.contains(&(text.span.start as usize));
    let added = new.texts.iter().filter(inserted).count();
    let kept: Vec<&Text> = new.texts.iter().filter(|text| !inserted(text)).collect();
    let sections = new.sections.len() - old.sections.len().min(new.sections.len());
    let texts = kept.len() == old.texts.len()
        && kept.iter().zip(&old.texts).all(|(new_text, old_text)| {
            new_text.kind == old_text.kind
                && new_text.place == old_text.place
                && new_text.words.text == old_text.words.text
                && new.role_of(new_text) == old.role_of(old_text)
                && pairs(new_text).eq(pairs(old_text))
                && (old_text.attributes.id.is_none() || id(new_text) == id(old_text))
        });
    let headings = new.texts.iter().filter(inserted);
    texts
        && headings
            .into_iter()
            .all(|text| matches!(text.kind, NodeKind::Heading(_)))
        && added == entries.len() + sections
        && sections <= 1
        && new.footnotes.len() == old.footnotes.len()
        && new.fences.len() == old.fences.len()
        && new
            .fences
            .iter()
            .zip(&old.fences)
            .all(|(new, old)| new.code == old.code)
        && new.statements.len() == old.statements.len()
        && new
            .statements
            .iter()
            .zip(&old.statements)
            .all(|(new, old)| new.relation == old.relation && new.own.len() == old.own.len())
}

fn id(text: &Text) -> Option<&str> {
    text.attributes.id.as_ref().map(|(id, _)| id.as_str())
}

fn pairs(text: &Text) -> impl Iterator<Item = (&str, &str)> {
    let pairs = text.attributes.pairs.iter();
    pairs.map(|pair| (pair.key.as_str(), pair.value.as_str()))
}

/// Whether a new why is put to what it should be.
fn is_met(case: &Case, next: &Case, written: &Written, why: &Why, entry: &Entry) -> bool {
    if *entry.about() == About::Whole {
        return why.target == Target::Case;
    }
    let start = |case: &Case, text| case.parse.document.text(text).span.start as usize;
    // Where a byte of the old text is now.
    let moved = |at: usize| {
        let before = written
            .inserted
            .iter()
            .take_while(|(place, _)| *place <= at);
        at + before.map(|(_, len)| len).sum::<usize>()
    };
    match (entry.aimed.aim, &why.target) {
        (Aim::Statement(old), Target::Statement(new)) => {
            start(next, next.statement(*new).head) == moved(start(case, case.statement(old).head))
        }
        (Aim::Passage(block), Target::Passage(span)) => {
            let text = case.parse.document.text(block).span;
            let (from, to) = (moved(text.start as usize), moved(text.end as usize));
            (from..to.max(from + 1)).contains(&(span.start as usize))
        }
        (Aim::Answer(old), Target::Answer(new)) => asks(case, next, old, *new, moved),
        (Aim::Answer(old), Target::Statement(new)) => {
            let answered = next
                .whys
                .iter()
                .position(|why| why.answered_by == Some(*new));
            answered.is_some_and(|new| asks(case, next, old, new as u32, moved))
        }
        _ => false,
    }
}

/// Whether why `new` of `next` is why `old` of `case`.
fn asks(case: &Case, next: &Case, old: u32, new: u32, moved: impl Fn(usize) -> usize) -> bool {
    let of = |case: &Case, why: u32| case.whys.get(why as usize).map(|why| why.head_start(case));
    of(case, old).map(moved) == of(next, new)
}
