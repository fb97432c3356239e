//! What becomes a statement: the statements of *Case*, a story's two claims, counted whys and their answers.

use std::collections::BTreeMap;

use whyproof_argument::Side;
use whyproof_syntax::{Relation, Role, Span, TextId};

use super::meaning::Meaning;
use crate::case::Kind;
use crate::statement::{StatementId, StatementKind};
use crate::story::StoryPart;
use crate::why::Why;

/// Where a statement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The syntax's statement of this index.
    Raw(u32),
    /// A story's section.
    Story,
    /// The why of this index.
    Why(u32),
    /// The answer of the why of this index.
    Answer(u32),
}

/// A statement before it has an id.
pub(super) struct Entry {
    pub(super) origin: Origin,
    pub(super) kind: StatementKind,
    pub(super) side: Side,
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) head: TextId,
    /// Whether an id on its head is its own (an answer's first paragraph has its own, too).
    pub(super) owns_head: bool,
    pub(super) own: Vec<TextId>,
    pub(super) parent: Option<StatementId>,
}

/// The statements in file order, and ways to find them.
pub(super) struct Entries {
    pub(super) all: Vec<Entry>,
    raw: Vec<Option<StatementId>>,
    heads: BTreeMap<TextId, StatementId>,
    whys: BTreeMap<u32, StatementId>,
    answers: BTreeMap<u32, StatementId>,
    why_heads: BTreeMap<TextId, u32>,
}

impl Entries {
    /// The statement of the syntax's statement `index`; none for a reference.
    pub(super) fn raw(&self, index: u32) -> Option<StatementId> {
        self.raw.get(index as usize).copied().flatten()
    }

    pub(super) fn by_head(&self, head: TextId) -> Option<StatementId> {
        self.heads.get(&head).copied()
    }

    pub(super) fn why_by_head(&self, head: TextId) -> Option<u32> {
        self.why_heads.get(&head).copied()
    }

    pub(super) fn why(&self, index: u32) -> Option<StatementId> {
        self.whys.get(&index).copied()
    }

    pub(super) fn answer(&self, index: u32) -> Option<StatementId> {
        self.answers.get(&index).copied()
    }
}

pub(super) fn read(meaning: &Meaning<'_>, whys: &[Why]) -> Entries {
    let mut all = raw_entries(meaning);
    if meaning.kind == Kind::Story
        && meaning
            .parse
            .document
            .sections_of(Role::Case)
            .next()
            .is_none()
    {
        all.extend(story_claims(meaning));
    }
    for (index, why) in whys.iter().enumerate().filter(|(_, why)| why.counts) {
        all.extend(why_entries(index as u32, why));
    }
    all.sort_by_key(|entry| (entry.span.start, matches!(entry.origin, Origin::Answer(_))));
    let mut entries = Entries {
        raw: vec![None; meaning.parse.document.statements.len()],
        heads: BTreeMap::new(),
        whys: BTreeMap::new(),
        answers: BTreeMap::new(),
        why_heads: whys
            .iter()
            .enumerate()
            .map(|(index, why)| (why.head, index as u32))
            .collect(),
        all,
    };
    for (index, entry) in entries.all.iter().enumerate() {
        let id = StatementId(index as u32);
        match entry.origin {
            Origin::Raw(raw) => entries.raw[raw as usize] = Some(id),
            Origin::Why(why) => drop(entries.whys.insert(why, id)),
            Origin::Answer(why) => drop(entries.answers.insert(why, id)),
            Origin::Story => {}
        }
        if entry.owns_head {
            entries.heads.entry(entry.head).or_insert(id);
        }
    }
    set_parents(meaning, &mut entries);
    entries
}

