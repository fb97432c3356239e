//! The words a workspace accepts, beside the dictionary.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use harper_core::DictWordMetadata;
use harper_core::spell::{FstDictionary, MergedDictionary, MutableDictionary};

/// A workspace's own words, and the dictionary with them in it once it is needed.
pub(crate) struct Words {
    accepted: BTreeSet<String>,
    dictionary: OnceLock<Arc<MergedDictionary>>,
}

impl Words {
    /// An entry of several words accepts each of them; each also with `'s`.
    pub(crate) fn new(entries: &[String]) -> Self {
        let accepted = entries
            .iter()
            .flat_map(|entry| entry.split_whitespace())
            .map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation()))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self {
            accepted,
            dictionary: OnceLock::new(),
        }
    }

    /// The curated dictionary with these words: built once, on first use.
    pub(crate) fn dictionary(&self) -> Arc<MergedDictionary> {
        Arc::clone(self.dictionary.get_or_init(|| {
            let mut merged = MergedDictionary::new();
            merged.add_dictionary(FstDictionary::curated());
            if !self.accepted.is_empty() {
                let mut own = MutableDictionary::new();
                own.extend_words(self.accepted.iter().flat_map(|word| {
                    ["", "'s", "’s"].map(|end| {
                        let chars: Vec<char> = word.chars().chain(end.chars()).collect();
                        (chars, DictWordMetadata::default())
                    })
                }));
                merged.add_dictionary(Arc::new(own));
            }
            Arc::new(merged)
        }))
    }

    /// Whether these words of a text are one that the workspace accepts: as it is written there,
    /// or with a capital where it is written there in small letters.
    pub(crate) fn accept(&self, words: &str) -> bool {
        if self.accepted.is_empty() {
            return false;
        }
        let stem = words
            .strip_suffix("'s")
            .or_else(|| words.strip_suffix("’s"))
            .unwrap_or(words);
        [words, stem].iter().any(|word| {
            self.accepted.contains(*word) || self.accepted.contains(&word.to_lowercase())
        })
    }
}
