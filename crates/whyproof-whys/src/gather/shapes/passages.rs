//! The passages of a case that shapes are looked for in: statements, answers, and what stands under the headings.

use serde::Deserialize;
use whyproof_case::{Statement, StatementId, StatementKind};
use whyproof_syntax::{NodeKind, Role, Span};

use super::super::reading::Reading;
use crate::material::On;

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Place {
    /// Under *Customer problem*.
    Problem,
    /// A claim of the author's.
    Claim,
    /// A reason of the author's.
    Reason,
    /// What somebody holds against it.
    Objection,
    /// What the author says to an objection.
    Rebuttal,
    /// The author's answer to a why.
    Answer,
    /// Under *Alternatives*.
    Alternative,
    /// Under *Impact*.
    Impact,
    /// Under *Decision*.
    Decision,
    /// Under *Plan*.
    Plan,
    /// Under a heading of the author's own.
    Other,
}

/// A passage, with what it stands under.
pub(super) struct Passage {
    pub(super) place: Place,
    /// Its words, block by block: of a statement, its own and what elaborates it.
    pub(super) blocks: Vec<String>,
    pub(super) span: Span,
    pub(super) on: On,
    /// How many statements rest on it.
    pub(super) load: u32,
    /// What it stands under.
    pub(super) parent: Option<StatementId>,
    /// The words of all that it stands under.
    pub(super) under: String,
    /// The words of its reasons.
    pub(super) below: String,
    /// Whether evidence stands with it, or an objection under it.
    pub(super) met: bool,
    /// Whether somebody objects to it, or to what it is a reason for.
    pub(super) contested: bool,
}

/// All of them, in the order of their places.
pub(super) fn passages(reading: &Reading<'_>) -> Vec<Passage> {
    let mut found = Vec::new();
    let statements = reading.case.statements();
    found.extend(statements.filter_map(|(id, one)| statement(reading, id, one)));
    for (index, why) in reading.case.whys.iter().enumerate() {
        let Some(answer) = why.answer.as_ref().filter(|_| why.statement.is_none()) else {
            continue;
        };
        found.push(Passage {
            on: On::Answer(index as u32),
            under: why.text.clone(),
            ..plain(Place::Answer, answer.clone(), why.answer_span)
        });
    }
    for (role, place) in [
        (Role::Problem, Place::Problem),
        (Role::Alternatives, Place::Alternative),
        (Role::Impact, Place::Impact),
        (Role::Decision, Place::Decision),
        (Role::Plan, Place::Plan),
    ] {
        let texts = reading.texts_of(role).into_iter();
        let texts = texts.filter(|text| text.kind == NodeKind::Paragraph);
        found.extend(texts.map(|text| plain(place, text.words.text.clone(), text.words.span())));
    }
    found.extend(others(reading));
    found
}

/// What stands in sections that have no role in the format: *What we propose*, *Cost*.
fn others(reading: &Reading<'_>) -> Vec<Passage> {
    let document = &reading.case.parse.document;
    let sections = document
        .sections
        .iter()
        .filter(|section| section.role.is_none());
    let texts = sections.flat_map(|section| document.texts_in(section.texts));
    let texts = texts.map(|(_, text)| text).filter(|text| {
        text.kind == NodeKind::Paragraph && text.place == whyproof_syntax::Place::Body
    });
    texts
        .map(|text| plain(Place::Other, text.words.text.clone(), text.words.span()))
        .collect()
}

/// A passage that stands under nothing.
fn plain(place: Place, block: String, span: Span) -> Passage {
    Passage {
        place,
        blocks: vec![block],
        span,
        on: On::Passage,
        load: 0,
        parent: None,
        under: String::new(),
        below: String::new(),
        met: false,
        contested: false,
    }
}

fn statement(reading: &Reading<'_>, id: StatementId, one: &Statement) -> Option<Passage> {
    let place = match one.kind {
        StatementKind::Claim => Place::Claim,
        StatementKind::Reason => Place::Reason,
        StatementKind::Objection => Place::Objection,
        StatementKind::Rebuttal => Place::Rebuttal,
        StatementKind::Answer => Place::Answer,
        StatementKind::Why => return None,
    };
    let case = reading.case;
    let document = &case.parse.document;
    let more = one.own.iter().filter(|text| **text != one.head);
    let more = more.map(|text| document.text(*text).words.text.clone());
    let blocks = std::iter::once(one.text.clone()).chain(more).collect();
    let mut under = String::new();
    let mut above = one.parent;
    while let Some(parent) = above.map(|parent| case.statement(parent)) {
        under.push_str(&parent.text);
        under.push('\n');
        above = parent.parent;
    }
    let reasons = one.reasons.iter().flatten();
    let below: Vec<&str> = reasons
        .map(|id| case.statement(*id).text.as_str())
        .collect();
    let argued = one.kind != StatementKind::Claim && !one.reasons.is_empty();
    let cited = !one.evidence.is_empty() || !one.figures.is_empty();
    let met = argued || cited || !one.objections.is_empty();
    let parent = one.parent.map(|parent| case.statement(parent));
    let contested =
        !one.objections.is_empty() || parent.is_some_and(|parent| !parent.objections.is_empty());
    // What an objection says is nothing to hold the author to.
    let own = parent.is_some_and(|parent| parent.side == whyproof_case::Side::Author);
    Some(Passage {
        place,
        contested,
        blocks,
        span: one.span,
        on: On::Statement(id),
        load: one.load,
        parent: one.parent.filter(|_| own),
        under,
        below: below.join("\n"),
        met,
    })
}
