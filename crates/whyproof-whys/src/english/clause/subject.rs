//! What a clause is about, and its verb.

use super::super::lexicon::{CONTRACTED, Class, can, class, is_adverb};
use super::super::phrase::noun_phrase;
use super::super::token::{Shape, Token};
use super::super::verb::is_finite_at;
use super::imperative::is_imperative;

/// Where the subject begins: at once, or after an adverbial that a comma ends.
pub(super) fn subject_start(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let first = tokens[from..to].first()?;
    let opens = class(&first.lower) == Class::Preposition
        || is_adverb(&first.lower)
        || first.any(&[
            "today", "although", "though", "while", "when", "as", "since", "after", "before",
            "once", "given",
        ]);
    let timed = tokens[from..to.min(from + 5)].iter().any(|t| {
        t.any(&[
            "tonight",
            "year",
            "years",
            "week",
            "month",
            "day",
            "night",
            "morning",
            "time",
            "yesterday",
            "century",
            "decade",
            "summer",
            "fall",
        ])
    });
    let opens = opens || (timed && (from + 1..to.min(from + 5)).any(|at| tokens[at].is(",")));
    if !opens || CONTRACTED.contains(&first.lower.as_str()) {
        return Some(from);
    }
    let ahead = to.min(from + 16);
    let comma = (from + 1..ahead).find(|at| tokens[*at].is(","));
    match comma {
        Some(comma) => Some(comma + 1),
        None if is_adverb(&first.lower) => Some(from + 1),
        None => None,
    }
}

/// The subject that begins at `at`, and its verb.
pub(super) fn subject_and_verb(
    tokens: &[Token],
    at: usize,
    to: usize,
) -> Option<((usize, usize), usize)> {
    let first = tokens.get(at).filter(|_| at < to)?;
    if CONTRACTED.contains(&first.lower.as_str()) && !first.any(&["who's", "what's"]) {
        return Some(((at, at + 1), at));
    }
    let can_begin = match first.shape {
        Shape::Mark => false,
        Shape::Code | Shape::Number => true,
        Shape::Word => match class(&first.lower) {
            Class::Pronoun | Class::Determiner => true,
            Class::Open => !is_imperative(tokens, at),
            _ => false,
        },
    };
    if !can_begin {
        return None;
    }
    let mut end = noun_phrase(&tokens[..to], at)?;
    if tokens
        .get(end)
        .is_some_and(|t| end < to && t.any(&["who", "which", "that"]))
    {
        end = past_relative(tokens, at, end, end + 1, to)?;
    } else if tokens
        .get(end)
        .is_some_and(|t| end < to && t.lower.ends_with("ed") && can(&t.lower).verb)
        && !is_finite_at(&tokens[at..to], end - at)
    {
        end = past_relative(tokens, at, end, end, to)?;
    }
    let mut verb = end;
    while verb < to && (is_adverb(&tokens[verb].lower) || (verb > at && tokens[verb].is("there"))) {
        verb += 1;
    }
    (verb < to && is_finite_at(&tokens[at..to], verb - at)).then_some(((at, end), verb))
}

/// One past the relative clause that begins at `who`: before the auxiliary of the main clause.
fn past_relative(tokens: &[Token], at: usize, who: usize, from: usize, to: usize) -> Option<usize> {
    let own = (from..to.min(from + 3))
        .find(|i| class(&tokens[*i].lower) == Class::Auxiliary || can(&tokens[*i].lower).verb)?;
    let main = (own + 2..to.min(at + 18)).find(|i| class(&tokens[*i].lower) == Class::Auxiliary)?;
    let plain = tokens[who..main].iter().all(|t| {
        t.is_wordy() && !t.any(&["that", "because", "if", "when", "what", "how"])
            || t.is("that") && std::ptr::eq(t, &tokens[who])
    });
    let before = &tokens[main - 1];
    let complete = before.is_wordy()
        && matches!(
            class(&before.lower),
            Class::Open | Class::Object | Class::Adverb
        );
    (plain && complete).then_some(main)
}
