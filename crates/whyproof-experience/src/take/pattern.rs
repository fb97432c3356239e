//! The small language in which kinds of sentences are written down, and its reader.
//!
//! A pattern is elements with blanks between them, which match words one after the other:
//!
//! | element | matches |
//! | --- | --- |
//! | `asked` or `asked\|told` | one of these words |
//! | `~measure` | a word with the stem of it |
//! | `:people` | a word of that list in `classes.txt`, unless *not*, *never* or *without* stands before it; lists of nouns match by stems, lists of verbs by the very word, since the tense matters |
//! | `#` `#%` `#$` | an amount, a percentage, an amount of money |
//! | `..` `..3` | up to six words, up to three, within one half of a sentence |
//! | `x?` | the element, or nothing |
//!
//! All places at which a pattern may stand are followed at once, as bits of a number: no word is looked at twice.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::english::{Amount, Token};
use crate::stems::words;

/// How many words `..` may pass over.
const GAP: u32 = 6;
/// A place in a sentence is a bit.
type Places = u128;

/// Lists of words by their names, a line each: `=` before the name says that the very words are meant, not their stems.
static CLASSES: LazyLock<BTreeMap<&'static str, (bool, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("classes.txt").lines();
    let lists = lines.filter_map(|line| {
        let (name, list) = line.split_once(':')?;
        let bare = name.strip_prefix('=');
        Some((bare.unwrap_or(name), (bare.is_some(), list)))
    });
    lists.collect()
});

/// The stems of a list of nouns.
pub(super) fn class(name: &str) -> Vec<String> {
    let list = CLASSES.get(name).map_or("", |(_, list)| *list);
    words(list).into_iter().map(|word| word.stem).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Gap(u32),
    One(u16),
    Maybe(u16),
}

/// A pattern that was read.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Piece>);

/// Every element of a set of patterns, by the words that it matches.
#[derive(Debug, Default)]
pub(super) struct Elements {
    known: FxHashMap<&'static str, u16>,
    /// With whether a *not* before it counts.
    by_word: FxHashMap<&'static str, Vec<(u16, bool)>>,
    by_stem: FxHashMap<String, Vec<(u16, bool)>>,
    any: Vec<u16>,
    percent: Vec<u16>,
    money: Vec<u16>,
}

impl Elements {
    /// Reads a pattern.
    pub(super) fn pattern(&mut self, text: &'static str) -> Pattern {
        let pieces = text.split_ascii_whitespace().map(|piece| {
            if let Some(most) = piece.strip_prefix("..") {
                return Piece::Gap(most.parse().unwrap_or(GAP));
            }
            match piece.strip_suffix('?') {
                Some(piece) => Piece::Maybe(self.element(piece)),
                None => Piece::One(self.element(piece)),
            }
        });
        Pattern(pieces.collect())
    }

    fn element(&mut self, piece: &'static str) -> u16 {
        if let Some(known) = self.known.get(piece) {
            return *known;
        }
        let id = u16::try_from(self.known.len()).unwrap_or(u16::MAX);
        self.known.insert(piece, id);
        for one in piece.split('|') {
            if let Some(class) = one.strip_prefix(':') {
                self.class(id, class);
            } else if let Some(word) = one.strip_prefix('~') {
                let stem = words(word).into_iter().next().map(|word| word.stem);
                self.by_stem
                    .entry(stem.unwrap_or_default())
                    .or_default()
                    .push((id, false));
            } else {
                match one {
                    "#" => self.any.push(id),
                    "#%" => self.percent.push(id),
                    "#$" => self.money.push(id),
                    word => self.by_word.entry(word).or_default().push((id, false)),
                }
            }
        }
        id
    }

    fn class(&mut self, id: u16, class: &str) {
        let Some((bare, list)) = CLASSES.get(class) else {
            return;
        };
        for word in list.split_ascii_whitespace() {
            if *bare {
                self.by_word.entry(word).or_default().push((id, true));
                continue;
            }
            for word in words(word) {
                self.by_stem.entry(word.stem).or_default().push((id, true));
            }
        }
    }

