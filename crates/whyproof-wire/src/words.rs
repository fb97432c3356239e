//! The words of machine output, each an enumeration of its own.

use schemars::JsonSchema;
use serde::Serialize;

/// Words made from a core type of the same variants.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident from $core:path { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
        }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                use $core as Core;
                match core {
                    $(Core::$variant => $name::$variant,)*
                }
            }
        }

        impl $name {
            /// The word.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// What a case is.
    Kind from whyproof_case::Kind {
        /// What should be done.
        Idea = "idea",
        /// What was done.
        Story = "story",
        /// What is told to somebody of what was done.
        Letter = "letter",
    }
}

words! {
    /// What a statement or a case is worth.
    Standing from whyproof_case::Standing {
        /// It has support that stands, and no objection holds against it.
        Stands = "stands",
        /// Neither shown nor refuted.
        Assumed = "assumed",
        /// An objection that stands defeats it.
        Falls = "falls",
    }
}

words! {
    /// What a statement is.
    StatementKind from whyproof_case::StatementKind {
        /// A top-level statement of the case.
        Claim = "claim",
        /// What supports another.
        Reason = "reason",
        /// A challenger's attack.
        Objection = "objection",
        /// The author's attack on an objection.
        Rebuttal = "rebuttal",
        /// A why that somebody other than the owner has asked.
        Why = "why",
        /// The owner's answer to it.
        Answer = "answer",
    }
}

words! {
    /// Whose statement it is.
    Side from whyproof_case::Side {
        /// Who makes the case.
        Author = "author",
        /// Who doubts it.
        Challenger = "challenger",
    }
}

words! {
    /// Whether a question asks why, or why not.
    QuestionKind from whyproof_case::WhyKind {
        /// Why?
        Why = "why",
        /// Why not?
        WhyNot = "why not",
    }
}

words! {
    /// How far a question has come.
    QuestionState from whyproof_case::WhyState {
        /// Nobody has put their name to it.
        Suggested = "suggested",
        /// Without an answer.
        Open = "open",
        /// With an answer.
        Answered = "answered",
        /// Settled by the asker or the rung.
        Settled = "settled",
    }
}

words! {
    /// What kind of evidence it is.
    EvidenceKind from whyproof_case::EvidenceKind {
        /// What others found and published.
        Research = "research",
        /// What somebody saw or was told.
        Observation = "observation",
        /// What was counted or timed.
        Measurement = "measurement",
    }
}

words! {
    /// How a figure's text says its value.
    FigureForm from whyproof_case::Form {
        /// A number, with its unit.
        Value = "value",
        /// Words that are a condition.
        Asserted = "asserted",
        /// To be filled in.
        Open = "open",
        /// A chart.
        Chart = "chart",
    }
}

words! {
    /// How a figure stands to its data.
    FigureState from whyproof_case::FigureState {
        /// Nobody computed it.
        NotComputed = "not computed",
        /// Computed, and the text says the value.
        Live = "live",
        /// Computed, and the text says something else.
        Stale = "stale",
        /// Its words are a condition, and the data contradict it.
        Broken = "broken",
    }
}

words! {
    /// How much a finding matters.
    Severity from whyproof_syntax::Severity {
        /// The case does not say what its author means, or contradicts itself.
        Error = "error",
        /// Weakens the case.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

/// What a step of a repair is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Do {
    /// Evidence for a statement.
    Show,
    /// A rebuttal with evidence to an objection.
    Answer,
    /// Something that is missing, or that the data contradict.
    Mend,
}

impl From<whyproof_case::Step> for Do {
    fn from(step: whyproof_case::Step) -> Self {
        use whyproof_case::Step;
        match step {
            Step::Show(_) => Do::Show,
            Step::Answer(_) => Do::Answer,
            Step::Mend(_) => Do::Mend,
        }
    }
}

/// What a question is put to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OnKind {
    /// The whole case; `on` is null.
    Case,
    /// A statement; `on` is its id.
    Statement,
    /// Words that are no statement; `on` is those words.
    Passage,
    /// The answer of another question; `on` is that question's id.
    Answer,
    /// What `on` names is not in the case.
    Unknown,
}

impl From<&whyproof_case::Target> for OnKind {
    fn from(target: &whyproof_case::Target) -> Self {
        use whyproof_case::Target;
        match target {
            Target::Case => OnKind::Case,
            Target::Statement(_) => OnKind::Statement,
            Target::Passage(_) => OnKind::Passage,
            Target::Answer(_) => OnKind::Answer,
            Target::Dangling(_) => OnKind::Unknown,
        }
    }
}
