//! Numbers in words.

use super::text::{after_word, letters};

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// The largest number that a text in small words goes on to say in words: beyond twelve, prose uses digits.
const PLAIN: u64 = 12;

/// How a number in words is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Words {
    /// Whether it begins with a capital letter.
    capital: bool,
    /// The largest number that stays in words.
    most: u64,
    /// What joins `twenty` and `one`.
    join: char,
    /// Whether it is an ordinal.
    ordinal: bool,
}

impl Words {
    /// The words for `number`; none beyond what this text has shown that it says in words.
    pub(super) fn say(&self, number: u64) -> Option<String> {
        if number > self.most {
            return None;
        }
        let at = number as usize;
        let units = if self.ordinal { &ORDINALS } else { &SMALL };
        let mut words = match (at.checked_sub(20), at % 10) {
            (None, _) => (*units.get(at)?).to_owned(),
            (Some(over), 0) if self.ordinal => TENS.get(over / 10)?.replace('y', "ieth"),
            (Some(over), 0) => (*TENS.get(over / 10)?).to_owned(),
            (Some(over), unit) => format!("{}{}{}", TENS.get(over / 10)?, self.join, units[unit]),
        };
        if self.capital
            && let Some(first) = words.get_mut(..1)
        {
            first.make_ascii_uppercase();
        }
        Some(words)
    }
}

/// The number from 0 to 99 in words at the start, how it is written, and the text after it.
pub(super) fn read(text: &str, ordinal: bool) -> Option<(u64, Words, &str)> {
    let word = letters(text);
    let same = |name: &&str| name.eq_ignore_ascii_case(word);
    let small = if ordinal { &ORDINALS } else { &SMALL };
    let after = &text[word.len()..];
    let (number, rest, join) = if let Some(at) = small.iter().position(same) {
        (at as u64, after, '-')
    } else if let Some(at) = TENS.iter().position(same) {
        let tens = 20 + 10 * at as u64;
        match unit(after, ordinal) {
            Some((unit, rest, join)) => (tens + unit, rest, join),
            None if ordinal => return None,
            None => (tens, after, '-'),
        }
    } else {
        let round = |name: &&str| ordinal && name.replace('y', "ieth").eq_ignore_ascii_case(word);
        let at = TENS.iter().position(round)?;
        (20 + 10 * at as u64, after, '-')
    };
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let words = Words {
        capital: text.starts_with(|c: char| c.is_uppercase()),
        most: if number > PLAIN { 99 } else { PLAIN },
        join,
        ordinal,
    };
    Some((number, words, rest))
}

/// The `-one` of `twenty-one`.
fn unit(text: &str, ordinal: bool) -> Option<(u64, &str, char)> {
    let join = text.chars().next().filter(|c| matches!(c, '-' | ' '))?;
    let names = if ordinal { &ORDINALS } else { &SMALL };
    let (at, rest) = (1..10).find_map(|at| Some((at, after_word(&text[1..], names[at])?)))?;
    Some((at as u64, rest, join))
}

/// The cardinal number in words at the start, and the text after it.
pub(crate) fn cardinal(text: &str) -> Option<(u64, &str)> {
    let (number, _, rest) = read(text, false)?;
    Some((number, rest))
}

/// The denominator that a word names, `third` or `thirds`, and the text after it.
pub(super) fn denominator(text: &str) -> Option<(u64, &str)> {
    let word = letters(text);
    let rest = &text[word.len()..];
    let word = word.to_ascii_lowercase();
    let one = match word.as_str() {
        "halves" => "half",
        word => word.strip_suffix('s').unwrap_or(word),
    };
    let number = match one {
        "half" => 2,
        "quarter" => 4,
        "hundredth" => 100,
        "thousandth" => 1000,
        _ => ORDINALS.iter().skip(3).position(|name| *name == one)? as u64 + 3,
    };
    Some((number, rest))
}
