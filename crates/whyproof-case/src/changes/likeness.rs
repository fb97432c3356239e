//! How alike two wordings are, and the pairs of the most alike, within a bound of work.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::pairs::Pairs;

/// Alike enough to be the same statement under the same parent, in thousandths.
pub(super) const ALIKE: u32 = 500;
/// Alike enough to be the same statement somewhere else.
pub(super) const VERY_ALIKE: u32 = 750;
/// Alike enough where it stands between the same words.
pub(super) const IN_PLACE: u32 = 250;

/// Most words of one wording that are looked at.
const WORDS: usize = 200;
/// Most pairs of two groups that are all compared; beyond that, a few candidates for each.
const ALL: usize = 4096;
/// Neighbours on either side that are candidates.
const WINDOW: usize = 12;
/// A word in more wordings than this leads to no candidates.
const RARE: usize = 12;
/// Most candidates of one wording.
const CANDIDATES: usize = 64;
/// Words of so many letters or fewer are compared letter by letter, with their neighbours.
const LETTERS: usize = 40;

/// A wording: its words, and those cut to their stems.
#[derive(Debug, Clone, Default)]
pub(super) struct Wording {
    pub(super) words: String,
    stems: Vec<u64>,
}

impl Wording {
    /// Of normalised words.
    pub(super) fn new(words: String) -> Self {
        let tokens = words
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter(|token| !token.is_empty());
        let mut stems: Vec<u64> = tokens.take(WORDS).map(stem).collect();
        stems.sort_unstable();
        Self { words, stems }
    }

    /// Shared words over all words, from 0 to 1000. Of few and short words (`near` ones), shared letters.
    pub(super) fn likeness(&self, other: &Wording, near: bool) -> u32 {
        let total = self.stems.len() + other.stems.len();
        if total == 0 {
            return 0;
        }
        let by_words = 2000 * shared(&self.stems, &other.stems) / total;
        let few = self.stems.len().max(other.stems.len()) <= 3
            && self.words.len().max(other.words.len()) <= LETTERS;
        if near && few && by_words < ALIKE as usize {
            let by_letters = strsim::normalized_levenshtein(&self.words, &other.words);
            // Of short words some letters are alike by chance.
            return ((by_letters * 1000.0) as u32).saturating_sub(200);
        }
        by_words as u32
    }
}

/// A word without the endings that inflection brings: its first letters, hashed the same on every machine.
fn stem(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for letter in word.chars().take(6) {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}

fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                left += 1;
                right += 1;
                shared += 1;
            }
        }
    }
    shared
}

/// Two lists of wordings, old and new.
#[derive(Clone, Copy)]
pub(super) struct Wordings<'w> {
    pub(super) old: &'w [Wording],
    pub(super) new: &'w [Wording],
}

impl Wordings<'_> {
    /// Pairs what is left of two groups and is at least so alike, the most alike first; returns those pairs.
    pub(super) fn pair(
        self,
        old: &[u32],
        new: &[u32],
        least: u32,
        pairs: &mut Pairs,
    ) -> Vec<(u32, u32)> {
        let old: Vec<u32> = old
            .iter()
            .copied()
            .filter(|at| pairs.is_free_old(*at))
            .collect();
        let new: Vec<u32> = new
            .iter()
            .copied()
            .filter(|at| pairs.is_free_new(*at))
            .collect();
        let mut scored = self.scored(&old, &new, least);
        scored.sort_unstable_by_key(|(score, apart, old, new)| {
            (std::cmp::Reverse(*score), *apart, *old, *new)
        });
        let found = scored.into_iter().map(|(_, _, old, new)| (old, new));
        found.filter(|(old, new)| pairs.pair(*old, *new)).collect()
    }

    /// Likeness, how far apart they stand in their groups, and the two.
    fn scored(self, old: &[u32], new: &[u32], least: u32) -> Vec<(u32, usize, u32, u32)> {
        let mut scored = Vec::new();
        if old.is_empty() || new.is_empty() {
            return scored;
        }
        let all = old.len().saturating_mul(new.len()) <= ALL;
        let index = if all {
            FxHashMap::default()
        } else {
            self.index(new)
        };
        let everyone: Vec<usize> = if all {
            (0..new.len()).collect()
        } else {
            Vec::new()
        };
        for (at, one) in old.iter().enumerate() {
            let wording = &self.old[*one as usize];
            let here = at * new.len() / old.len();
            let near = if all {
                Vec::new()
            } else {
                candidates(wording, here, new.len(), &index)
            };
            for &there in if all { &everyone } else { &near } {
                let other = new[there];
                let apart = here.abs_diff(there);
                let score = wording.likeness(&self.new[other as usize], apart <= 2);
                if score >= least {
                    scored.push((score, apart, *one, other));
                }
            }
        }
        scored
    }

    /// Where each word stands; of a word that stands in many wordings only that it does.
    fn index(self, new: &[u32]) -> FxHashMap<u64, Vec<usize>> {
        let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, one) in new.iter().enumerate() {
            for stem in &self.new[*one as usize].stems {
                let places = index.entry(*stem).or_default();
                if places.len() <= RARE && places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        index
    }
}

/// Neighbours, and what shares a rare word.
fn candidates(
    wording: &Wording,
    here: usize,
    many: usize,
    index: &FxHashMap<u64, Vec<usize>>,
) -> Vec<usize> {
    let window = here.saturating_sub(WINDOW)..(here + WINDOW + 1).min(many);
    let mut near: Vec<usize> = window.collect();
    let most = near.len() + CANDIDATES;
    for stem in &wording.stems {
        let places = index.get(stem).map_or(&[][..], Vec::as_slice);
        if places.len() <= RARE && near.len() < most {
            near.extend(places);
        }
    }
    near.sort_unstable();
    near.dedup();
    near
}
