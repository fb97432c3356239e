//! Whether a text tells what its author did, or proposes what should be done.

use whyproof_syntax::{Document, Role};

use crate::gaps;

/// How often somebody must say what they did for a text to be a story.
const OFTEN: usize = 2;

/// Past tenses that do not end in "-ed".
const PAST: &[&str] = &[
    "asked",
    "began",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "caught",
    "chose",
    "cut",
    "did",
    "drew",
    "drove",
    "fell",
    "felt",
    "fought",
    "found",
    "gave",
    "got",
    "grew",
    "had",
    "heard",
    "held",
    "kept",
    "knew",
    "learnt",
    "led",
    "left",
    "lost",
    "made",
    "met",
    "paid",
    "put",
    "ran",
    "read",
    "rode",
    "said",
    "sat",
    "saw",
    "sent",
    "set",
    "sold",
    "spent",
    "spoke",
    "stood",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "went",
    "won",
    "wore",
    "wrote",
];

/// What only somebody says who wants something done.
const PROPOSES: &[&str] = &[
    "propose",
    "proposes",
    "proposal",
    "recommend",
    "recommends",
    "i suggest",
    "we suggest",
    "i ask",
    "we ask",
    "i want",
    "we want",
    "i will",
    "we will",
    "please approve",
    "let us",
    "let's",
    "we should",
    "you should",
    "they should",
    "should be",
    "we could",
];

/// Past tenses of proposing: "we should have" looks back.
const LOOKS_BACK: &[&str] = &["should have", "could have", "should've", "could've"];

/// Whether the text tells, in the first person and the past tense, and proposes nothing.
pub(crate) fn is_story(document: &Document) -> bool {
    let roles = || document.sections.iter().filter_map(|section| section.role);
    let told = |role: Role| {
        matches!(
            role,
            Role::HardestPart
                | Role::Did
                | Role::DidNotDo
                | Role::WhyItMattered
                | Role::WhatHappened
                | Role::WhatILearned
                | Role::Proud
        )
    };
    let proposed = |role: Role| {
        matches!(
            role,
            Role::Problem | Role::Case | Role::Decision | Role::Alternatives | Role::PressRelease
        )
    };
    if roles().any(proposed) {
        return false;
    }
    if roles().any(told) {
        return true;
    }
    let (mut mine, mut ours) = (0, 0);
    for text in &document.texts {
        let label = gaps::labelled(&text.words.text);
        let words = plain(&text.words.text);
        if label.is_some_and(proposed) || proposes(&words) {
            return false;
        }
        mine += past(&words, "i");
        ours += past(&words, "we");
    }
    mine >= 1 && mine + ours >= OFTEN
}

/// The words in small letters, a blank around each.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

fn proposes(words: &str) -> bool {
    let mut words = words.to_owned();
    for back in LOOKS_BACK {
        words = words.replace(back, "");
    }
    PROPOSES
        .iter()
        .any(|wanted| words.contains(&format!(" {wanted} ")))
}

/// How often `who` is followed by a verb in the past tense, an adverb between them or not.
fn past(words: &str, who: &str) -> usize {
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let is_past = |word: &&str| {
        (word.len() > 3 && word.ends_with("ed") && *word != "need") || PAST.contains(word)
    };
    let between = |word: &str| {
        (word.len() > 4 && word.ends_with("ly"))
            || ["also", "then", "first", "never", "once", "just", "even"].contains(&word)
    };
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| **word == who)
        .filter(|(at, _)| match words.get(at + 1) {
            Some(next) if between(next) => words.get(at + 2).is_some_and(is_past),
            next => next.is_some_and(is_past),
        })
        .count()
}

#[cfg(test)]
mod tests;
