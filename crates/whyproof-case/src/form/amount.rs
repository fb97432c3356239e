//! What a condition compares a value with.

use super::decimal::{Decimal, tidy};
use super::number;
use super::text::{after_any, after_gap, after_word, letters};
use super::unit::{self, Unit};
use super::words;

/// A number, a part of one, or a count of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Amount {
    /// A number in digits or words.
    Number {
        value: Decimal,
        /// The power of ten of its last digit.
        last: i32,
        unit: Option<Unit>,
        percent: bool,
    },
    /// A ratio in words, which is meant loosely: a third, twice.
    Part {
        part: u64,
        whole: u64,
        /// Whether it is a part of a whole, so that no value is more than one.
        share: bool,
    },
    /// 31 of 40, which is meant exactly.
    Counted { part: u64, whole: u64 },
}

/// One amount, or two that are a range.
pub(super) enum Operand {
    One(Amount),
    Range(Amount, Amount),
}

impl Amount {
    /// A part of a whole.
    pub(super) fn share(part: u64, whole: u64) -> Self {
        Amount::Part {
            part,
            whole,
            share: true,
        }
    }

    /// How many times as much.
    pub(super) fn times(part: u64, whole: u64) -> Self {
        Amount::Part {
            part,
            whole,
            share: false,
        }
    }

    /// Its number, in its own unit.
    pub(super) fn number(&self) -> f64 {
        match self {
            Amount::Number { value, .. } => value.number(),
            Amount::Part { part, whole, .. } | Amount::Counted { part, whole } => {
                tidy(*part as f64 / *whole as f64)
            }
        }
    }

    /// The unit of time that it is in.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self {
            Amount::Number { unit, .. } => *unit,
            _ => None,
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Amount::Number { value, unit, .. } => match unit {
                Some(unit) => write!(f, "{value} {}", unit.word()),
                None => write!(f, "{value}"),
            },
            Amount::Counted { part, whole } => write!(f, "{part} of {whole}"),
            Amount::Part { part, whole: 1, .. } => write!(f, "{part}"),
            Amount::Part { part, whole, .. } => write!(f, "{part}/{whole}"),
        }
    }
}

/// The amount or range at the start, and the text after it.
pub(super) fn read(text: &str) -> Option<(Operand, &str)> {
    if let Some((amount, rest)) = round(text)
        .or_else(|| span(text))
        .or_else(|| fraction(text))
    {
        return Some((Operand::One(amount), rest));
    }
    if let Some(rest) = after_any(text, &["between ", "from "]) {
        let both = if after_word(text, "from ").is_some() {
            [" to ", " up to ", " down to "].as_slice()
        } else {
            &[" and "]
        };
        return range(rest, both);
    }
    let marks = [
        " – ", "–", " — ", "—", " - ", "-", "‒", " to ", " or ", "...", "…",
    ];
    if let Some(found) = range(text, &marks) {
        return Some(found);
    }
    let first = number::start(text)?;
    if let Some((amount, rest)) = ratio(&first) {
        return Some((Operand::One(amount), rest));
    }
    let rest = first.rest;
    Some((Operand::One(amount(&first, unit::named(rest))), rest))
}

fn amount(start: &number::Start<'_>, unit: Option<Unit>) -> Amount {
    Amount::Number {
        value: start.value.clone(),
        last: start.last,
        unit: unit.filter(|_| !start.percent),
        percent: start.percent,
    }
}

/// Two numbers with one of `marks` between them; the unit of the second is that of the first, where this has none.
fn range<'a>(text: &'a str, marks: &[&str]) -> Option<(Operand, &'a str)> {
    let mut low = number::start(text)?;
    let after = |text: &'a str| marks.iter().find_map(|mark| text.strip_prefix(mark));
    let word = after_gap(low.rest);
    let beyond = &word[letters(word).len()..];
    let second =
        after(low.rest).or_else(|| after(beyond).filter(|_| !low.rest.starts_with('-')))?;
    let high = number::start(second)?;
    low.scaled_as(&high);
    let unit = unit::named(high.rest);
    let first = amount(&low, unit::named(low.rest).or(unit));
    let second = amount(&high, unit);
    let rest = high.rest;
    // One in minutes and one in hours cannot be compared with one value.
    if first.unit() != second.unit() {
        return None;
    }
    let (low, high) = if first.number() <= second.number() {
        (first, second)
    } else {
        (second, first)
    };
    Some((Operand::Range(low, high), rest))
}

/// `one in five`, which is loose, and `31 of 40` or `31 out of 40`, which is exact.
fn ratio<'a>(first: &number::Start<'a>) -> Option<(Amount, &'a str)> {
    let exact = [" out of ", " of "];
    let exact = exact.iter().find_map(|mark| first.rest.strip_prefix(mark));
    let text = exact.or_else(|| first.rest.strip_prefix(" in "))?;
    let skipped = [
        "the ", "these ", "those ", "our ", "every ", "each ", "a ", "one ",
    ];
    let body = after_any(text, &skipped);
    let (whole, rest) = match body.and_then(round_word) {
        Some(found) => found,
        None => {
            let second = number::start(body.unwrap_or(text)).filter(|second| second.plain)?;
            (second.value.count()?, second.rest)
        }
    };
    let part = first.value.count().filter(|_| first.plain)?;
    // `5 in 2019` is no ratio.
    let loose = exact.is_none();
    let plain = whole <= 20 || (whole % 10 == 0 && !(1900..2100).contains(&whole));
    if part > whole || whole < 2 || (loose && !plain) {
        return None;
    }
    let amount = if loose {
        Amount::share(part, whole)
    } else {
        Amount::Counted { part, whole }
    };
    Some((amount, rest))
}

/// `half`, `a third`, `two thirds`, `three-quarters`.
fn fraction(text: &str) -> Option<(Amount, &str)> {
    if let Some(rest) = after_any(text, &["half", "a half"]) {
        return Some(match round(rest.trim_start()) {
            Some((Amount::Part { part, .. }, rest)) if part % 2 == 0 => {
                (Amount::times(part / 2, 1), rest)
            }
            _ => (Amount::share(1, 2), rest),
        });
    }
    let (part, rest) = match after_any(text, &["a ", "an "]) {
        Some(rest) => (1, rest),
        None => {
            let (part, rest) = words::cardinal(text)?;
            (part, rest.strip_prefix([' ', '-'])?)
        }
    };
    let (whole, rest) = words::denominator(rest)?;
    (part > 0 && part < whole).then(|| (Amount::share(part, whole), rest))
}

/// `an hour`, `half a day`.
fn span(text: &str) -> Option<(Amount, &str)> {
    let half = after_word(text, "half ");
    let rest = after_any(half.unwrap_or(text), &["a ", "an "])?;
    let word = letters(rest);
    let (value, last) = match half {
        Some(_) => (Decimal::parse("0.5", 0), -1),
        None => (Decimal::whole(1), 0),
    };
    let amount = Amount::Number {
        value,
        last,
        unit: Some(unit::of(word)?),
        percent: false,
    };
    Some((amount, &rest[word.len()..]))
}

/// `a dozen`, `a hundred`.
fn round(text: &str) -> Option<(Amount, &str)> {
    let (number, rest) = round_word(after_any(text, &["a ", "an "])?)?;
    Some((Amount::times(number, 1), rest))
}

fn round_word(text: &str) -> Option<(u64, &str)> {
    let word = letters(text);
    let number = match word.to_ascii_lowercase().as_str() {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        _ => return None,
    };
    Some((number, &text[word.len()..]))
}
