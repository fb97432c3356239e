//! The words of a take.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_experience as experience;

/// How far a criterion is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakeLevel {
    /// A sentence tells it, and cites evidence that a reader could check.
    Shown,
    /// A sentence tells it, on the person's word.
    Claimed,
    /// No sentence that tells it was found.
    NotShown,
}

impl From<experience::Level> for TakeLevel {
    fn from(level: experience::Level) -> Self {
        match level {
            experience::Level::Shown => Self::Shown,
            experience::Level::Claimed => Self::Claimed,
            experience::Level::NotShown => Self::NotShown,
        }
    }
}

/// What only people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakeJudged {
    /// Below the bar.
    Below,
    /// Meets it.
    Meets,
    /// Raises it.
    Raises,
}

impl From<experience::Judged> for TakeJudged {
    fn from(judged: experience::Judged) -> Self {
        match judged {
            experience::Judged::Below => Self::Below,
            experience::Judged::Meets => Self::Meets,
            experience::Judged::Raises => Self::Raises,
        }
    }
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakeRemarkKind {
    /// A line that says more than its source.
    SaysMore,
    /// Something withdrawn, still written.
    Withdrawn,
    /// The same thing told twice.
    Twice,
    /// A result without a number.
    NoNumber,
    /// A buzzword without substance beside it.
    Buzzword,
    /// A line that no story tells yet.
    NoStory,
    /// A failure worth telling.
    Failure,
    /// What an import could not place.
    Unplaced,
}

impl From<experience::RemarkKind> for TakeRemarkKind {
    fn from(kind: experience::RemarkKind) -> Self {
        match kind {
            experience::RemarkKind::SaysMore => Self::SaysMore,
            experience::RemarkKind::Withdrawn => Self::Withdrawn,
            experience::RemarkKind::Twice => Self::Twice,
            experience::RemarkKind::NoNumber => Self::NoNumber,
            experience::RemarkKind::Buzzword => Self::Buzzword,
            experience::RemarkKind::NoStory => Self::NoStory,
            experience::RemarkKind::Failure => Self::Failure,
            experience::RemarkKind::Unplaced => Self::Unplaced,
        }
    }
}
