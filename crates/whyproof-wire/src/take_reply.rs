//! The document that the packet of a take saves: what a mentor says of somebody's background.

use schemars::JsonSchema;
use serde::Serialize;

/// A reply to the packet of a take. The packet writes every key; whoever writes one by hand may leave out what is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "whyproof/take-reply/1")]
pub struct TakeReply {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/take-reply/1"))]
    pub schema: &'static str,
    /// The packet that it answers.
    pub about: TakeReplyAbout,
    /// Who answers.
    pub mentor: Mentor,
    /// The day on which it was written, as 2026-11-23.
    pub written: String,
    /// What they say, in the order of the packet; 500 at most.
    pub said: Vec<TakeReplySaid>,
}

/// How a reply names the packet that it answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TakeReplyAbout {
    /// How its letter was signed; null where it was not.
    pub signed: Option<String>,
    /// SHA-256 of what the packet held, in hex.
    pub packet: String,
}

/// Who answers, as they name themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mentor {
    /// The name; 80 characters are kept.
    pub name: String,
}

/// What is said of a criterion or a story; on the whole where both are null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TakeReplySaid {
    /// The bar, by its name; null where it is no criterion's.
    pub bar: Option<String>,
    /// The criterion, by its id in the bar; null where it is of none.
    pub criterion: Option<String>,
    /// The story, by its path in the workspace; null where it is of none.
    pub story: Option<String>,
    /// Below, meets or raises; null where only words are given.
    pub judged: Option<JudgedWord>,
    /// The mentor's words, 20,000 characters at most; empty where none are given.
    pub note: String,
}

/// What only people say of a background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum JudgedWord {
    /// Below the bar.
    Below,
    /// Meets it.
    Meets,
    /// Raises it.
    Raises,
}
