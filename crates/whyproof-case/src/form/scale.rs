//! Currencies before a number, multipliers and per cent after it.

use super::text::{after_gap, after_word, letters};

/// By which powers of ten a number is written smaller or larger than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Scale {
    /// `M` is 6.
    multiplier: i32,
    /// Whether it is in per cent.
    pub(super) percent: bool,
}

impl Scale {
    /// The power of ten between the digits and the value.
    pub(super) fn power(self) -> i32 {
        self.multiplier - if self.percent { 2 } else { 0 }
    }

    /// Whether there is neither a multiplier nor a per cent.
    pub(super) fn is_none(self) -> bool {
        self.multiplier == 0 && !self.percent
    }
}

/// Names of currencies that are no capitals.
const NAMES: [&str; 6] = ["Rs.", "Rs", "kr.", "kr", "Fr.", "Sfr."];

/// Codes of currencies after a number: those most written, for a word of three capitals may be anything.
#[rustfmt::skip]
const CODES: [&str; 40] = [
    "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS", "HKD",
    "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "MWK", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN",
    "RWF", "SEK", "SGD", "THB", "TRY", "TZS", "USD", "ZAR",
];

fn is_sign(c: char) -> bool {
    matches!(c, '$' | '¢' | '£' | '¤' | '¥' | '฿' | '₠'..='₿')
}

/// Whether `text` is a currency: a sign, with capitals before it or not, or three capitals.
pub(super) fn is_currency(text: &str) -> bool {
    let capitals = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    text.ends_with(is_sign) || capitals || NAMES.contains(&text)
}

/// How many bytes at the start are a currency, capitals or `#`, with a space after it.
pub(super) fn money(text: &str) -> usize {
    let capitals = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text[capitals..];
    let next = rest.chars().next();
    let end = match next.filter(|&c| is_sign(c) || c == '#') {
        Some(sign) if capitals <= 3 => capitals + sign.len_utf8(),
        _ => match NAMES.iter().find(|name| text.starts_with(**name)) {
            Some(name) => name.len(),
            None if capitals <= 4 => capitals,
            None => 0,
        },
    };
    let space = text[end..].chars().next().filter(|c| c.is_whitespace());
    end + if end > 0 {
        space.map_or(0, char::len_utf8)
    } else {
        0
    }
}

/// The multiplier and the per cent at the start, and the text after them. A small `m` is millions of money and metres
/// or minutes of anything else.
pub(super) fn read(text: &str, money: bool) -> (Scale, &str) {
    let (multiplier, rest) = multiplier(text, money).unwrap_or((0, text));
    let (percent, rest) = match percent(rest) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let scale = Scale {
        multiplier,
        percent,
    };
    (scale, rest)
}

/// `M`, ` million`, ` hundred thousand`.
fn multiplier(text: &str, money: bool) -> Option<(i32, &str)> {
    let (power, rest) = one_multiplier(text, money)?;
    let next = rest.strip_prefix(' ').unwrap_or_default();
    let word = letters(next);
    match in_words(word) {
        Some(more) => Some((power + more, &next[word.len()..])),
        None => Some((power, rest)),
    }
}

fn one_multiplier(text: &str, money: bool) -> Option<(i32, &str)> {
    let body = after_gap(text);
    let word = letters(body);
    let rest = &body[word.len()..];
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let glued = body.len() == text.len();
    let money = money || begins_with_currency(rest);
    let power = match word {
        "k" | "K" if glued || money => 3,
        "M" | "mn" | "Mn" | "mln" if glued || money => 6,
        "B" | "bn" | "Bn" | "BN" if glued || money => 9,
        "T" | "tn" | "trn" if glued || money => 12,
        "m" if money => 6,
        "b" if money => 9,
        "t" if money => 12,
        "bn" => 9,
        "mn" | "mln" => 6,
        _ => in_words(word)?,
    };
    Some((power, rest))
}

/// The power of ten that a word multiplies by.
pub(super) fn in_words(word: &str) -> Option<i32> {
    Some(match word.to_ascii_lowercase().as_str() {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" => 5,
        "million" => 6,
        "crore" => 7,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

fn begins_with_currency(text: &str) -> bool {
    let text = after_gap(text);
    text.starts_with(is_sign) || CODES.iter().any(|code| after_word(text, code).is_some())
}

/// The text after `%` or its words; none where they are points, which are a difference and no share.
fn percent(text: &str) -> Option<&str> {
    let body = after_gap(text);
    let rest = ["%", "per cent", "percent", "pct"]
        .iter()
        .find_map(|word| after_word(body, word))?;
    let next = letters(after_gap(rest));
    (!matches!(next, "point" | "points" | "pp" | "pt" | "pts")).then_some(rest)
}
