//! Rules that say what happens where all is well, and not what happens where it is not.

use crate::english::Token;
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// Verbs of a condition that may as well not be met.
const MET: &[&str] = &[
    "accept",
    "accepts",
    "accepted",
    "agree",
    "agrees",
    "approve",
    "approved",
    "approves",
    "available",
    "complete",
    "completes",
    "consent",
    "enough",
    "exist",
    "exists",
    "find",
    "finds",
    "found",
    "know",
    "known",
    "meet",
    "meets",
    "pass",
    "passes",
    "present",
    "reach",
    "reached",
    "ready",
    "respond",
    "responds",
    "succeed",
    "succeeds",
    "success",
    "successful",
    "support",
    "supports",
    "supported",
    "valid",
    "willing",
];
/// Words that begin what happens otherwise.
const OTHERWISE: &[&str] = &[
    "cannot",
    "can't",
    "default",
    "doesn't",
    "don't",
    "else",
    "error",
    "errors",
    "fail",
    "failed",
    "fails",
    "failure",
    "failures",
    "fallback",
    "not",
    "otherwise",
    "regardless",
    "unless",
    "without",
];

/// *If A passes, B happens*, where neither this sentence nor the paragraph says what happens if not.
pub(crate) fn unmet(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(at) = tokens
        .iter()
        .position(|t| t.any(&["if", "once"]))
        .filter(|at| *at == 0 || !tokens[at - 1].any(&["even", "as", "only", "what", "and", "or"]))
    else {
        return;
    };
    let end = if at == 0 {
        tokens.iter().position(|t| t.is(","))
    } else {
        Some(tokens.len())
    };
    let Some(condition) = end.and_then(|end| take.clause(at + 1, end)) else {
        return;
    };
    let said = &tokens[condition.verb..condition.to];
    let met =
        said.iter().take(4).any(|t| t.any(MET)) && !said.iter().any(|t| t.any(&["no", "still"]));
    if !met || take.sentences.short || take.points_back(condition) || otherwise(tokens) {
        return;
    }
    let near = take.sentences.all.iter().enumerate();
    let told = near
        .filter(|(other, _)| *other != take.at && other.abs_diff(take.at) <= 6)
        .any(|(_, other)| otherwise(&other.tokens));
    let Some(words) = take.clause_words(condition).filter(|_| !told) else {
        return;
    };
    let marker = format!("“{}”", tokens[at].lower);
    let slots = Slots::from([("condition", words)]);
    into.push(take.take(Attach::Branch, marker, 74, slots));
}

fn otherwise(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.any(OTHERWISE))
}
