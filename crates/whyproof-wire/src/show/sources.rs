//! Questions, evidence, figures, and what was mined.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::{Case, Target, Why};

use crate::query::Provenance;
use crate::words::{EvidenceKind, FigureForm, FigureState, OnKind, QuestionKind, QuestionState};

/// One question put to the case.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Question<'c> {
    /// Its id: the author's, or made from its words.
    pub id: &'c str,
    /// Why, or why not.
    pub kind: QuestionKind,
    /// The question.
    pub text: &'c str,
    /// Its line, from 1.
    pub line: u32,
    /// What it is put to, without `#`; `on_kind` says what that names. Null for the whole case.
    pub on: Option<&'c str>,
    /// Who asks.
    pub by: Option<&'c str>,
    /// At which rung.
    pub at: Option<&'c str>,
    /// How far it has come.
    pub state: QuestionState,
    /// The answer's words.
    pub answer: Option<&'c str>,
    /// What `on` names.
    pub on_kind: OnKind,
    /// Whether it is an objection: somebody other than the owner asks, and it is not settled.
    pub counts: bool,
}

impl<'c> Question<'c> {
    pub(super) fn of(case: &'c Case, why: &'c Why) -> Self {
        let on = match &why.target {
            Target::Case => None,
            Target::Statement(id) => Some(case.statement(*id).id.as_str()),
            Target::Answer(of) => case.whys.get(*of as usize).map(|asked| asked.id.as_str()),
            Target::Passage(_) | Target::Dangling(_) => why.on.as_deref(),
        };
        Self {
            id: &why.id,
            kind: why.kind.into(),
            text: &why.text,
            line: case.line(why.span),
            on,
            by: why.by.as_deref(),
            at: why.at.as_deref(),
            state: why.state.into(),
            answer: why.answer.as_deref(),
            on_kind: (&why.target).into(),
            counts: why.counts,
        }
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Evidence<'c> {
    /// The footnote's label.
    pub id: &'c str,
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its words after the kind.
    pub text: &'c str,
    /// Its line, from 1.
    pub line: u32,
    /// How many references lead to it.
    pub used: u32,
    /// Whether a reader could follow it.
    pub counts: bool,
    /// Why it counts, or does not.
    pub reason: String,
    /// What a reader would open: a path, a URL, a DOI, an experiment.
    pub source: Option<&'c str>,
    /// The latest date that it gives: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
}

impl<'c> Evidence<'c> {
    pub(super) fn of(case: &'c Case, evidence: &'c whyproof_case::Evidence) -> Self {
        Self {
            id: &evidence.id,
            kind: evidence.kind.into(),
            text: &evidence.text,
            line: case.line(evidence.span),
            used: evidence.used,
            counts: evidence.counts(),
            reason: evidence.grounds.sentence(),
            source: evidence.source.as_deref(),
            date: evidence.date.map(|date| date.to_string()),
        }
    }
}

/// One figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Figure<'c> {
    /// `query.column` or `query.column[key]`.
    pub id: &'c str,
    /// The link's words, or the chart's title.
    pub text: &'c str,
    /// The query it comes from.
    pub query: &'c str,
    /// The column; null for a chart.
    pub column: Option<&'c str>,
    /// The row's key.
    pub key: Option<&'c str>,
    /// Its line, from 1.
    pub line: u32,
    /// The value as computed, rounded to 12 significant digits; null where it was not.
    pub value: Option<&'c str>,
    /// How its text says the value.
    pub form: FigureForm,
    /// How it stands to its data.
    pub state: FigureState,
    /// What its text would be, where it is stale; null otherwise.
    pub says: Option<&'c str>,
    /// Why it was not computed, or cannot be said; null otherwise.
    pub trouble: Option<&'c str>,
    /// Where its value comes from; null where it was not computed.
    pub provenance: Option<Provenance<'c>>,
}

impl<'c> Figure<'c> {
    pub(super) fn of(case: &'c Case, figure: &'c whyproof_case::Figure) -> Self {
        Self {
            id: &figure.id,
            text: &figure.text,
            query: &figure.query,
            column: figure.column.as_deref(),
            key: figure.key.as_deref(),
            line: case.line(figure.span),
            value: figure.value.as_deref(),
            form: figure.form.into(),
            state: figure.state.into(),
            says: figure.says.as_deref(),
            trouble: figure.trouble.as_deref(),
            provenance: match case.computed.results.get(&figure.query) {
                Some(Ok(answer)) => Some(Provenance::of(answer)),
                _ => None,
            },
        }
    }
}

/// A sentence outside *Case* that argues, or has a number without a source.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Mined {
    /// The sentence.
    pub text: String,
    /// Its line, from 1.
    pub line: u32,
    /// What it was taken by: `because`, `therefore`, …, or `number`.
    pub marker: &'static str,
}

impl Mined {
    pub(super) fn of(case: &Case, mined: whyproof_case::Mined) -> Self {
        Self {
            line: case.line(mined.span),
            text: mined.text,
            marker: mined.marker,
        }
    }
}
