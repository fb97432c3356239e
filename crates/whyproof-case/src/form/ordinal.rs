//! Places in an order: `3rd`, `third`.

use super::Unsayable;
use super::decimal::Decimal;
use super::text::is_unit;
use super::words::{self, Words};

/// How a place is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ordinal {
    words: Option<Words>,
    after: String,
}

/// The letters after a place in digits.
pub(super) fn suffix(number: u64) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

impl Ordinal {
    /// Reads a text that is a place and what has it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (words, rest) = match words::read(text, true) {
            Some((_, words, rest)) => (Some(words), rest),
            None => (None, in_digits(text)?),
        };
        is_unit(rest).then(|| Self {
            words,
            after: rest.to_owned(),
        })
    }

    /// Says a place.
    pub(super) fn say(&self, value: &Decimal) -> Result<String, Unsayable> {
        let value = value.rounded(0);
        if value.is_negative() {
            return Err(Unsayable::kind(
                "a number below zero",
                "a place in an order",
            ));
        }
        let number = value.count().ok_or(Unsayable::Large)?;
        let words = self.words.as_ref().and_then(|words| words.say(number));
        let place = words.unwrap_or_else(|| format!("{number}{}", suffix(number)));
        Ok(place + &self.after)
    }

    /// Whether both are places of the same things.
    pub(super) fn is_akin(&self, other: &Self) -> bool {
        self.after == other.after
    }
}

fn in_digits(text: &str) -> Option<&str> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(length);
    let zeros = digits.len() > 1 && digits.starts_with('0');
    let number: u64 = digits.parse().ok().filter(|_| length <= 15 && !zeros)?;
    let rest = rest.strip_prefix(suffix(number))?;
    (!rest.starts_with(|c: char| c.is_alphanumeric())).then_some(rest)
}
