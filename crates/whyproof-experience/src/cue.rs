//! Cues: words and phrases that are looked for in a sentence.

use std::ops::Range;

use crate::stems::{Word, words};

/// How many words may stand between two words of a phrase: *asked customers* is in *asked three of our customers*.
const BETWEEN: usize = 3;

/// A word or a phrase, by its stems.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    /// As the bar has it.
    pub(crate) words: String,
    stems: Vec<String>,
}

impl Cue {
    pub(crate) fn new(words_: &str) -> Cue {
        Cue {
            words: words_.to_owned(),
            stems: words(words_).into_iter().map(|word| word.stem).collect(),
        }
    }

    /// Whether a sentence has it: its words in their order, at most [`BETWEEN`] others between two of them.
    pub(crate) fn is_in(&self, sentence: &[Word]) -> bool {
        self.place_in(sentence).is_some()
    }

    /// Whether it has several words.
    pub(crate) fn is_phrase(&self) -> bool {
        self.stems.len() > 1
    }

    /// Where a sentence has it, in bytes.
    pub(crate) fn place_in(&self, sentence: &[Word]) -> Option<Range<usize>> {
        let (first, rest) = self.stems.split_first()?;
        (0..sentence.len()).find_map(|start| {
            if sentence[start].stem != *first {
                return None;
            }
            let mut at = start;
            for stem in rest {
                let mut window = sentence.iter().enumerate().skip(at + 1).take(BETWEEN + 1);
                (at, _) = window.find(|(_, word)| word.stem == *stem)?;
            }
            Some(sentence[start].at.start..sentence[at].at.end)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Cue;
    use crate::stems::words;

    #[test]
    fn a_phrase_is_found_in_its_order_and_near() {
        let has = |cue: &str, sentence: &str| Cue::new(cue).is_in(&words(sentence));
        assert!(has(
            "asked customers",
            "We were asking three of our customers."
        ));
        assert!(!has("asked customers", "Customers asked me."));
        assert!(!has(
            "asked customers",
            "I asked a lot of other people and no customers."
        ));
        assert!(has("interviewed", "Interviews with 40 nurses"));
        assert!(!has("", "anything"));
    }
}
