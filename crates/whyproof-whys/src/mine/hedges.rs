//! Hopes and guesses on which an argument rests: what follows where they do not come true.

use crate::english::{Token, base_follows, clause};
use crate::material::{Material, Slots};

use super::grounds::is_grounded;
use super::quote::{around, commitment, ends, is_stated, place, under};
use super::stakes::count;
use super::take::Take;

/// Openings of what is only hoped, expected or assumed, with the name of the question that fits.
const OPENINGS: &[(&str, &str, u8)] = &[
    (
        "we hope that|we hope|i hope that|i hope|it is hoped that|the hope is that|hopefully ,|hopefully",
        "hoped",
        88,
    ),
    (
        "we assume that|we assume|we can assume that|we can assume|i assume that|it is assumed that|the assumption is that|this assumes that|assumes that",
        "assumed",
        86,
    ),
];
/// What is said of a subject that nobody has tried yet.
const UNTRIED: &str = "easy|rare|enough|sufficient|fine|safe|negligible|trivial|straightforward|minimal|unnoticeable|painless|quick|cheap|simple|uncommon|infrequent|harmless|manageable|obvious|small|low|minor|acceptable";
/// Headings under which it is told how things stand.
const TOLD: &str = "background|context|current state|history|acknowledg|problem";

/// A hope, an assumption, a guess.
pub(crate) fn hoped(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) || under(&take.sentence.heading, TOLD) {
        return;
    }
    if !opened(take, into) {
        likely(take, into);
    }
}

/// *We hope that B*: whether it was taken, or is left for good.
fn opened(take: &Take<'_>, into: &mut Vec<Material>) -> bool {
    let tokens = take.tokens();
    for (openings, name, weight) in OPENINGS {
        let Some((at, from)) = place(tokens, openings) else {
            continue;
        };
        if at > 0 && !is_start(tokens, at) {
            continue;
        }
        let Some(found) = clause(tokens, from, tokens.len()) else {
            continue;
        };
        let (first, last) = found.subject;
        let named = last - first > 1 && tokens[first].any(&["this", "these", "such"]);
        let yours = tokens[first].any(&["you", "your", "you'll"]);
        let whole = !yours && found.from == from && (named || !take.points_back(found));
        if !whole {
            continue;
        }
        let Some(words) = take.clause_words(found) else {
            continue;
        };
        if is_grounded(take, &words.text) {
            return true;
        }
        let marker = openings.split('|').next().unwrap_or("");
        let slots = Slots::from([("clause", words)]);
        into.push(commitment(take, name, marker, *weight, slots));
        return true;
    }
    false
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

/// *A is likely to B*, *A will probably B*, *A should be easy*.
fn likely(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(verb) = take.sentence.clause.map(|c| c.verb) else {
        return;
    };
    let Some((name, at)) = guessed(tokens, verb) else {
        return;
    };
    let work = place(tokens, "effort|work|undertaking").is_some();
    let yours = work || tokens[..verb].iter().any(|t| t.any(&["you", "your"]));
    let least = if tokens[verb].is("will") { 2 } else { 1 };
    if yours || (name != "untried" && count(tokens) < least) {
        return;
    }
    let Some(quote) = around(take, at) else {
        return;
    };
    if take.sentence.clause.is_some_and(|c| take.points_back(c)) || is_grounded(take, &quote.text) {
        return;
    }
    let marker = tokens[at].lower.clone();
    let slots = Slots::from([("quote", quote)]);
    into.push(commitment(take, name, &marker, 78, slots));
}

/// Which guess the verb at `verb` begins, and where its word stands.
fn guessed(tokens: &[Token], verb: usize) -> Option<(&'static str, usize)> {
    let be = tokens[verb].any(&["is", "are"]);
    let at = verb
        + 1
        + usize::from(
            tokens
                .get(verb + 1)
                .is_some_and(|t| t.any(&["very", "highly", "most", "quite"])),
        );
    let word = tokens.get(at)?;
    let goes_on = tokens.get(at + 1).is_some_and(|t| t.is("to"));
    if be && goes_on && word.any(&["likely", "unlikely", "assumed"]) {
        return Some((
            if word.is("unlikely") {
                "rare"
            } else {
                "likely"
            },
            at,
        ));
    }
    let not = ends(tokens, verb + 1, "not expected to|not likely to").is_some();
    if be && not {
        return Some(("rare", verb + 2));
    }
    let modal = tokens[verb].any(&["will", "would", "should"]);
    if modal
        && word.any(&["probably", "likely", "presumably", "hopefully"])
        && base_follows(tokens, at + 1)
    {
        return Some(("likely", at));
    }
    let be = ends(tokens, verb, "should be")?;
    let skip = usize::from(
        tokens
            .get(be)
            .is_some_and(|t| t.any(&["very", "fairly", "quite", "relatively", "an", "a"])),
    );
    let end = ends(tokens, be + skip, UNTRIED)?;
    let last = tokens
        .get(end)
        .is_none_or(|t| !t.is_wordy() || t.any(&["to", "for", "in", "with", "cost", "and"]));
    last.then_some(("untried", end - 1))
}
