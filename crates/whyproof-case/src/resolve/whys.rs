//! Whys: who asks, what of, and whether they count.

use std::collections::BTreeMap;

use whyproof_syntax::{Diagnostic, Place, Severity, Span, TextId, WhyTarget};

use super::entries::{Entries, Origin};
use super::meaning::Meaning;
use crate::case::Named;
use crate::people::{self, Signature};
use crate::why::{Target, Why, WhyKind, WhyState};

/// Reads the whys of the text; what they are put to comes later, with the ids.
pub(super) fn read(meaning: &Meaning<'_>) -> (Vec<Why>, Vec<WhyTarget>) {
    let document = &meaning.parse.document;
    let whys = document.whys.iter().map(|why| one(meaning, why));
    (
        whys.collect(),
        document.whys.iter().map(|why| why.target).collect(),
    )
}

fn one(meaning: &Meaning<'_>, why: &whyproof_syntax::Why) -> Why {
    let document = &meaning.parse.document;
    let head = document.text(why.head);
    let attribute = |key: &str| {
        head.attributes
            .get(key)
            .filter(|v| !v.trim().is_empty())
            .map(str::to_owned)
    };
    let by = attribute("by").filter(|name| people::is_name(name));
    let by_other = by
        .as_deref()
        .is_some_and(|name| people::is_other(name, meaning.owner));
    let words: Vec<&str> = why
        .answer
        .iter()
        .map(|id| document.text(*id).words.text.as_str())
        .collect();
    let answer = Some(words.join(" ").trim().to_owned()).filter(|words| !words.is_empty());
    let answer_span = why
        .answer
        .iter()
        .map(|id| document.text(*id).span)
        .reduce(Span::cover)
        .unwrap_or_default();
    let settled = attribute("settled").and_then(|text| people::signature(&text));
    let settled = settled.filter(|by_whom| settles(by_whom, by.as_deref(), meaning.owner));
    let suggested = by.as_deref().is_some_and(people::is_barrage);
    let state = match (&settled, suggested, &answer) {
        (Some(_), ..) => WhyState::Settled,
        (None, true, _) => WhyState::Suggested,
        (None, false, Some(_)) => WhyState::Answered,
        (None, false, None) => WhyState::Open,
    };
    Why {
        id: String::new(),
        kind: WhyKind::of(&head.words.text),
        text: head.words.text.clone(),
        span: head.words.span(),
        head: why.head,
        target: Target::Case,
        on: attribute("on"),
        counts: by_other && settled.is_none(),
        by,
        at: attribute("at"),
        state,
        settled,
        answer_blocks: if answer.is_some() {
            why.answer.clone()
        } else {
            Vec::new()
        },
        answer,
        answer_span,
        by_other,
        statement: None,
        answered_by: None,
        in_case: why.in_case,
    }
}

/// A why is settled by who asked it or by somebody at the rung: not by the owner, unless the owner asked.
fn settles(signature: &Signature, by: Option<&str>, owner: Option<&str>) -> bool {
    match by {
        Some(asker) if people::same(asker, &signature.name) => true,
        _ => people::is_other(&signature.name, owner),
    }
}

/// Puts every why to what it asks about.
pub(super) fn aim(
    meaning: &mut Meaning<'_>,
    entries: &Entries,
    asked: &[WhyTarget],
    names: &BTreeMap<String, Named>,
    whys: &mut [Why],
) {
    let answers: Vec<_> = whys.iter().map(|why| why.answered_by).collect();
    let passages = Passages::new(entries);
    for (why, asked) in whys.iter_mut().zip(asked) {
        why.target = match why.on.as_deref() {
            None => by_place(meaning, entries, names, &answers, *asked),
            Some(on) => match on.strip_prefix('#') {
                Some(id) => by_id(entries, names, &answers, id),
                None => match passages.find(meaning, why.head, on) {
                    Target::Statement(id) => statement(entries, &answers, id),
                    other => other,
                },
            },
        };
        if let Target::Dangling(on) = &why.target {
            let span = meaning
                .parse
                .document
                .text(why.head)
                .attributes
                .pair("on")
                .map_or(why.span, |pair| pair.span);
            let (message, help) = if on.starts_with('#') {
                (
                    format!("Nothing in this case has the id `{on}`"),
                    "Give it to what the why asks about: `{#id}` at its end.",
                )
            } else {
                (
                    format!("The words “{on}” are not in this case"),
                    "Quote them exactly, or name an id: `on=#id`.",
                )
            };
            meaning.diagnostics.push(
                Diagnostic::new("dangling-reference", Severity::Error, span, message).help(help),
            );
        }
    }
}

