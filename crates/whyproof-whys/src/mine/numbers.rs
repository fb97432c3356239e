//! Quantities in prose.

use crate::english::{Class, Shape, class};
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// A quantity with what it counts: *1 in 3*, *$400*, *33% of people*.
pub(crate) fn counted(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let place = (clause.from..clause.to).find(|at| is_quantity(take, *at));
    let Some(at) = place else { return };
    let mut end = at + 1;
    while end < clause.to && end < at + 4 {
        let token = &tokens[end];
        let goes_on = token.is("%")
            || token.any(&[
                "percent", "per", "cent", "million", "billion", "thousand", "trillion", "of", "in",
                "out", "times",
            ])
            || token.shape == Shape::Number
            || (class(&token.lower) == Class::Open
                && token.is_wordy()
                && token.lower.ends_with('s'));
        if !goes_on {
            break;
        }
        end += 1;
    }
    while end > at + 1 && tokens[end - 1].any(&["of", "in", "out", "per"]) {
        end -= 1;
    }
    let (Some(number), Some(words)) = (take.words(at, end), take.clause_words(clause)) else {
        return;
    };
    let share = tokens[at].lower.contains('%')
        || tokens[at + 1..end]
            .iter()
            .any(|t| t.any(&["%", "percent", "cent", "in", "out"]));
    let mut material = take.take(
        Attach::Number,
        "a number",
        64,
        Slots::from([("number", number), ("clause", words)]),
    );
    let based = tokens
        .windows(2)
        .any(|pair| pair[0].is("of") && pair[1].shape == Shape::Number);
    if share && !based {
        material.facts.push("share");
    }
    into.push(material);
}

/// Whether the token is a quantity: no year, version, part of a name or of a date.
fn is_quantity(take: &Take<'_>, at: usize) -> bool {
    let tokens = take.tokens();
    let token = &tokens[at];
    if token.shape != Shape::Number {
        return false;
    }
    let plain = token
        .lower
        .trim_start_matches(['$', '€', '£'])
        .trim_end_matches('%');
    let digits = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let year = plain.len() == 4 && (plain.starts_with("19") || plain.starts_with("20"));
    let version = plain.matches('.').count() > 1;
    let named = at > 0
        && (tokens[at - 1].capital
            || tokens[at - 1].any(&[
                "version", "section", "rfc", "pep", "kep", "python", "rust", "v", "figure",
                "table", "step", "issue", "#", "c", ":", "level", "release", "point", "option",
                "phase", "chapter", "page",
            ]));
    let dated = tokens
        .get(at + 1)
        .is_some_and(|t| t.any(&whyproof_case::MONTHS));
    let small = plain.len() == 1
        && !token.lower.contains(['%', '$', '€', '£'])
        && !tokens
            .get(at + 1)
            .is_some_and(|t| t.any(&["in", "out", "million", "billion", "times", "percent"]));
    let versioned = tokens
        .get(at + 1)
        .is_some_and(|t| t.any(&["kernel", "release", "releases", "series", "version"]));
    let marked = token.lower.contains(['%', '$', '€', '£']);
    let next = tokens.get(at + 1);
    let counts = next.is_some_and(|n| {
        n.shape == Shape::Word
            && matches!(class(&n.lower), Class::Open | Class::Preposition)
            && !n.capital
            || n.is("%")
    });
    digits && (marked || counts) && !year && !version && !named && !dated && !versioned && !small
}
