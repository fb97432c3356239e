//! Where a clause ends, and where another begins.

use super::super::lexicon::{Class, class};
use super::super::token::Token;
use super::super::verb::is_finite_at;
use super::LONGEST;
use super::subject::subject_and_verb;

/// Ends the clause at a colon, a semicolon, a dash, or, where it is too long, before what is added to it.
pub(super) fn shortened(tokens: &[Token], verb: usize, from: usize, to: usize) -> Option<usize> {
    let hard = (verb + 2..to).find(|at| tokens[*at].any(&[";", ":", "–", "—", "?", "!"]));
    if hard.is_some_and(|at| tokens[at].is(":")) {
        return None;
    }
    let to = hard.unwrap_or(to);
    let second = (verb + 1..to).find(|at| begins_another(tokens, *at, to));
    let to = second.unwrap_or(to);
    let size = |to: usize| (from..to).filter(|at| tokens[*at].is_wordy()).count();
    if size(to) <= LONGEST - 4 {
        return Some(to);
    }
    let added = |at: usize| {
        let next = tokens.get(at + 1);
        (tokens[at].is(",")
            && next.is_some_and(|n| {
                n.any(&[
                    "which",
                    "and",
                    "but",
                    "so",
                    "while",
                    "because",
                    "as",
                    "or",
                    "with",
                    "where",
                    "though",
                    "although",
                    "since",
                    "making",
                    "who",
                    "then",
                    "especially",
                    "including",
                    "such",
                    "even",
                    "rather",
                    "instead",
                    "unless",
                    "if",
                ])
            }))
            || tokens[at].any(&["because", "although", "whereas", "unless", "while"])
    };
    let cut = (verb + 3..to)
        .rev()
        .find(|at| added(*at) && size(*at) <= LONGEST - 4);
    cut.or((size(to) <= LONGEST).then_some(to))
}

/// Whether another main clause begins at `at`: *, and they …*, *and we …*.
fn begins_another(tokens: &[Token], at: usize, to: usize) -> bool {
    let comma = tokens[at].is(",");
    let after = at + usize::from(comma);
    let joins = tokens
        .get(after)
        .is_some_and(|t| t.any(&["and", "but", "so", "or", "yet", "nor"]));
    if !joins || after + 2 >= to {
        return false;
    }
    let subject = &tokens[after + 1];
    (comma || class(&subject.lower) == Class::Pronoun || subject.any(&["that", "this"]))
        && (subject_and_verb(tokens, after + 1, to).is_some()
            || (subject.any(&["that", "this", "these", "those"])
                && is_finite_at(&tokens[after..to], 2)))
}
