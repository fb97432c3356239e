//! What was asked in interviews.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_experience::debrief::{Heard, Went};

/// A question that was asked in an interview. What the person noted about it stays in their file.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenAsked {
    /// The question, as the person remembers it.
    pub question: String,
    /// How the answer went, as they say.
    pub went: TakeWent,
    /// The day, where it is known.
    pub day: Option<String>,
    /// What the interviewer was there, where it is known.
    pub at: Option<String>,
    /// The interviewer's name, where it is known.
    pub by: Option<String>,
    /// The story that was told, by its path in the workspace.
    pub story: Option<String>,
}

impl From<&Heard> for TakenAsked {
    fn from(heard: &Heard) -> Self {
        Self {
            question: heard.question.clone(),
            went: heard.went.into(),
            day: heard.day.clone(),
            at: heard.at.clone(),
            by: heard.by.clone(),
            story: heard.story.clone(),
        }
    }
}

/// How an answer went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakeWent {
    /// It did not hold.
    Badly,
    /// Partly.
    Mixed,
    /// It held.
    Well,
}

impl From<Went> for TakeWent {
    fn from(went: Went) -> Self {
        match went {
            Went::Badly => Self::Badly,
            Went::Mixed => Self::Mixed,
            Went::Well => Self::Well,
        }
    }
}
