//! How alike two questions are, by the words that carry them.

use std::collections::BTreeSet;

/// The words that carry a text: in small letters, without those that any sentence has, cut to their stem.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Content(BTreeSet<String>);

/// Words that any question may have.
pub(crate) const COMMON: &[&str] = &[
    "a", "about", "after", "all", "an", "and", "any", "are", "as", "at", "be", "because", "been",
    "before", "but", "by", "can", "could", "did", "do", "does", "else", "for", "from", "had",
    "happen", "happens", "has", "have", "how", "if", "in", "instead", "into", "is", "it", "its",
    "just", "know", "like", "long", "made", "make", "makes", "many", "may", "mean", "means",
    "might", "more", "most", "much", "no", "not", "of", "on", "one", "only", "or", "other",
    "others", "out", "over", "really", "say", "says", "so", "some", "such", "sure", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "true", "up",
    "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "without",
    "would", "you", "your",
];

impl Content {
    /// The content of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let words = text
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty() && COMMON.binary_search(&word.as_str()).is_err());
        Content(words.map(|word| stem(&word)).collect())
    }

    /// Its words, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether it has `word`.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Shared words over the smaller content: 0 where nothing is shared or one is empty, 1 where one holds the other.
    pub(crate) fn likeness(&self, other: &Content) -> f64 {
        let shared = self.0.intersection(&other.0).count();
        let least = self.0.len().min(other.0.len());
        if least == 0 {
            return 0.0;
        }
        shared as f64 / least as f64
    }
}

/// A word without the endings that inflection brings; crude, and the same for both sides.
pub(crate) fn stem(word: &str) -> String {
    for ending in ["ing", "ed", "es", "s", "ly"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 4
        {
            return stem.to_owned();
        }
    }
    word.to_owned()
}
