//! The words of a sentence that carry its meaning.

use std::collections::BTreeSet;

/// Words that hold others together; negations, numbers and comparisons are not among them.
const HOLDING: [&str; 75] = [
    "a", "about", "also", "am", "an", "and", "are", "as", "at", "be", "because", "been", "but",
    "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her",
    "here", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me", "might",
    "my", "of", "on", "or", "our", "she", "should", "so", "such", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "to", "too", "us", "was", "we",
    "were", "what", "when", "which", "who", "why", "will", "with", "would", "you",
];

/// The words of `text` that carry its meaning, in small letters, endings of plurals and verbs cut off.
pub(crate) fn content(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£' | '.' | ','))
        .map(|word| word.trim_matches(|c: char| matches!(c, '.' | ',')))
        .filter(|word| !word.is_empty() && HOLDING.binary_search(word).is_err())
        .map(stem)
        .collect()
}

/// A word without `s`, `es`, `ed` or `ing` at its end, where enough is left of it.
fn stem(word: &str) -> String {
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() >= 3
            && !(ending == "s" && rest.ends_with('s'))
        {
            return rest.trim_end_matches('e').to_owned();
        }
    }
    word.trim_end_matches('e').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{HOLDING, content};

    #[test]
    fn holding_words_are_sorted_since_they_are_searched() {
        assert!(HOLDING.is_sorted());
    }

    #[test]
    fn endings_do_not_count_and_numbers_do() {
        assert_eq!(
            content("It saves 10% of the trips."),
            content("saved 10% of a trip")
        );
        assert_ne!(content("It saves 10%"), content("It saves 20%"));
        assert_ne!(content("It is safe"), content("It is not safe"));
    }
}
