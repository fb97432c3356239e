//! A text's words with all that phrases ask of them. What a word is, is worked out once for each reader.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation as _;

use super::lexicon::Lexicon;
use super::numbers;

/// Kinds of words, a bit each; from [`SETS`] on, the sets of the lexicon.
pub(super) mod kind {
    pub(crate) const NUMBER: u32 = 1;
    pub(crate) const THOUSANDS: u32 = 1 << 1;
    pub(crate) const MILLIONS: u32 = 1 << 2;
    pub(crate) const MONEY: u32 = 1 << 3;
    pub(crate) const PERCENT: u32 = 1 << 4;
    /// Articles and possessives, which stand anywhere in a phrase.
    pub(crate) const SMALL: u32 = 1 << 5;
    /// Words that take back what follows them.
    pub(crate) const NOT: u32 = 1 << 6;
    pub(crate) const SETS: u32 = 7;
}

const SMALL: [&str; 11] = [
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "percent",
];
const NOT: [&str; 22] = [
    "no", "not", "never", "without", "nobody", "none", "nor", "hardly", "cannot", "didn't",
    "don't", "doesn't", "isn't", "wasn't", "weren't", "hadn't", "hasn't", "haven't", "couldn't",
    "wouldn't", "can't", "won't",
];
const CURRENCIES: [&str; 8] = [
    "pound", "pounds", "dollars", "dollar", "euros", "euro", "usd", "gbp",
];

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Which word it is, for its reader.
    pub(super) word: u32,
    /// Its kinds.
    pub(super) kinds: u32,
    /// Which sentence it stands in.
    pub(super) sentence: u32,
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
}

/// What is known of a word.
#[derive(Debug)]
pub(super) struct Word {
    /// Its stem, as the reader numbers it.
    pub(super) stem: u32,
    /// The stem, as phrases number it.
    pub(super) by_stem: Option<u32>,
    /// The word itself, as phrases number it.
    pub(super) by_letters: Option<u32>,
    /// Whether it says nothing of what was done or asked for.
    pub(super) is_empty: bool,
    kinds: u32,
}

/// Reads texts; remembers words.
pub(super) struct Reader<'l> {
    pub(super) lexicon: &'l Lexicon,
    stemmer: Stemmer,
    known: FxHashMap<String, u32>,
    words: Vec<Word>,
    numbers: FxHashMap<String, u32>,
    stems: Vec<String>,
}

impl<'l> Reader<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Reader<'l> {
        Reader {
            lexicon,
            stemmer: Stemmer::create(Algorithm::English),
            known: FxHashMap::default(),
            words: Vec::new(),
            numbers: FxHashMap::default(),
            stems: Vec::new(),
        }
    }

    /// What is known of a word of this reader's tokens.
    pub(super) fn word(&self, token: &Token) -> &Word {
        &self.words[token.word as usize]
    }

    /// A word's stem.
    pub(super) fn stem(&self, word: &Word) -> &str {
        &self.stems[word.stem as usize]
    }

    /// The stems that were read, by their numbers.
    pub(super) fn into_stems(self) -> Vec<String> {
        self.stems
    }

    /// The words of a text, in order.
    pub(super) fn read(&mut self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut sentence = 0;
        for (start, said) in text.unicode_word_indices() {
            let end = start + said.len();
            let between = &text[tokens.last().map_or(0, |last| last.at.end)..start];
            if !tokens.is_empty() && ends_sentence(between) {
                sentence += 1;
            }
            let word = self.know(said);
            let mut kinds = self.words[word as usize].kinds;
            if kinds & kind::NUMBER != 0 {
                let before = tokens.last().filter(|_| between == " ");
                let before = before.map_or(0, |token| token.kinds);
                let is_money = between.ends_with(['$', '£', '€']) || before & kind::MONEY != 0;
                kinds |= if is_money { kind::MONEY } else { 0 };
                kinds |= if text[end..].starts_with('%') {
                    kind::PERCENT
                } else {
                    0
                };
            }
            // A *no-show* takes nothing back; *no-one* does.
            if said.eq_ignore_ascii_case("no")
                && text[end..].starts_with('-')
                && !text[end..].starts_with("-one")
            {
                kinds &= !kind::NOT;
            }
            self.settle(said, &mut tokens);
            tokens.push(Token {
                word,
                kinds,
                sentence,
                at: start..end,
            });
        }
        tokens
    }

    /// What a word says of the number right before it: percent, or pounds.
    fn settle(&self, said: &str, tokens: &mut [Token]) {
        let add = if said.eq_ignore_ascii_case("percent") || said.eq_ignore_ascii_case("per") {
            kind::PERCENT
        } else if CURRENCIES.iter().any(|one| said.eq_ignore_ascii_case(one)) {
            kind::MONEY
        } else {
            return;
        };
        if let Some(last) = tokens
            .last_mut()
            .filter(|last| last.kinds & kind::NUMBER != 0)
        {
            last.kinds |= add;
        }
    }

    fn know(&mut self, said: &str) -> u32 {
        if let Some(word) = self.known.get(said) {
            return *word;
        }
        let lower = said.to_lowercase().replace('’', "'");
        let bare = lower.split('\'').next().unwrap_or(&lower);
        let stem = self.stemmer.stem(bare).into_owned();
        let mut kinds = self.lexicon.sets_of(&stem);
        if let Some(value) = numbers::value(&lower) {
            kinds |= kind::NUMBER;
            kinds |= if value >= 1e3 { kind::THOUSANDS } else { 0 };
            kinds |= if value >= 1e6 { kind::MILLIONS } else { 0 };
        }
        kinds |= if is_small(&lower) { kind::SMALL } else { 0 };
        kinds |= if NOT.contains(&lower.as_str()) {
            kind::NOT
        } else {
            0
        };
        let next = self.stems.len() as u32;
        let number = *self.numbers.entry(stem.clone()).or_insert(next);
        if number == next {
            self.stems.push(stem.clone());
        }
        let word = Word {
            by_stem: self.lexicon.stem(&stem),
            by_letters: self.lexicon.letters(bare),
            is_empty: kinds & kind::NUMBER != 0 || self.lexicon.is_empty(&stem),
            stem: number,
            kinds,
        };
        let number = self.words.len() as u32;
        self.words.push(word);
        self.known.insert(said.to_owned(), number);
        number
    }
}

/// Whether what stands between two words ends a sentence.
fn ends_sentence(between: &str) -> bool {
    between.contains('\n')
        || between
            .find(['.', '!', '?', ';'])
            .is_some_and(|at| between[at + 1..].contains(' '))
}

/// Whether a word may stand anywhere in a phrase.
pub(super) fn is_small(lower: &str) -> bool {
    SMALL.contains(&lower)
}
