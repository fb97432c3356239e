//! Quantities in words and digits, and what they measure.

use super::lexicon;
use super::tokens::{Token, before, word};

/// What a quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing but a number: what it counts follows.
    Number,
    /// A share of a hundred.
    Percent,
    Money,
    Time,
    Distance,
    /// Weight, volume and the like.
    Amount,
}

/// A quantity: tokens `from..to`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quantity {
    pub(super) from: usize,
    /// One past the number and its unit.
    pub(super) to: usize,
    pub(super) unit: Unit,
    /// Its value, big words like *million* included.
    pub(super) value: f64,
}

/// Every quantity of a sentence, in order. Dates, times of the day, versions and ordinals are none.
pub(super) fn quantities(tokens: &[Token]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match one(tokens, at) {
            Some(quantity) => {
                at = quantity.to.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

fn one(tokens: &[Token], at: usize) -> Option<Quantity> {
    let (mut value, attached) = number(word(tokens, at))?;
    let mut to = at + 1;
    let currency = word(tokens, at).starts_with(['$', '€', '£']);
    while !tokens[to - 1].stop {
        let Some(size) = big(word(tokens, to)) else {
            break;
        };
        value *= size;
        to += 1;
    }
    let unit = if currency {
        Unit::Money
    } else if let Some(unit) = unit(attached) {
        unit
    } else if !attached.is_empty() {
        return None;
    } else if tokens[to - 1].stop {
        Unit::Number
    } else if matches!(word(tokens, to), "per" | "a") && word(tokens, to + 1) == "cent" {
        to += 2;
        Unit::Percent
    } else if word(tokens, to) == "and" && word(tokens, to + 2) == "half" {
        to += 3;
        unit(word(tokens, to)).unwrap_or(Unit::Number)
    } else if let Some(unit) = unit(word(tokens, to)) {
        to += 1;
        unit
    } else {
        Unit::Number
    };
    let dated = unit == Unit::Number && is_date(tokens, at, to, value);
    (!dated).then_some(Quantity {
        from: at,
        to,
        unit,
        value,
    })
}

/// Whether the number is part of a date, a time of the day or a name.
fn is_date(tokens: &[Token], at: usize, to: usize, value: f64) -> bool {
    let text = word(tokens, at);
    let previous = before(tokens, at, 1);
    let next = if tokens[to - 1].stop {
        ""
    } else {
        word(tokens, to)
    };
    if lexicon::MONTHS.contains(previous) || lexicon::MONTHS.contains(next) {
        return true;
    }
    let year = text.len() == 4
        && (1900.0..2100.0).contains(&value)
        && text.bytes().all(|b| b.is_ascii_digit());
    let year = year
        && (next.is_empty()
            || !is_counted(next)
            || matches!(previous, "in" | "since" | "by" | "until" | "from" | "of"));
    // "At seven", "half past six", "version 2", "between seven and nine".
    let clock = matches!(
        previous,
        "at" | "past"
            | "version"
            | "no"
            | "until"
            | "till"
            | "release"
            | "step"
            | "phase"
            | "room"
            | "tier"
            | "level"
    ) && !is_counted(next);
    let hour = matches!(next, "am" | "pm" | "o'clock");
    year || clock || hour
}

/// Whether a word can be what a number counts.
pub(super) fn is_counted(word: &str) -> bool {
    !word.is_empty() && !lexicon::FUNCTION.contains(word)
}

/// The value of a number in digits or in a word, and letters or a sign that follow its digits directly.
fn number(text: &str) -> Option<(f64, &str)> {
    if let Some(value) = lexicon::number_word(text) {
        return Some((value, ""));
    }
    let digits = text.trim_start_matches(['$', '€', '£']);
    let split = digits
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(digits.len());
    let (body, attached) = digits.split_at(split);
    if !body.starts_with(|c: char| c.is_ascii_digit()) || body.matches('.').count() > 1 {
        return None;
    }
    let value: f64 = body.replace(',', "").parse().ok()?;
    match attached {
        "m" if text.starts_with(['$', '€', '£']) => Some((value * 1e6, "")),
        "k" => Some((value * 1e3, "")),
        _ => Some((value, attached)),
    }
}

fn big(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// What a word after a number measures.
pub(super) fn unit(word: &str) -> Option<Unit> {
    let word = word.trim_start_matches('-');
    Some(match word {
        "%" | "percent" => Unit::Percent,
        "euro" | "euros" | "dollar" | "dollars" | "pound" | "pounds" | "cent" | "cents"
        | "pence" | "franc" | "francs" | "yen" | "rupees" | "kwacha" | "krona" | "kroner"
        | "zloty" | "usd" | "eur" | "gbp" | "€" | "$" | "£" => Unit::Money,
        "second" | "seconds" | "minute" | "minutes" | "min" | "mins" | "hour" | "hours" | "hrs"
        | "h" | "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years"
        | "ms" | "s" | "nights" | "evenings" | "mornings" | "weekends" | "shifts" | "quarters"
        | "seasons" => Unit::Time,
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" | "mile" | "miles"
        | "metre" | "metres" | "m" | "meters" | "feet" | "yards" => Unit::Distance,
        "kg" | "g" | "grams" | "kilos" | "tonnes" | "tons" | "litres" | "liters" | "mg" | "ml"
        | "gb" | "mb" | "kwh" | "°c" | "degrees" | "points" | "pages" => Unit::Amount,
        _ => return None,
    })
}
