//! Whys: questions put to the case, and their answers.

use jiff::civil::Date;
use whyproof_syntax::{Span, TextId};

use crate::people::Signature;
use crate::statement::StatementId;

/// Whether it asks why, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyKind {
    /// Why?
    Why,
    /// Why not?
    WhyNot,
}

impl WhyKind {
    /// The words used in output.
    pub fn word(self) -> &'static str {
        match self {
            WhyKind::Why => "why",
            WhyKind::WhyNot => "why not",
        }
    }

    /// The kind of a question, by its first words.
    pub fn of(text: &str) -> WhyKind {
        let lower = text.trim_start().to_lowercase();
        let not = [
            "why not",
            "why don't",
            "why don’t",
            "why isn't",
            "why isn’t",
            "why can't",
            "why can’t",
        ];
        let not = not.iter().any(|start| lower.starts_with(start));
        if not { WhyKind::WhyNot } else { WhyKind::Why }
    }
}

/// How far a why has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyState {
    /// By the barrage; nobody has put their name to it.
    Suggested,
    /// Without an answer.
    Open,
    /// With an answer.
    Answered,
    /// Settled by the asker or the rung.
    Settled,
}

impl WhyState {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            WhyState::Suggested => "suggested",
            WhyState::Open => "open",
            WhyState::Answered => "answered",
            WhyState::Settled => "settled",
        }
    }
}

/// What a why is put to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The whole case.
    Case,
    /// A statement.
    Statement(StatementId),
    /// Words that are no statement: where they stand.
    Passage(Span),
    /// The answer of the why of this index, which is no statement of the argument.
    Answer(u32),
    /// What `on` names is not in the case.
    Dangling(String),
}

/// One why.
#[derive(Debug, Clone)]
pub struct Why {
    /// Its id: the author's, or made from its words.
    pub id: String,
    /// Why, or why not.
    pub kind: WhyKind,
    /// The question.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The block that asks it.
    pub head: TextId,
    /// What it is put to.
    pub target: Target,
    /// What `on` says, as written.
    pub on: Option<String>,
    /// Who asks.
    pub by: Option<String>,
    /// At which rung.
    pub at: Option<String>,
    /// How far it has come.
    pub state: WhyState,
    /// Who settled it, where that settles it.
    pub settled: Option<Signature>,
    /// The answer's words; none where there is none.
    pub answer: Option<String>,
    /// Where the answer stands; empty where there is none.
    pub answer_span: Span,
    /// The blocks of the answer.
    pub answer_blocks: Vec<TextId>,
    /// Whether it is an objection: a named person other than the owner asks, and it is not settled.
    pub counts: bool,
    /// Whether somebody other than the owner asked it, settled or not.
    pub by_other: bool,
    /// Its statement in the argument, where it counts.
    pub statement: Option<StatementId>,
    /// Its answer's statement in the argument, where it counts and is answered.
    pub answered_by: Option<StatementId>,
    /// Whether it stands in *Case*; else in *Questions*.
    pub in_case: bool,
}

impl Why {
    /// When it was settled.
    pub fn settled_on(&self) -> Option<Date> {
        self.settled.as_ref().map(|signature| signature.date)
    }
}
