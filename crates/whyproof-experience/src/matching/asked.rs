//! What a requirement asks for: its parts, and for each what would do.
//!
//! Words joined by *or*, and what stands in brackets or after *such as*, are one part, and one of them is enough. What
//! comes after *including* or *ideally* weighs half. A word of no concept is a part of its own, and such words together
//! weigh no more than half of the rest.

use super::phrase::find;
use super::reader::{Reader, Token};

/// What a word of no concept weighs.
const WORD: f32 = 0.5;

/// What a text can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Term {
    /// A concept, by its place in the lexicon.
    Concept(u32),
    /// A word, by its stem.
    Stem(String),
}

/// One thing that would do.
#[derive(Debug)]
pub(super) struct Alternative {
    pub(super) term: Term,
    /// The requirement's words for it.
    pub(super) wanted: String,
}

/// A part of a requirement.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) alternatives: Vec<Alternative>,
    pub(super) weight: f32,
}

/// A requirement, taken apart.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) parts: Vec<Part>,
}

/// A phrase or a word of a requirement, before it is joined with others.
struct Piece {
    from: usize,
    to: usize,
    terms: Vec<(Term, f32)>,
}

/// How a piece is joined to the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// *or*: one of both is enough.
    Or,
    /// A comma alone: as the next joint of the list is.
    Comma,
    /// An opening bracket or *such as*: what follows are examples.
    Example,
    Other,
}

/// Takes a requirement apart.
pub(super) fn read(reader: &mut Reader<'_>, text: &str) -> Asked {
    let tokens = reader.read(text);
    let pieces = pieces(reader, text, &tokens);
    let mut parts = joined(text, &pieces);
    once(&mut parts);
    let is_word = |part: &Part| matches!(part.alternatives[0].term, Term::Stem(_));
    let weigh = |parts: &[Part], words: bool| -> f32 {
        parts
            .iter()
            .filter(|part| is_word(part) == words)
            .map(|part| part.weight)
            .sum()
    };
    let (of_words, of_concepts) = (weigh(&parts, true), weigh(&parts, false));
    if of_concepts > 0.0 && of_words > of_concepts / 2.0 {
        let scale = of_concepts / 2.0 / of_words;
        for part in parts.iter_mut().filter(|part| is_word(part)) {
            part.weight *= scale;
        }
    }
    Asked { parts }
}

/// The phrases of a requirement, and the words that are in none, in order.
fn pieces(reader: &Reader<'_>, text: &str, tokens: &[Token]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut in_phrase = vec![false; tokens.len()];
    for hit in find(reader, tokens, true) {
        for token in hit.tokens() {
            in_phrase[*token as usize] = true;
        }
        let phrase = &reader.lexicon.phrases[hit.phrase as usize];
        let weight = reader.lexicon.concepts[phrase.concept as usize].weight;
        let (first, last) = hit.ends();
        let (from, to) = (tokens[first].at.start, tokens[last].at.end);
        let term = (Term::Concept(phrase.concept), weight);
        match pieces
            .iter_mut()
            .find(|piece| (piece.from, piece.to) == (from, to))
        {
            Some(piece) if piece.terms.contains(&term) => {}
            Some(piece) => piece.terms.push(term),
            None => pieces.push(Piece {
                from,
                to,
                terms: vec![term],
            }),
        }
    }
    for (token, in_phrase) in tokens.iter().zip(in_phrase) {
        let word = reader.word(token);
        let is_letter = text[token.at.clone()].chars().count() < 2;
        if !in_phrase && !word.is_empty && !is_letter {
            pieces.push(Piece {
                from: token.at.start,
                to: token.at.end,
                terms: vec![(Term::Stem(reader.stem(word).to_owned()), WORD)],
            });
        }
    }
    pieces.sort_by_key(|piece| (piece.from, piece.to));
    pieces
}

/// Pieces joined into parts.
fn joined(text: &str, pieces: &[Piece]) -> Vec<Part> {
    let mut joints: Vec<Joint> = vec![Joint::Other];
    joints.extend(
        pieces
            .windows(2)
            .map(|two| joint(between(text, &two[0], &two[1]))),
    );
    // A list that ends in `or` is one of alternatives from its beginning.
    for at in (1..joints.len()).rev() {
        if joints[at] == Joint::Comma && joints.get(at + 1) == Some(&Joint::Or) {
            joints[at] = Joint::Or;
        }
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut halved = 1.0;
    let mut in_examples = false;
    for (at, piece) in pieces.iter().enumerate() {
        let before = if at == 0 {
            &text[..piece.from]
        } else {
            between(text, &pieces[at - 1], piece)
        };
        if before.contains(['.', ';', '\n', ')']) {
            in_examples = false;
            halved = if before.contains(')') { halved } else { 1.0 };
        }
        if ["includ", "ideally", "prefer", "bonus", "nice to have"]
            .iter()
            .any(|one| before.to_lowercase().contains(one))
        {
            halved = 0.5;
        }
        in_examples |= joints[at] == Joint::Example;
        let weight = piece
            .terms
            .iter()
            .map(|(_, weight)| *weight)
            .fold(0.0, f32::max)
            * halved;
        let alternatives = piece.terms.iter().map(|(term, _)| Alternative {
            term: term.clone(),
            wanted: text[piece.from..piece.to].to_owned(),
        });
        match parts.last_mut() {
            Some(part) if joints[at] == Joint::Or || in_examples => {
                for one in alternatives {
                    let is_known = part.alternatives.iter().any(|other| other.term == one.term);
                    if !is_known {
                        part.alternatives.push(one);
                    }
                }
                part.weight = part.weight.max(weight);
            }
            _ => parts.push(Part {
                alternatives: alternatives.collect(),
                weight,
            }),
        }
    }
    parts
}

fn between<'t>(text: &'t str, one: &Piece, other: &Piece) -> &'t str {
    text.get(one.to..other.from).unwrap_or("")
}

fn joint(between: &str) -> Joint {
    let lower = between.to_lowercase();
    let examples = [
        "(",
        "such as",
        "e.g",
        "for example",
        "for instance",
        "like ",
    ];
    if examples.iter().any(|one| lower.contains(one)) {
        return Joint::Example;
    }
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let has_or = lower.contains('/') || words.clone().any(|word| word == "or");
    if has_or && !lower.contains(['.', ';', ')']) {
        return Joint::Or;
    }
    if lower.contains(',') && words.next().is_none() {
        return Joint::Comma;
    }
    Joint::Other
}

/// A concept that is asked for twice is one part: what stands later is taken out, where something else of its part does.
fn once(parts: &mut Vec<Part>) {
    let mut seen: Vec<Term> = Vec::new();
    parts.retain(|part| {
        let is_new = part
            .alternatives
            .iter()
            .any(|one| !seen.contains(&one.term));
        seen.extend(part.alternatives.iter().map(|one| one.term.clone()));
        is_new
    });
}
