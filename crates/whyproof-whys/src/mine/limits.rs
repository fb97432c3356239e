//! Limits, numbers and dates that are set without a reason.

use crate::english::{Class, Shape, Token, class};
use crate::material::{Material, Slots};

use super::grounds::{is_grounded, reasoned};
use super::quote::{around, commitment, ends, is_stated, near, phrase, place};
use super::take::Take;

/// What makes a number a limit.
const LIMITS: &str = "at most|at least|up to|no more than|no less than|no fewer than|not more than|more than|fewer than|less than|within|every|after|for|a maximum of|a minimum of|a limit of|limited to|the top|the first|the last|term of|fixed-term of";
/// Those that make a number one only with a time, or under a bar.
const LOOSE: &str = "for|after|every|within|the|more|less";
/// Numbers in words.
const IN_WORDS: &str = "two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty";
/// Units of time, which need no other word to be a limit.
const TIMES: &str = "second|seconds|minute|minutes|hour|hours|day|days|week|weeks|month|months|year|years|releases|versions|cycles|quarters";
/// Whom a rate is counted for.
const WHOM: &str = "user|person|client|account|ip|address|team|customer|host|project|repository|organization|organisation|member|tenant|device|session";
/// Words with which a text binds somebody.
const BINDS: &str = "must|should|shall|will|can only|may only|is limited|are limited|cannot|not be|we'll|would like|want to";
/// Headings under which it is said what has to be reached.
const BARS: &str = "criteria|success|goal|graduation|policy|rules|proposal|solution|requirements|targets|metric|acceptance|open issue|how would|how will";

/// A number that binds somebody.
pub(crate) fn set(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let barred = near(take, BARS);
    let bound = barred || place(tokens, BINDS).is_some();
    if !is_stated(take) || !bound || is_past(tokens) || reasoned(tokens) {
        return;
    }
    let found = (0..tokens.len()).find_map(|at| {
        let limit = limit(tokens, at, barred)?;
        let words = phrase(take, limit.from, limit.to)?;
        let quote = around(take, at)?;
        (!is_aside(tokens, at, limit.to) && !is_grounded(take, &words.text))
            .then_some((limit.name, words, quote))
    });
    if let Some((name, words, quote)) = found {
        let marker = words.text.clone();
        let weight = if barred { 88 } else { 80 };
        let slots = Slots::from([("quote", quote), ("number", words)]);
        into.push(commitment(take, name, &marker, weight, slots));
    }
}

/// Whether the number is only roughly meant, or said more of between parentheses.
fn is_aside(tokens: &[Token], at: usize, to: usize) -> bool {
    let said = tokens.get(to).is_some_and(|t| t.is("("))
        && !tokens.get(to + 1).is_some_and(|t| t.is("e.g"));
    let before = tokens[..at].iter().rev().take(2);
    let mut before = before.into_iter();
    said || before.any(|t| t.any(&["say", "about", "roughly", "around", "approximately"]))
}

/// Whether the sentence tells what was.
fn is_past(tokens: &[Token]) -> bool {
    place(tokens, "was|were|had|has been|have been|did|ago|reported|found|took|currently|today|already|so far|usually|typically|experience|in most cases").is_some()
}

/// A number that is set: its phrase, and the name of the question that fits.
struct Limit {
    from: usize,
    to: usize,
    name: &'static str,
}

/// The limit whose number stands at `at`.
fn limit(tokens: &[Token], at: usize, barred: bool) -> Option<Limit> {
    let digits = is_digits(&tokens[at]);
    let one = tokens[at].is("one");
    if !(digits || one || ends(tokens, at, IN_WORDS).is_some()) {
        return None;
    }
    let units = tokens[at + 1..].iter().take(3).take_while(|t| is_unit(t));
    let to = at + 1 + units.count();
    if to == at + 1 && !tokens[at].lower.ends_with('%') {
        return None;
    }
    let per = tokens.get(to).is_some_and(|t| t.is("per"));
    if per && (ends(tokens, to + 1, TIMES).is_some() || ends(tokens, to + 1, WHOM).is_some()) {
        let (from, to, name) = (at, to + 2, "rate");
        return Some(Limit { from, to, name });
    }
    let many = tokens[at + 1..to].iter().any(|t| t.lower.ends_with('s'));
    let cut = tokens.get(to).is_some_and(|t| t.any(&["or", "and"]));
    if cut && !many {
        return None;
    }
    let least = (at >= 2 && ends(tokens, at - 2, "at least") == Some(at)).then(|| at - 2);
    if let (Some(from), true) = (least, barred) {
        let name = "least";
        return Some(Limit { from, to, name });
    }
    let before = (1..=3)
        .filter_map(|n| at.checked_sub(n))
        .find(|from| ends(tokens, *from, LIMITS) == Some(at));
    let timed = (at + 1..to).any(|at| ends(tokens, at, TIMES).is_some());
    let strict = before.is_some_and(|from| ends(tokens, from, LOOSE).is_none());
    let counted = barred && digits && many && at > 0 && !tokens[at - 1].capital;
    let set = before.is_some() && (strict || timed || barred) || counted;
    (set && !one).then_some(Limit {
        from: before.unwrap_or(at),
        to,
        name: "limit",
    })
}

/// Whether a token is a number in digits, and no year.
fn is_digits(token: &Token) -> bool {
    let year =
        token.lower.len() == 4 && (token.lower.starts_with("19") || token.lower.starts_with("20"));
    let digit = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '%');
    token.shape == Shape::Number && token.lower.chars().all(digit) && !year
}

/// Whether a token goes on what is counted.
fn is_unit(token: &Token) -> bool {
    token.shape == Shape::Word
        && class(&token.lower) == Class::Open
        && !token.capital
        && !token.lower.ends_with("ed")
}