fn by_place(
    meaning: &Meaning<'_>,
    entries: &Entries,
    names: &BTreeMap<String, Named>,
    answers: &[Option<crate::StatementId>],
    asked: WhyTarget,
) -> Target {
    match asked {
        WhyTarget::Case => Target::Case,
        WhyTarget::Answer(why) => answer(answers, why),
        WhyTarget::Statement(raw) => {
            if let Some(statement) = entries.raw(raw) {
                return Target::Statement(statement);
            }
            let reference = meaning
                .parse
                .document
                .statements
                .get(raw as usize)
                .and_then(|s| s.reference.as_ref());
            match reference.and_then(|reference| names.get(&reference.id)) {
                Some(Named::Statement(statement)) => Target::Statement(*statement),
                _ => Target::Case,
            }
        }
    }
}

/// A statement; of a why, what answers it: a question is put to what somebody says.
fn statement(
    entries: &Entries,
    answers: &[Option<crate::StatementId>],
    id: crate::StatementId,
) -> Target {
    match entries.all.get(id.0 as usize).map(|entry| entry.origin) {
        Some(Origin::Why(why)) => answer(answers, why),
        _ => Target::Statement(id),
    }
}

/// The answer of a why: a statement of the argument where that why counts.
fn answer(answers: &[Option<crate::StatementId>], why: u32) -> Target {
    answers
        .get(why as usize)
        .copied()
        .flatten()
        .map_or(Target::Answer(why), Target::Statement)
}

fn by_id(
    entries: &Entries,
    names: &BTreeMap<String, Named>,
    answers: &[Option<crate::StatementId>],
    id: &str,
) -> Target {
    match names.get(id) {
        Some(Named::Statement(id)) => statement(entries, answers, *id),
        Some(Named::Why(why)) => answer(answers, *why),
        Some(Named::Block(_)) => Target::Case,
        None => Target::Dangling(format!("#{id}")),
    }
}

/// Which statement each block belongs to.
struct Passages {
    owner: BTreeMap<TextId, crate::StatementId>,
}

impl Passages {
    fn new(entries: &Entries) -> Self {
        let mut owner = BTreeMap::new();
        for (index, entry) in entries.all.iter().enumerate() {
            for text in &entry.own {
                owner
                    .entry(*text)
                    .or_insert(crate::StatementId(index as u32));
            }
        }
        Self { owner }
    }

    /// The first place of the words, statements before other text; the asking block itself apart.
    fn find(&self, meaning: &Meaning<'_>, asking: TextId, on: &str) -> Target {
        let words = on.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut elsewhere = None;
        for (index, text) in meaning.parse.document.texts.iter().enumerate() {
            let id = TextId(index as u32);
            if id == asking || matches!(text.place, Place::Footnote(_)) {
                continue;
            }
            let Some(at) = text.words.text.find(&words) else {
                continue;
            };
            if let Some(statement) = self.owner.get(&id) {
                return Target::Statement(*statement);
            }
            elsewhere.get_or_insert_with(|| text.words.source(at, at + words.len()));
        }
        elsewhere.map_or_else(|| Target::Dangling(on.to_owned()), Target::Passage)
    }
}
