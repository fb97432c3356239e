//! Words as they are compared: in small letters, by their stems.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation as _;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its stem, after Porter's second stemmer for English (Snowball).
    pub(crate) stem: String,
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
}

/// The words of a text with their stems, in order. An apostrophe ends a word's stem: *nurse's* is *nurse*.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::create(Algorithm::English);
    let words = text.unicode_word_indices().map(|(at, word)| {
        let lower = word.to_lowercase().replace('’', "'");
        let bare = lower.split('\'').next().unwrap_or(&lower);
        Word {
            stem: stemmer.stem(bare).into_owned(),
            at: at..at + word.len(),
        }
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn forms_of_a_word_are_one() {
        let stems = |text| -> Vec<String> { words(text).into_iter().map(|w| w.stem).collect() };
        assert_eq!(
            stems("Interviewed nurses"),
            stems("interviewing a nurse's")
                .into_iter()
                .filter(|stem| stem != "a")
                .collect::<Vec<_>>()
        );
        assert_eq!(stems("follow-up, 40%"), ["follow", "up", "40"]);
    }
}
