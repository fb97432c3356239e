//! What is asserted in passing and carries much: that it costs little, that people ask for it.

use crate::english::{Shape, Token};
use crate::material::Material;
use crate::material::Slots;

use super::grounds::is_grounded;
use super::quote::{around, commitment, is_stated, near, place};
use super::take::Take;

/// What is asserted: its name, the phrases that assert it, and its weight.
const ASSERTED: &[(&str, &str, u8)] = &[
    (
        "slight",
        "negligible|is minimal|are minimal|little overhead|low overhead|small overhead|little cost|low cost|low risk|little risk|little effort|small effort|minor inconvenience|is straightforward|relatively easy|rarely needed",
        74,
    ),
    (
        "demand",
        "frequently requested|often requested|commonly requested|common request|frequently asked|have asked|has asked|have requested|has requested|are asking for|great demand|much demand|a demand for|long-standing request|popular request|frequent complaint|often complain|common complaint",
        78,
    ),
];
/// Words that set a rule, with what may follow them.
/// Headings under which it is told of the notation, or something is tried.
const NOTATION: &str = "grammar|syntax|test|example|reference|schema|background|prior";

/// One such assertion that nothing near it, and nothing elsewhere, gives a ground for.
pub(crate) fn asserted(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let found = ASSERTED.iter().find_map(|(name, phrases, weight)| {
        place(tokens, phrases).map(|(at, to)| (*name, at, to, *weight))
    });
    let Some((name, at, to, weight)) = found else {
        return;
    };
    let doubted = tokens[..at].iter().rev().take(4).any(|t| {
        t.any(&[
            "not", "if", "whether", "should", "would", "could", "to", "than", "as", "too",
        ])
    });
    let supposed = tokens
        .iter()
        .take(2)
        .any(|t| t.any(&["if", "when", "do", "except", "while", "as"]));
    let hedged = tokens[to..]
        .iter()
        .take(3)
        .any(|t| t.any(&["if", "unless", "except", "but", "as"]));
    if doubted || supposed || hedged || near(take, NOTATION) {
        return;
    }
    push(take, name, at, weight, into);
}

fn push(take: &Take<'_>, name: &'static str, at: usize, weight: u8, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let measured = tokens
        .iter()
        .any(|t| t.shape == Shape::Number && t.lower.len() > 1);
    if !is_stated(take) || measured || take.sentence.sourced || points(tokens) {
        return;
    }
    let Some(quote) = around(take, at) else {
        return;
    };
    if is_grounded(take, &quote.text) {
        return;
    }
    let marker = tokens[at].lower.clone();
    let slots = Slots::from([("quote", quote)]);
    into.push(commitment(take, name, &marker, weight, slots));
}

/// Whether the sentence begins by pointing to what a quotation of it would not have.
fn points(tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|t| t.is_wordy());
    first.is_some_and(|t| {
        t.any(&[
            "this",
            "that",
            "these",
            "those",
            "such",
            "both",
            "neither",
            "here",
            "there",
            "otherwise",
            "instead",
            "same",
        ])
    })
}
