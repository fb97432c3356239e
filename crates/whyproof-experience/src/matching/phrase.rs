//! Phrases: how the lexicon writes them, and where they stand in a text.
//!
//! A phrase is words compared by their stems, one right after the other, articles and possessives apart. `..` leaves room
//! for up to three other words; `=word` is this form alone; `#` is a number, `#k` thousands, `#m` millions, `%` a share,
//! `$` an amount of money, `$m` one of millions; `<name>` is a word of a set.

use super::lexicon::Lexicon;
use super::reader::{Reader, Token, kind};

/// How many words `..` leaves room for.
const ROOM: usize = 3;

/// How many elements a phrase may have.
pub(super) const LONGEST: usize = 8;

/// One element of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Element {
    /// A word by its stem, as the lexicon numbers it.
    Stem(u32),
    /// This form alone.
    Letters(u32),
    /// A word that has all these kinds.
    Kinds(u32),
}

/// Where a phrase is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// In requirements alone.
    Asked,
    /// In what people tell alone.
    Told,
    /// In both.
    Both,
}

/// A phrase of the lexicon.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its elements, each with the words that may stand before it.
    pub(super) elements: Vec<(usize, Element)>,
    /// The concept it stands for.
    pub(super) concept: u32,
    /// How much it tells, from 0 to 1.
    pub(super) strength: f32,
    /// Whether it only hints: hints add up.
    pub(super) is_hint: bool,
    pub(super) side: Side,
}

/// A phrase found in a text.
#[derive(Debug)]
pub(super) struct Hit {
    /// Which phrase.
    pub(super) phrase: u32,
    met: [u32; LONGEST],
    length: usize,
}

impl Hit {
    /// The tokens that its elements met, in order.
    pub(super) fn tokens(&self) -> &[u32] {
        &self.met[..self.length]
    }

    /// The first and the last of them.
    pub(super) fn ends(&self) -> (usize, usize) {
        (self.met[0] as usize, self.met[self.length - 1] as usize)
    }
}

impl Element {
    fn meets(self, token: &Token, reader: &Reader<'_>) -> bool {
        match self {
            Element::Stem(stem) => reader.word(token).by_stem == Some(stem),
            Element::Letters(letters) => reader.word(token).by_letters == Some(letters),
            Element::Kinds(kinds) => token.kinds & kinds == kinds,
        }
    }

    fn is_literal(self) -> bool {
        !matches!(self, Element::Kinds(_))
    }
}

/// The phrases of one side that a text has, in its order: none whose words are all words of a longer one.
pub(super) fn find(reader: &Reader<'_>, tokens: &[Token], asked: bool) -> Vec<Hit> {
    let lexicon = reader.lexicon;
    let mut hits: Vec<Hit> = Vec::new();
    for start in 0..tokens.len() {
        let mut try_all = |element: Element| {
            for phrase in lexicon.beginning_with(element) {
                let side = lexicon.phrases[*phrase as usize].side;
                let other = if asked { Side::Told } else { Side::Asked };
                if side == other {
                    continue;
                }
                if let Some(hit) = meets(lexicon, reader, *phrase, tokens, start)
                    && (asked || !is_taken_back(tokens, start))
                {
                    hits.push(hit);
                }
            }
        };
        let word = reader.word(&tokens[start]);
        word.by_stem
            .map(Element::Stem)
            .into_iter()
            .for_each(&mut try_all);
        word.by_letters
            .map(Element::Letters)
            .into_iter()
            .for_each(&mut try_all);
        for kinds in lexicon.first_kinds() {
            if tokens[start].kinds & kinds == *kinds {
                try_all(Element::Kinds(*kinds));
            }
        }
    }
    longest(lexicon, hits, asked)
}

/// Whether a negation stands before a token, or before the one before it. A phrase may begin with one itself.
fn is_taken_back(tokens: &[Token], start: usize) -> bool {
    let here = &tokens[start];
    let before = tokens[..start].iter().rev();
    let near = before
        .filter(|token| token.kinds & kind::SMALL == 0)
        .take(2);
    here.kinds & kind::NOT == 0
        && near
            .take_while(|token| token.sentence == here.sentence)
            .any(|token| token.kinds & kind::NOT != 0)
}

/// Where a phrase stands, its first element at `start`.
fn meets(
    lexicon: &Lexicon,
    reader: &Reader<'_>,
    phrase: u32,
    tokens: &[Token],
    start: usize,
) -> Option<Hit> {
    let mut hit = Hit {
        phrase,
        met: [start as u32; LONGEST],
        length: 1,
    };
    let mut at = start;
    for (room, element) in &lexicon.phrases[phrase as usize].elements[1..] {
        let mut room = *room;
        loop {
            at += 1;
            let token = tokens.get(at)?;
            if token.sentence != tokens[start].sentence {
                return None;
            }
            if element.meets(token, reader) {
                hit.met[hit.length] = at as u32;
                hit.length += 1;
                break;
            }
            if token.kinds & kind::SMALL == 0 {
                room = room.checked_sub(1)?;
            }
        }
    }
    Some(hit)
}

/// Without those that lie in a longer one. What people tell keeps a word of a set: *asked eleven nurses* tells of nurses
/// too.
fn longest(lexicon: &Lexicon, hits: Vec<Hit>, asked: bool) -> Vec<Hit> {
    let lies_in = |hit: &Hit| {
        let elements = &lexicon.phrases[hit.phrase as usize].elements;
        let is_literal = elements.iter().all(|(_, element)| element.is_literal());
        let (first, last) = hit.ends();
        (asked || is_literal)
            && hits.iter().any(|other| {
                let ends = other.ends();
                other.length > hit.length
                    && ends.0 <= first
                    && ends.1 >= last
                    && hit
                        .tokens()
                        .iter()
                        .all(|token| other.tokens().contains(token))
            })
    };
    let inside: Vec<bool> = hits.iter().map(lies_in).collect();
    let kept = hits.into_iter().zip(inside).filter(|(_, inside)| !inside);
    kept.map(|(hit, _)| hit).collect()
}

/// What `..` allows before the element that follows it.
pub(super) fn room(word: &str) -> Option<usize> {
    (word == "..").then_some(ROOM)
}