    /// Where the elements stand in a sentence.
    pub(super) fn stand(&self, tokens: &[Token]) -> Standing {
        let mut places: Vec<Places> = vec![0; self.known.len()];
        let mut set = |id: u16, at: usize| {
            if let Some(mask) = places.get_mut(usize::from(id)) {
                *mask |= 1 << at;
            }
        };
        for (at, token) in tokens.iter().enumerate() {
            let denied = at > 0 && denies(&tokens[at - 1].lower);
            let by_word = self.by_word.get(token.lower.as_str()).into_iter().flatten();
            for (id, minds) in by_word.chain(self.by_stem.get(&token.stem).into_iter().flatten()) {
                if !(*minds && denied) {
                    set(*id, at);
                }
            }
            let ids = match token.amount {
                Amount::None => continue,
                Amount::Plain => [self.any.as_slice(), &[]],
                Amount::Percent => [self.any.as_slice(), &self.percent],
                Amount::Money => [self.any.as_slice(), &self.money],
            };
            ids.into_iter().flatten().for_each(|id| set(*id, at));
        }
        let ends = tokens.iter().enumerate().filter(|(_, token)| token.ends);
        Standing {
            places,
            ends: ends.fold(0, |ends, (at, _)| ends | 1 << (at + 1)),
            all: (1 << tokens.len()) - 1,
        }
    }
}

fn denies(word: &str) -> bool {
    matches!(
        word,
        "not" | "never" | "without" | "no" | "didn't" | "don't" | "wasn't" | "couldn't" | "nobody"
    )
}

/// A sentence as the elements of patterns see it.
#[derive(Debug)]
pub(super) struct Standing {
    places: Vec<Places>,
    /// Places that no pattern goes on at: a sentence, or half of one, begins there.
    ends: Places,
    all: Places,
}

impl Standing {
    /// Whether the pattern is in the sentence.
    pub(super) fn has(&self, pattern: &Pattern) -> bool {
        self.end(pattern).is_some()
    }

    /// The word behind the place where the pattern first ends, from 0.
    pub(super) fn end(&self, pattern: &Pattern) -> Option<u32> {
        let mut here = self.all;
        for (at, piece) in pattern.0.iter().enumerate() {
            if at > 0 {
                here &= !self.ends;
            }
            here = match *piece {
                Piece::Gap(most) => {
                    (0..most).fold(here, |here, _| here | ((here << 1) & !self.ends & self.all))
                }
                Piece::One(id) => (here & self.place(id)) << 1,
                Piece::Maybe(id) => here | ((here & self.place(id)) << 1),
            };
            if here == 0 {
                return None;
            }
        }
        Some(here.trailing_zeros())
    }

    fn place(&self, id: u16) -> Places {
        self.places.get(usize::from(id)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Elements;
    use crate::take::english::tokens;

    fn has(pattern: &'static str, sentence: &str) -> bool {
        let mut elements = Elements::default();
        let pattern = elements.pattern(pattern);
        elements.stand(&tokens(sentence)).has(&pattern)
    }

    #[test]
    fn words_gaps_and_amounts_are_matched_in_order() {
        assert!(has("asked .. # :people", "I asked each of 40 nurses"));
        assert!(!has("asked .. # :people", "40 nurses asked me"));
        assert!(has("from # ..2 to #", "It went from 19% of all to 7%."));
        assert!(!has("from # ..2 to #", "from March to May"));
        assert!(has("wrote the? guide", "I wrote guide and map"));
        assert!(has("~measure #%", "We were measuring 4% of it"));
        assert!(!has("#$", "4%"));
    }

    #[test]
    fn a_pattern_is_found_where_it_first_ends() {
        let mut elements = Elements::default();
        let pattern = elements.pattern("asked ..2 nurses");
        let standing = elements.stand(&tokens("We asked two nurses, and asked nurses again"));
        assert_eq!(standing.end(&pattern), Some(4));
    }

    #[test]
    fn a_gap_ends_with_the_sentence_and_not_denies() {
        assert!(!has("asked .. nurses", "I asked. Nobody but nurses came."));
        assert!(!has(":people", "without customers"));
        assert!(has(":people", "for customers"));
    }
}
