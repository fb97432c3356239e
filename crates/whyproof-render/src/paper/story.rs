//! The interview sheet of a story: the hardest part first, numbers at hand, whys to expect.

use whyproof_case::{Case, STORY_PARTS, Why, WhyState};
use whyproof_experience::share::Share;
use whyproof_syntax::{Place, Role, TextId};

use crate::manuscript::Part;

use super::narrative::asked;
use super::writer::{Writer, plain};

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    super::head(writer);
    terms(writer);
    writer.flow(&manuscript.lead);
    for role in STORY_PARTS {
        let is_part = |part: &&Part<'_>| match part.role {
            Some(Role::Learned) => role == Role::WhatILearned,
            other => other == Some(role),
        };
        for part in manuscript.parts.iter().filter(is_part) {
            writer.heading_of(1, &part.title, part.name);
            writer.flow(&part.flow);
        }
    }
    numbers(writer);
    whys(writer);
    super::end_of_body(writer);
}

/// When it was, whose part it was, what may be shared.
fn terms(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    // What `share` names as not to leave is not shown either.
    let share = Share::of(case).shown();
    let given: Vec<(&str, &str)> = [
        ("When", case.front.get("when")),
        ("My part", case.front.get("my part")),
        ("May be shared", share.as_deref()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect();
    if given.is_empty() {
        return;
    }
    writer.raw("#facts(");
    for (name, value) in given {
        writer.raw("[#strong");
        writer.block(name);
        writer.raw("],");
        writer.block(value);
        writer.raw(",");
    }
    writer.raw(")\n");
}

/// Sentences of its *Case* that hold a number: the sheet has that section's words nowhere else.
fn numbers(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    let found = with_numbers(case);
    if found.is_empty() {
        writer.lacks.push("There is no number in it.".to_owned());
    }
    let argued = found.into_iter().filter(|(is_argued, _)| *is_argued);
    let argued: Vec<String> = argued.map(|(_, sentence)| sentence).collect();
    if argued.is_empty() {
        return;
    }
    writer.heading(1, "Numbers at hand");
    writer.raw("#list(");
    for sentence in argued {
        writer.block(&sentence);
        writer.raw(",");
    }
    writer.raw(");\n");
}

/// Sentences with a number, and whether each stands in *Case*.
fn with_numbers(case: &Case) -> Vec<(bool, String)> {
    let document = &case.parse.document;
    let mut found = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        let role = document.role_of(text);
        let is_told = matches!(
            role,
            Some(Role::Did | Role::WhyItMattered | Role::WhatHappened | Role::Case)
        );
        let is_argued = role != Some(Role::Case) || is_stated(case, TextId(index as u32));
        if !is_told || !is_argued || text.place != Place::Body {
            continue;
        }
        let words = text.words.text.trim();
        for range in whyproof_case::sentences(words) {
            let Some(sentence) = words.get(range) else {
                continue;
            };
            if sentence.bytes().any(|byte| byte.is_ascii_digit()) {
                let is_argued = role == Some(Role::Case);
                found.push((is_argued, whyproof_case::capital(sentence)));
            }
        }
    }
    found
}

/// Whether a block states or elaborates a statement of the author's.
fn is_stated(case: &Case, block: TextId) -> bool {
    let mut statements = case.statements.iter();
    statements.any(|statement| statement.own.contains(&block) && statement.by.is_none())
}

/// The whys that it has met, with their answers, then those that the caller expects.
fn whys(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    let case = manuscript.case;
    let expected = &writer.options.expected;
    if case.whys.is_empty() && expected.is_empty() {
        return;
    }
    writer.heading(1, "Questions to expect");
    let is_open = |why: &Why| matches!(why.state, WhyState::Open | WhyState::Suggested);
    for (index, why) in case
        .whys
        .iter()
        .enumerate()
        .filter(|(_, why)| !is_open(why))
    {
        writer.heading(2, &plain(manuscript, why.head));
        asked(writer, index as u32);
        for &block in &why.answer_blocks {
            writer.plain(&plain(manuscript, block));
        }
    }
    let open = case.whys.iter().filter(|why| is_open(why));
    let open = open.map(|why| match &why.by {
        Some(by) => format!("{} ({by})", plain(manuscript, why.head)),
        None => plain(manuscript, why.head),
    });
    let questions: Vec<String> = open.chain(expected.iter().cloned()).collect();
    if questions.is_empty() {
        return;
    }
    writer.raw("#asked(");
    for question in questions {
        writer.block(&question);
        writer.raw(",");
    }
    writer.raw(")\n");
}
