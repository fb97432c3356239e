//! Hopes on which an argument rests: what follows where they do not come true.

use crate::english::{Token, clause};
use crate::material::{Material, Slots};

use super::grounds::is_grounded;
use super::quote::{commitment, is_stated, place, under};
use super::take::Take;

/// Openings of what is only hoped.
const OPENINGS: &str = "we hope that|we hope|i hope that|i hope|it is hoped that|the hope is that|hopefully ,|hopefully";
/// Headings under which it is told how things stand.
const TOLD: &str = "background|context|current state|history|acknowledg|problem";

/// *We hope that B*, where nothing says why B would be so.
pub(crate) fn hoped(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) || under(&take.sentence.heading, TOLD) {
        return;
    }
    let tokens = take.tokens();
    let Some((at, from)) = place(tokens, OPENINGS) else {
        return;
    };
    if at > 0 && !is_start(tokens, at) {
        return;
    }
    let Some(found) = clause(tokens, from, tokens.len()) else {
        return;
    };
    let (first, last) = found.subject;
    let named = last - first > 1 && tokens[first].any(&["this", "these", "such"]);
    let yours = tokens[first].any(&["you", "your", "you'll"]);
    let whole = !yours && found.from == from && (named || !take.points_back(found));
    if !whole {
        return;
    }
    let Some(words) = take.clause_words(found) else {
        return;
    };
    if is_grounded(take, &words.text) {
        return;
    }
    let slots = Slots::from([("clause", words)]);
    into.push(commitment(take, "hoped", "we hope that", 88, slots));
}

/// Whether a clause of the text's own can begin at `at`.
fn is_start(tokens: &[Token], at: usize) -> bool {
    tokens[at - 1].any(&[
        ",",
        "but",
        "and",
        "so",
        ";",
        ":",
        "–",
        "—",
        "that",
        "therefore",
        "also",
        "however",
    ])
}
