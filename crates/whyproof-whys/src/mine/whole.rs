//! What is known of a text as a whole: its words, and where it gives grounds for what it says.

use crate::english::{Shape, Token};
use crate::likeness::Content;

use super::index::Index;
use super::said::Said;
use super::sentence::Sentence;

/// Two thirds of what a sentence speaks of, found in another one that gives grounds, is told there.
const TOLD: f64 = 0.66;
/// How many sentences belong to the opening of a text.
const OPENING: usize = 14;

/// The words of the sentences of a text, and which of them give grounds.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    /// The words of its sentences.
    pub(crate) index: Index,
    /// How long the text is, in bytes.
    pub(crate) length: u64,
    /// All that stands in the text.
    pub(crate) said: Said,
    /// Whether each sentence gives grounds.
    grounds: Vec<bool>,
}

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
    /// Reads it from a text and all its sentences.
    pub(crate) fn read(text: &str, all: &[Sentence]) -> Self {
        Whole {
            length: text.len() as u64,
            said: Said::read(text),
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
