//! The statements of the argument, resolved.

use whyproof_argument::{Explanation, Standing};
use whyproof_syntax::{Span, TextId};

use crate::repair::{Repair, Step};

/// A statement of a [`Case`](crate::Case): its place in file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// What a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    /// A top-level statement of the case.
    Claim,
    /// What supports another.
    Reason,
    /// A challenger's attack.
    Objection,
    /// The author's attack on an objection.
    Rebuttal,
    /// A why that somebody other than the owner has asked.
    Why,
    /// The owner's answer to it.
    Answer,
}

impl StatementKind {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            StatementKind::Claim => "claim",
            StatementKind::Reason => "reason",
            StatementKind::Objection => "objection",
            StatementKind::Rebuttal => "rebuttal",
            StatementKind::Why => "why",
            StatementKind::Answer => "answer",
        }
    }
}

/// Whose statement it is.
pub use whyproof_argument::Side;

/// One statement.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its id: the author's, or made from its words.
    pub id: String,
    /// Whether the author gave the id.
    pub explicit: bool,
    /// What it is.
    pub kind: StatementKind,
    /// Whose it is.
    pub side: Side,
    /// Its words, without because, but or and before them.
    pub text: String,
    /// Where its words stand.
    pub span: Span,
    /// The block that states it.
    pub head: TextId,
    /// The blocks whose words are its own: the head first, then what elaborates it.
    pub own: Vec<TextId>,
    /// The section it stands in, by index.
    pub section: Option<u32>,
    /// What it stands under; none for a claim and for an objection to the whole case.
    pub parent: Option<StatementId>,
    /// Who says it, where that is somebody other than the owner.
    pub by: Option<String>,
    /// Its reasons: the outer ones independent, the inner ones joined by *and*.
    pub reasons: Vec<Vec<StatementId>>,
    /// What attacks it: objections, rebuttals, whys, answers.
    pub objections: Vec<StatementId>,
    /// Its evidence, by index.
    pub evidence: Vec<u32>,
    /// Its figures, by index.
    pub figures: Vec<u32>,
    /// Figures whose words the data contradict, by index.
    pub broken: Vec<u32>,
    /// Evidence whose experiment found something else, by index.
    pub contradicted: Vec<u32>,
    /// Whether it has evidence or a figure that counts.
    pub shown: bool,
    /// What it is worth.
    pub standing: Standing,
    /// How many of the author's other statements, the case counted as one, rest on it.
    pub load: u32,
    /// Why it has its standing.
    pub why: Explanation,
    /// What would make it stand.
    pub repair: Repair,
    /// The step of its repair on which most rests.
    pub weakest: Option<Step>,
}
