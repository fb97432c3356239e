//! Limits, numbers and dates that are set without a reason.

use crate::english::{Class, Shape, Token, class};
use crate::material::{Material, Slots};

use super::grounds::{is_grounded, reasoned};
use super::quote::{around, commitment, ends, is_stated, near, phrase, place};
use super::take::Take;

/// What makes a number a limit.
const LIMITS: &str = "at most|at least|up to|no more than|no less than|no fewer than|not more than|more than|fewer than|less than|within|every|after|for|a maximum of|a minimum of|a limit of|limited to|the top|the first|the last|term of|fixed-term of";
/// Numbers in words.
const IN_WORDS: &str = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty";
/// Units of time, which need no other word to be a limit.
const TIMES: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "releases", "versions", "cycles", "quarters",
];
/// Whom a rate is counted for.
const WHOM: &[&str] = &[
    "user",
    "person",
    "client",
    "account",
    "ip",
    "address",
    "team",
    "customer",
    "host",
    "project",
    "repository",
    "organization",
    "organisation",
    "member",
    "tenant",
    "device",
    "session",
];
/// Words with which a text binds somebody.
const BINDS: &str = "must|should|shall|will|can only|may only|is limited|are limited|cannot|not be|we'll|would like|want to";
/// Headings under which it is said what has to be reached.
const BARS: &str = "criteria|success|goal|graduation|policy|rules|proposal|solution|requirements|targets|metric|acceptance|open issue|how would|how will";

/// A number that binds somebody.
pub(crate) fn set(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take)
        || take.sentence.sourced && take.sentence.load == 0 && is_past(take.tokens())
    {
        return;
    }
    let tokens = take.tokens();
    let barred = near(take, BARS);
    let bound = barred || place(tokens, BINDS).is_some();
    if !bound || is_past(tokens) || reasoned(tokens) {
        return;
    }
    for at in 0..tokens.len() {
        let Some((from, to, rate)) = limit(tokens, at, barred) else {
            continue;
        };
        let (Some(quote), Some(words)) = (around(take, at), phrase(take, from, to)) else {
            continue;
        };
        let aside = (tokens.get(to).is_some_and(|t| t.is("("))
            && !tokens.get(to + 1).is_some_and(|t| t.is("e.g")))
            || tokens[..at]
                .iter()
                .rev()
                .take(2)
                .any(|t| t.any(&["say", "about", "roughly", "around", "approximately"]));
        if aside || is_grounded(take, &words.text) {
            continue;
        }
        let marker = words.text.clone();
        let name = if rate { "rate" } else { "limit" };
        let slots = Slots::from([("quote", quote), ("number", words)]);
        into.push(commitment(
            take,
            name,
            &marker,
            if barred { 88 } else { 80 },
            slots,
        ));
        return;
    }
}

/// Whether the sentence tells what was.
fn is_past(tokens: &[Token]) -> bool {
    place(tokens, "was|were|had|has been|have been|did|ago|reported|found|took|currently|today|already|so far|usually|typically|experience|in most cases").is_some()
}

/// The limit whose number stands at `at`: its phrase, and whether it is a rate.
fn limit(tokens: &[Token], at: usize, barred: bool) -> Option<(usize, usize, bool)> {
    let token = &tokens[at];
    let digits = token.shape == Shape::Number
        && token
            .lower
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '%'));
    let year =
        token.lower.len() == 4 && (token.lower.starts_with("19") || token.lower.starts_with("20"));
    let one = token.is("one");
    if !(digits && !year || one || ends(tokens, at, IN_WORDS).is_some()) {
        return None;
    }
    let share = token.lower.ends_with('%');
    let mut to = at + 1;
    while to < tokens.len() && to < at + 4 && is_unit(&tokens[to]) {
        to += 1;
    }
    let unit = tokens.get(at + 1).filter(|t| is_unit(t));
    if unit.is_none() && !share {
        return None;
    }
    if tokens.get(to).is_some_and(|t| t.any(&["per", "/"]))
        && tokens
            .get(to + 1)
            .is_some_and(|t| t.any(TIMES) || t.any(WHOM))
    {
        return Some((at, to + 2, true));
    }
    let cut = tokens.get(to).is_some_and(|t| t.any(&["or", "and"]));
    if cut && !tokens[to - 1].lower.ends_with('s') {
        return None;
    }
    let least = at >= 2 && barred && ends(tokens, at - 2, "at least") == Some(at);
    if one && !least {
        return None;
    }
    let before = (1..=3)
        .filter_map(|n| at.checked_sub(n))
        .find(|from| ends(tokens, *from, LIMITS) == Some(at));
    let timed = tokens[at + 1..to].iter().any(|t| t.any(TIMES));
    let weak = before.is_none_or(|from| {
        tokens[from].any(&[
            "for", "after", "every", "by", "until", "within", "the", "more", "less",
        ])
    });
    let counted = barred
        && at > 0
        && !tokens[at - 1].capital
        && tokens[at + 1..to].iter().any(|t| t.lower.ends_with('s'));
    let is_limit = before.is_some() && (!weak || timed || barred);
    (is_limit || (counted && digits)).then_some((before.unwrap_or(at), to, false))
}

/// Whether a token goes on what is counted.
fn is_unit(token: &Token) -> bool {
    token.shape == Shape::Word
        && class(&token.lower) == Class::Open
        && !token.capital
        && !token.lower.ends_with("ed")
}