fn raw_entries(meaning: &Meaning<'_>) -> Vec<Entry> {
    let document = &meaning.parse.document;
    let mut sides: Vec<Side> = Vec::with_capacity(document.statements.len());
    let mut entries = Vec::new();
    for (index, statement) in document.statements.iter().enumerate() {
        let side = match statement.relation {
            Relation::Claim => Side::Author,
            Relation::CaseObjection => Side::Challenger,
            Relation::Reason { of, .. } => sides[of as usize],
            Relation::Objection { to } => other(sides[to as usize]),
        };
        sides.push(side);
        if statement.reference.is_some() {
            continue;
        }
        let kind = match statement.relation {
            Relation::Claim => StatementKind::Claim,
            Relation::Reason { .. } => StatementKind::Reason,
            _ if side == Side::Author => StatementKind::Rebuttal,
            _ => StatementKind::Objection,
        };
        let head = document.text(statement.head);
        let from = statement.words_from as usize;
        entries.push(Entry {
            origin: Origin::Raw(index as u32),
            kind,
            side,
            text: head.words.text.get(from..).unwrap_or("").to_owned(),
            span: head
                .words
                .source(from.min(head.words.text.len()), head.words.text.len()),
            head: statement.head,
            owns_head: true,
            own: statement.own.clone(),
            parent: None,
        });
    }
    entries
}

fn other(side: Side) -> Side {
    match side {
        Side::Author => Side::Challenger,
        Side::Challenger => Side::Author,
    }
}

/// A story without *Case* claims what happened and why it mattered. Where it tells only one of the two, the other is
/// a claim that has no words yet.
fn story_claims(meaning: &Meaning<'_>) -> Vec<Entry> {
    let roles = [Role::WhatHappened, Role::WhyItMattered];
    let told = roles.map(|role| meaning.story.iter().find(|part| part.role == role));
    if told.iter().all(Option::is_none) {
        return Vec::new();
    }
    let claims = roles.into_iter().zip(told);
    claims
        .filter_map(|(role, part)| story_claim(meaning, role, part))
        .collect()
}

fn story_claim(meaning: &Meaning<'_>, role: Role, part: Option<&StoryPart>) -> Option<Entry> {
    let texts = &meaning.parse.document.texts;
    let (head, span) = match part {
        Some(part) => (
            texts.iter().position(|text| text.span == part.heading)?,
            part.heading,
        ),
        None => (0, texts.first()?.span),
    };
    let head = TextId(head as u32);
    let mut own = Vec::new();
    if let Some(part) = part {
        own.push(head);
        own.extend(&part.blocks);
    }
    let words = part
        .map(|part| part.text.as_str())
        .filter(|text| !text.is_empty());
    Some(Entry {
        origin: Origin::Story,
        kind: StatementKind::Claim,
        side: Side::Author,
        text: words.unwrap_or(role.title()).to_owned(),
        span,
        head,
        owns_head: part.is_some(),
        own,
        parent: None,
    })
}

fn why_entries(index: u32, why: &Why) -> impl Iterator<Item = Entry> {
    let question = Entry {
        origin: Origin::Why(index),
        kind: StatementKind::Why,
        side: Side::Challenger,
        text: why.text.clone(),
        span: why.span,
        head: why.head,
        owns_head: true,
        own: vec![why.head],
        parent: None,
    };
    let answer = why
        .answer
        .as_ref()
        .zip(why.answer_blocks.first())
        .map(|(text, head)| Entry {
            origin: Origin::Answer(index),
            kind: StatementKind::Answer,
            side: Side::Author,
            text: text.clone(),
            span: why.answer_span,
            head: *head,
            owns_head: true,
            own: why.answer_blocks.clone(),
            parent: None,
        });
    std::iter::once(question).chain(answer)
}

/// What each statement stands under, for ids and outlines; targets of whys are set with their aims.
fn set_parents(meaning: &Meaning<'_>, entries: &mut Entries) {
    let statements = &meaning.parse.document.statements;
    for index in 0..entries.all.len() {
        let parent = match entries.all[index].origin {
            Origin::Raw(raw) => {
                let mut at = raw;
                // A reference has no statement of its own: what stands under it stands under what it is put to.
                loop {
                    match statements[at as usize].relation {
                        Relation::Reason { of: to, .. } | Relation::Objection { to } => at = to,
                        _ => break None,
                    }
                    if let Some(parent) = entries.raw(at) {
                        break Some(parent);
                    }
                }
            }
            Origin::Answer(why) => entries.why(why),
            Origin::Story | Origin::Why(_) => None,
        };
        entries.all[index].parent = parent;
    }
}
