//! What is known of a text as a whole: which parts it has, and where it gives grounds for what it says.

use crate::english::{Shape, Token};
use crate::likeness::Content;

use super::index::Index;
use super::sentence::Sentence;

/// Two thirds of what a sentence speaks of, found in another one that gives grounds, is told there.
const TOLD: f64 = 0.66;
/// How many sentences belong to the opening of a text.
const OPENING: usize = 14;

/// What the parts of a text tell, and the words of its sentences.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    /// A part or a sentence weighs other ways.
    pub(crate) weighs_others: bool,
    /// It is said somewhere what gets worse.
    pub(crate) tells_worse: bool,
    /// The words of its sentences.
    pub(crate) index: Index,
    /// Whether each sentence gives grounds.
    grounds: Vec<bool>,
}

const OTHERS: &[&str] = &[
    "alternative",
    "alternatives",
    "rejected",
    "discarding",
    "alternatively",
    "considered",
    "instead",
    "option",
    "options",
    "rather",
];
const WORSE: &[&str] = &[
    "break",
    "breaking",
    "breaks",
    "burden",
    "compatibility",
    "complexity",
    "concern",
    "concerns",
    "confusing",
    "confusion",
    "con",
    "cons",
    "disadvantage",
    "disadvantages",
    "downside",
    "downsides",
    "drawback",
    "drawbacks",
    "harder",
    "incompatible",
    "limitation",
    "limitations",
    "overhead",
    "risk",
    "risks",
    "risky",
    "slower",
    "trade-off",
    "trade-offs",
    "tradeoff",
    "tradeoffs",
    "worse",
];
/// Words with which grounds are given.
const GROUNDS: &[&str] = &[
    "because",
    "since",
    "due",
    "example",
    "e.g",
    "instance",
    "e.g.",
    "therefore",
    "thus",
    "hence",
    "reason",
    "reasons",
    "so",
    "why",
    "measured",
    "survey",
    "reported",
];

impl Whole {
    /// Reads it from all sentences of a text.
    pub(crate) fn read(all: &[Sentence]) -> Self {
        let has = |words: &[&str]| {
            all.iter().any(|sentence| {
                let head = sentence.path.iter().any(|h| {
                    h.split(|c: char| !c.is_alphanumeric() && c != '-')
                        .any(|word| words.contains(&word))
                });
                head || sentence.tokens.iter().any(|t| t.any(words))
            })
        };
        Whole {
            weighs_others: has(OTHERS),
            tells_worse: has(WORSE),
            index: Index::of(all.iter().map(|sentence| sentence.text.as_str())),
            grounds: all.iter().map(|one| gives_grounds(&one.tokens)).collect(),
        }
    }

    /// Whether a sentence other than the one at `at` gives grounds for, or examples of, what `words` say.
    pub(crate) fn tells(&self, at: usize, words: &str) -> bool {
        let content = Content::of(words);
        content.words().count() >= 2
            && self
                .index
                .about(&content, TOLD)
                .any(|other| other != at && self.grounds[other])
    }
}

fn gives_grounds(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|t| t.any(GROUNDS) || (t.shape == Shape::Number && t.lower.len() > 1))
}

/// Whether the sentence at `at` stands where a text says what it is about.
pub(crate) fn opens(at: usize, heading: &str) -> bool {
    let about = [
        "abstract",
        "address",
        "introduction",
        "motivation",
        "overview",
        "problem",
        "proposal",
        "summary",
        "why",
    ];
    at < OPENING || about.iter().any(|word| heading.contains(word))
}
