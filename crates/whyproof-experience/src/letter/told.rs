//! What a story tells in three sentences: what was wrong, what its teller did, what happened.

use whyproof_syntax::Role;

use super::LetterInput;
use crate::background::{Passage, Spot};
use crate::truth::Told;

/// Words that lead back to a sentence before: a sentence that begins with one stands nowhere else.
const BACK: &[&str] = &[
    "it",
    "its",
    "that",
    "this",
    "these",
    "those",
    "they",
    "their",
    "them",
    "he",
    "she",
    "his",
    "her",
    "so",
    "but",
    "and",
    "then",
    "instead",
    "also",
    "both",
    "neither",
    "either",
    "such",
    "or",
    "yet",
    "still",
    "afterwards",
    "who",
    "which",
    "none",
];
/// The same as the second or third word: *after that*, *one of them*, *the first*.
const NEAR: &[&str] = &[
    "it", "its", "that", "this", "these", "those", "their", "them", "him", "first", "second",
    "other", "others", "rest", "same", "latter", "former", "which", "whom",
];
/// The most words of a sentence in a letter.
const LONG: usize = 60;

/// The sentences of a story, in its order: those that may leave and stand by themselves.
pub(super) fn sentences(
    input: &LetterInput<'_>,
    passages: &[Passage],
    story: usize,
) -> Vec<String> {
    let parts = [
        &[Role::WhyItMattered, Role::HardestPart][..],
        &[Role::Did],
        &[Role::WhatHappened],
    ];
    let mut told = Vec::new();
    for (at, roles) in parts.into_iter().enumerate() {
        let best = roles
            .iter()
            .find_map(|role| best(input, passages, story, *role, at == 1));
        told.extend(best);
    }
    told
}

/// The sentence of a part that says most: a change in numbers before a number, and that before the first.
fn best(
    input: &LetterInput<'_>,
    passages: &[Passage],
    story: usize,
    part: Role,
    is_own: bool,
) -> Option<String> {
    let mut best: Option<(Told, String)> = None;
    for passage in passages {
        let Spot::Story {
            story: its, role, ..
        } = passage.spot
        else {
            continue;
        };
        if its != story || role != Some(part) {
            continue;
        }
        let stands = by_itself(&passage.words) && (!is_own || is_mine(&passage.words));
        if !stands || passage.words.split_whitespace().count() > LONG {
            continue;
        }
        let Some(words) = (input.may)(&passage.words, Some(story)) else {
            continue;
        };
        let told = Told::of(&passage.words);
        if best.as_ref().is_none_or(|(most, _)| told > *most) {
            best = Some((told, words));
        }
    }
    best.map(|(_, words)| words)
}

/// Whether a sentence is understood without the one before it, and is one.
fn by_itself(sentence: &str) -> bool {
    let words = sentence.split_whitespace().take(3);
    let words = words.map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    let leads_back = words.enumerate().any(|(at, word)| match at {
        0 => BACK.contains(&word.as_str()),
        _ => NEAR.contains(&word.as_str()),
    });
    !leads_back
        && !sentence.ends_with(" there.")
        && sentence.ends_with(['.', '!', '?', '”', '"', ')'])
}

/// Whether the teller did it.
fn is_mine(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "I")
}
