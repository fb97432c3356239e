//! What a check found.

use std::ops::Range;

use harper_core::linting::{Lint, LintKind, Suggestion};

/// One thing that the prose gets wrong, or that could be said better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where, in UTF-8 bytes of the text that was given; always on character boundaries.
    pub span: Range<usize>,
    /// What sort of mistake.
    pub kind: Kind,
    /// The name of the rule, such as `SpellCheck` or `AnA`; what [`crate::Checker::without`] takes.
    pub rule: String,
    /// One sentence for the writer; words in backquotes are quoted.
    pub message: String,
    /// What the words of `span` could be replaced with, best first; an empty string removes them.
    pub suggestions: Vec<String>,
}

/// The sort of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A word that is in no dictionary, or a slip of the fingers.
    Spelling,
    /// Agreement, word order, a wrong or a missing word.
    Grammar,
    /// Punctuation, capitals, spaces.
    Mechanics,
    /// Right, but could be said better.
    Style,
    /// The passage could not be checked; nothing is known about it.
    Unchecked,
}

impl Kind {
    /// The kind's name in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spelling => "spelling",
            Self::Grammar => "grammar",
            Self::Mechanics => "mechanics",
            Self::Style => "style",
            Self::Unchecked => "unchecked",
        }
    }

    fn of(kind: LintKind) -> Self {
        match kind {
            LintKind::Spelling | LintKind::Typo | LintKind::BoundaryError => Self::Spelling,
            LintKind::Agreement
            | LintKind::Eggcorn
            | LintKind::Grammar
            | LintKind::Malapropism
            | LintKind::Miscellaneous
            | LintKind::Nonstandard
            | LintKind::Repetition
            | LintKind::Usage
            | LintKind::WordOrder => Self::Grammar,
            LintKind::Capitalization | LintKind::Formatting | LintKind::Punctuation => {
                Self::Mechanics
            }
            LintKind::Enhancement
            | LintKind::Readability
            | LintKind::Redundancy
            | LintKind::Regionalism
            | LintKind::Style
            | LintKind::WordChoice => Self::Style,
        }
    }
}

impl Issue {
    pub(crate) fn new(rule: &str, lint: &Lint, span: Range<usize>, words: &str) -> Self {
        let suggestions = lint.suggestions.iter().map(|suggestion| match suggestion {
            Suggestion::ReplaceWith(chars) => chars.iter().collect(),
            Suggestion::InsertAfter(chars) => words.chars().chain(chars.iter().copied()).collect(),
            Suggestion::Remove => String::new(),
        });
        Self {
            span,
            kind: Kind::of(lint.lint_kind),
            rule: rule.to_owned(),
            message: lint.message.clone(),
            suggestions: suggestions.collect(),
        }
    }

    pub(crate) fn unchecked(text: &str) -> Self {
        Self {
            span: 0..text.len(),
            kind: Kind::Unchecked,
            rule: "Unchecked".to_owned(),
            message: "this passage could not be checked for spelling and grammar".to_owned(),
            suggestions: Vec::new(),
        }
    }
}
