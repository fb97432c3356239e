//! Ids: the author's, or a hash of the statement's words.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// `w-` and the first ten hex digits of SHA-256 over `words` and what tells them apart.
fn hash(words: &str, apart: &[&str]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(words);
    for part in apart {
        hasher.update([0]);
        hasher.update(part);
    }
    let digest = hasher.finalize();
    let mut id = String::with_capacity(12);
    id.push_str("w-");
    for byte in digest.iter().take(5) {
        for digit in [byte >> 4, byte & 15] {
            id.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    id
}

/// The words as they are compared: NFC, small letters, one space between words, no stop at the end.
pub fn normalised(words: &str) -> String {
    // ASCII is in NFC as it stands.
    let lower = if words.is_ascii() {
        words.to_ascii_lowercase()
    } else {
        words.nfc().collect::<String>().to_lowercase()
    };
    let mut text = String::with_capacity(lower.len());
    for word in lower.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text.truncate(text.trim_end_matches(['.', ':', ';', ',', '!']).len());
    text
}

/// Gives out ids, no two alike.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
    repeated: BTreeMap<String, u32>,
}

impl Ids {
    /// Takes an explicit id; false where it was taken before, so that the first definition wins.
    pub(crate) fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// An id for `words` under the statement `parent`.
    pub(crate) fn make(&mut self, words: &str, parent: &str) -> String {
        let words = normalised(words);
        let plain = hash(&words, &[]);
        if self.taken.insert(plain.clone()) {
            return plain;
        }
        let under = hash(&words, &[parent]);
        if self.taken.insert(under.clone()) {
            return under;
        }
        let counter = self.repeated.entry(under).or_insert(1);
        loop {
            *counter += 1;
            let id = hash(&words, &[parent, &counter.to_string()]);
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
