//! Machine output: serde types made from the core types, their JSON Schemas, and the formats of other programs.
//!
//! - [`Show`], [`Check`], [`Ask`], [`Diff`], [`Refresh`], [`Query`], [`Plan`], [`Measure`] and [`Take`] are the documents of the verbs of these names; [`json`] writes them.
//! - [`Reply`] is what a review packet saves, and `import` reads; [`TakeReply`] what the packet of a take does.
//! - [`schemas`] gives the JSON Schemas that are kept in `docs/schemas/`; [`Settings`] describes `whyproof.toml`.
//! - [`sarif()`](sarif()) and [`github`] say what the checks found in the words of code hosts.
//! - [`dot`], [`mermaid`] and [`argdown`] export the argument.
//!
//! `docs/machine-output.md` tells what may be relied on.

mod ask;
mod bar;
mod check;
mod config;
mod diff;
mod github;
mod graph;
mod measure;
mod place;
mod plan;
mod query;
mod refresh;
mod reply;
mod sarif;
mod schema;
mod show;
mod sources;
mod take;
mod take_reply;
mod words;

use std::io;

pub use ask::{Ask, AskedFile, AskedQuestion, AskedSurvival};
pub use bar::{BarFile, CriterionTable};
pub use check::{Check, CheckedFile, Edit, Finding, Fix, Related, Summary};
pub use config::{CheckSettings, Dialect, Ignore, Level, Settings};
pub use diff::{Diff, DiffChange, DiffSide, KeptStatement};
pub use github::github;
pub use graph::{argdown, dot, mermaid};
pub use measure::{
    Measure, Measured, MeasuredAuthor, MeasuredDirection, MeasuredForecast, MeasuredGuardrail,
    MeasuredIn, MeasuredNote, MeasuredNumber, MeasuredOther, MeasuredSegment, MeasuredTrouble,
    MeasuredVerdict,
};
pub use place::Place;
pub use plan::{Plan, PlannedExperiment, PlannedNumber, PlannedSimulation};
pub use query::{Provenance, Query, QueryColumn, SourceRead};
pub use refresh::{Refresh, RefreshTrouble, RefreshedFigure, RefreshedFile};
pub use reply::{Reply, ReplyAnchor, ReplyCase, ReplyVerdict, ReplyWhy, Reviewer, VerdictWord};
pub use sarif::sarif;
pub use schema::schemas;
pub use show::{
    CaseHead, Claim, Claims, Evidence, Figure, Mined, Part, Problem, Question, Repair, Show, Step,
    StoryPart, Tested,
};
pub use sources::{
    FigureSettings, FileSettings, RemoteSettings, SourceSettings, TableSettings, TypeName,
};
pub use take::{
    Take, TakeJudged, TakeLevel, TakeRemarkKind, TakeWent, TakenAsked, TakenBar, TakenCell,
    TakenChoice, TakenChosen, TakenCriterion, TakenGap, TakenJudgement, TakenMatrix, TakenPlace,
    TakenQuote, TakenReading, TakenRemark, TakenSecond, TakenStrong, TakenTitle, TakenWord,
};
pub use take_reply::{JudgedWord, Mentor, TakeReply, TakeReplyAbout, TakeReplySaid};
pub use words::{
    Do, EvidenceKind, FigureForm, FigureState, Kind, OnKind, QuestionKind, QuestionState, Severity,
    Side, Standing, StatementKind,
};

/// Writes what [`json`] gives, piece by piece: a long document is never held as a whole.
///
/// # Errors
/// Those of `to`.
pub fn write_json(document: &impl serde::Serialize, mut to: impl io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut to, document)?;
    to.write_all(b"\n")
}

/// One document in UTF-8 on one line, with a line break at its end.
///
/// # Errors
/// Those of serde; none for the types of this crate.
pub fn json(document: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string(document)?;
    text.push('\n');
    Ok(text)
}
