//! What hurts: something that goes wrong, or that people cannot or do not get done.

use super::lexicon::HURTS;
use super::tokens::{Hit, Token, any_at, around, surer, word};

/// What is said to be missing or impossible.
const NEGATIONS: &[&str] = &[
    "do not",
    "does not",
    "did not",
    "don't",
    "doesn't",
    "didn't",
    "cannot",
    "can't",
    "could not",
    "never",
    "no longer",
    "nobody",
    "without",
    "unable to",
    "have to",
    "has to",
    "give up",
    "gave up",
    "gives up",
    "go on",
    "no way",
    "run out",
    "only when",
    "not know",
    "away",
    "neither",
    "have no",
    "has no",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = None;
    for at in 0..tokens.len() {
        let now = word(tokens, at);
        // What we lack, or have not done, is not what hurts the customer.
        let ours = matches!(at.checked_sub(1).map(|i| word(tokens, i)), Some("we" | "i"));
        if ours {
            continue;
        }
        let negated = any_at(tokens, at, NEGATIONS).map(|len| around(tokens, at + len - 1, 2));
        let hurts = HURTS.contains(now).then(|| around(tokens, at, 3));
        best = surer(best, surer(hurts, negated));
    }
    best
}
