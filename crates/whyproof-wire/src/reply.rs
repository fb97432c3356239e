//! The document that a review packet saves: what somebody asks of a case, and says of it.

use schemars::JsonSchema;
use serde::Serialize;

/// A reply to a review packet. The packet writes every key; whoever writes one by hand may leave out what is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "whyproof/reply/1")]
pub struct Reply {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/reply/1"))]
    pub schema: &'static str,
    /// The case that it is about.
    pub case: ReplyCase,
    /// Who answers.
    pub reviewer: Reviewer,
    /// The day on which it was written, as 2026-11-23.
    pub written: String,
    /// What they say of the case; null where they only ask.
    pub verdict: Option<ReplyVerdict>,
    /// What they ask, in their order; 200 at most.
    pub whys: Vec<ReplyWhy>,
}

/// How a reply names its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReplyCase {
    /// The title; null where it has none.
    pub title: Option<String>,
    /// The file's name, without folders; null where the packet was made of standard input.
    pub path: Option<String>,
    /// SHA-256 of the revision that was read, in hex.
    pub revision: String,
}

/// Who answers, as they name themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reviewer {
    /// The name; 80 characters are kept.
    pub name: String,
    /// The rung at which they answer; null where they name none.
    pub rung: Option<String>,
}

/// What a person at a rung says of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReplyVerdict {
    /// Which of the three.
    pub says: VerdictWord,
    /// Why; 20,000 characters at most.
    pub reasons: String,
}

/// The three verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum VerdictWord {
    /// It goes on to the next rung.
    Advance,
    /// It comes back changed.
    Revise,
    /// It ends here.
    Stop,
}

/// A why of a reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReplyWhy {
    /// The question; 2,000 characters at most.
    pub text: String,
    /// The block that it is put to; null for the whole case.
    pub on: Option<ReplyAnchor>,
    /// The words in that block that it is put to, as they were read; null for all of them.
    pub words: Option<String>,
}

/// A hold on a block of the revision that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReplyAnchor {
    /// The id of the statement that it states; null where it states none.
    pub id: Option<String>,
    /// Its source, exactly, or the beginning of it.
    pub quote: String,
    /// Up to 32 characters before that.
    pub before: String,
    /// Up to 32 characters after it.
    pub after: String,
    /// SHA-256 of the revision, in hex.
    pub revision: String,
}
