//! Quantities in words.

use super::unit::multiplier;
use super::{Dimension, Line, Quantity, Unit, numeral};
use crate::prose::tokens::TokenKind;

/// The value of a number word in small letters.
pub(super) fn value(word: &str) -> Option<f64> {
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    Some(match word {
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        "hundred" => 100.0,
        _ => return None,
    })
}

/// Reads the number words that begin at token `at`, and gives the token to go on from.
pub(super) fn read(line: Line<'_>, at: usize, into: &mut Vec<Quantity>) -> usize {
    let word = line.text(at);
    let one = matches!(word, "one" | "a") && is_fraction(line, at);
    let Some(first) = value(word).or(one.then_some(1.0)) else {
        return at + 1;
    };
    if line.joined(at) && line.before(at) == "-" {
        return at + 1;
    }
    let mut quantity = Quantity {
        start: line.tokens[at].start,
        end: line.tokens[at].end,
        value: first,
        unit: Unit::COUNT,
        decimals: 0,
        significant: 1,
        small: first <= 10.0,
        figure: false,
    };
    let mut next = at + 1;
    // thirty-six
    if line.text(next) == "-"
        && line.joined(next + 1)
        && let Some(units) = value(line.text(next + 1)).filter(|&units| units < 10.0)
    {
        quantity.value += units;
        quantity.end = line.tokens[next + 1].end;
        next += 2;
    }
    next = multiplied(line, next, &mut quantity);
    if let Some(parts) = fraction(line.text(next)) {
        quantity.value /= parts;
        quantity.unit = Unit::RATIO;
        quantity.small = false;
        quantity.end = line.tokens[next].end;
        next += 1;
        next = part_of_unit(line, next, &mut quantity);
    } else if let Some(after) = numeral::ratio(line, next, &mut quantity) {
        quantity.small = false;
        next = after;
    } else if matches!((line.text(next), line.text(next + 1)), ("per", "cent")) {
        quantity.unit = Unit::PERCENT;
        quantity.small = false;
        quantity.end = line.tokens[next + 1].end;
        next += 2;
    } else {
        let hyphen = usize::from(line.text(next) == "-" && line.joined(next + 1));
        if let Some(unit) = Unit::of_word(line.text(next + hyphen), false) {
            quantity.unit = unit;
            quantity.small &= unit.dimension != Dimension::Money;
            quantity.end = line.tokens[next + hyphen].end;
            next += hyphen + 1;
        }
    }
    into.push(quantity);
    next
}

/// Reads *hundred*, *million* and the like from `at` on, and gives the token after them.
fn multiplied(line: Line<'_>, at: usize, quantity: &mut Quantity) -> usize {
    let mut next = at;
    while let Some((word, TokenKind::Word)) = line.get(next)
        && word.len() > 2
        && let Some(by) = multiplier(word)
    {
        quantity.value *= by;
        quantity.small = false;
        quantity.end = line.tokens[next].end;
        next += 1;
    }
    next
}

/// A quarter of an hour is a time: reads "of an hour" at `at`, and gives the token after it.
fn part_of_unit(line: Line<'_>, at: usize, quantity: &mut Quantity) -> usize {
    let of = line.text(at) == "of" && matches!(line.text(at + 1), "a" | "an");
    match Unit::of_word(line.text(at + 2), false).filter(|_| of) {
        Some(unit) => {
            quantity.unit = unit;
            quantity.end = line.tokens[at + 2].end;
            at + 3
        }
        None => at,
    }
}

/// Whether *one* or *a* at `at` begins a share: *one in five*, *a third of*.
fn is_fraction(line: Line<'_>, at: usize) -> bool {
    let next = line.text(at + 1);
    let one = line.text(at) == "one";
    let share = fraction(next).is_some() && line.text(at + 2) == "of";
    share || (one && (next == "in" || (next == "out" && line.text(at + 2) == "of")))
}

/// How many of the parts that a word names make a whole.
fn fraction(word: &str) -> Option<f64> {
    Some(match word {
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    })
}
