//! Lengths of time and times of the day in several parts: `3 min 20 s`, `1:02:03`.

use jiff::civil::DateTime;

use super::Unsayable;
use super::decimal::Decimal;
use super::number::{MINUS, sign};
use super::text::{after_gap, is_unit, letters};
use super::unit::{self, Unit};

/// The longest length of time that is said, in its smallest unit.
const LONGEST: f64 = 1e15;

/// How a length of time is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Duration {
    minus: Option<char>,
    parts: Vec<Part>,
    /// Digits after the point of the last part.
    decimals: usize,
    /// Whether colons part it.
    clock: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Part {
    unit: Unit,
    /// Whether it is written with two digits: `05`.
    padded: bool,
    /// What stands after its digits.
    after: String,
}

/// One number of a text: its digits, those after its point, and the text after it.
fn digits(text: &str) -> Option<(&str, usize, &str)> {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&whole) {
        return None;
    }
    let rest = &text[whole..];
    let decimals = rest.strip_prefix('.').map_or(0, |fraction| {
        fraction.bytes().take_while(u8::is_ascii_digit).count()
    });
    let end = whole + if decimals > 0 { decimals + 1 } else { 0 };
    (decimals <= 6).then(|| (&text[..whole], decimals, &text[end..]))
}

fn is_padded(digits: &str) -> bool {
    digits.len() == 2 && digits.starts_with('0')
}

impl Duration {
    /// Reads `3 min 20 s` and its like: two parts or more, each of a smaller unit than the one before.
    pub(super) fn in_parts(text: &str) -> Option<Self> {
        let (minus, mut rest) = sign(text);
        let mut parts: Vec<Part> = Vec::new();
        let mut decimals = 0;
        while decimals == 0
            && let Some((number, fraction, after)) = digits(rest)
            && let Some(unit) = unit::named(after)
            && parts.last().is_none_or(|last| unit < last.unit)
        {
            let body = after_gap(after);
            let end = &body[letters(body).len()..];
            let next = [", ", " and ", " "].iter();
            rest = next
                .filter_map(|mark| end.strip_prefix(mark))
                .find(|next| digits(next).is_some())
                .or_else(|| digits(end).map(|_| end))
                .unwrap_or(end);
            parts.push(Part {
                unit,
                padded: is_padded(number),
                after: after[..after.len() - rest.len()].to_owned(),
            });
            decimals = fraction;
        }
        if parts.len() < 2 || minus == Some('+') || !is_unit(rest) {
            return None;
        }
        parts.last_mut()?.after.push_str(rest);
        Some(Self {
            minus,
            parts,
            decimals,
            clock: false,
        })
    }

    /// Reads `4:32` (minutes and seconds; with an `h` after it, hours and minutes) and `1:02:03`.
    pub(super) fn on_a_clock(text: &str) -> Option<Self> {
        let (minus, rest) = sign(text);
        let (first, none, mut rest) = digits(rest)?;
        let mut padded = vec![is_padded(first)];
        let mut decimals = none;
        while decimals == 0
            && let Some(after) = rest.strip_prefix(':')
        {
            let (number, fraction, after) = digits(after)?;
            if number.len() != 2 || number >= "60" {
                return None;
            }
            padded.push(true);
            (decimals, rest) = (fraction, after);
        }
        let word = letters(after_gap(rest)).to_ascii_lowercase();
        let half_day = matches!(word.as_str(), "am" | "pm" | "a" | "p");
        let glued = rest.starts_with(char::is_alphabetic);
        let plain = none == 0 && minus != Some('+') && !half_day && !glued && is_unit(rest);
        if !plain || !(2..=3).contains(&padded.len()) {
            return None;
        }
        let hours = padded.len() == 3 || unit::of(&word) == Some(Unit::HOUR);
        let units = [Unit::HOUR, Unit::MINUTE, Unit::SECOND];
        let units = &units[usize::from(!hours)..];
        let last = padded.len() - 1;
        let part = |(at, (&unit, padded))| Part {
            unit,
            padded,
            after: if at == last { rest } else { ":" }.to_owned(),
        };
        Some(Self {
            minus,
            parts: units.iter().zip(padded).enumerate().map(part).collect(),
            decimals,
            clock: true,
        })
    }

    /// Says a length of time.
    pub(super) fn say(&self, seconds: f64) -> Result<String, Unsayable> {
        let smallest = self.parts.last().map_or(Unit::SECOND, |part| part.unit);
        let value = Decimal::of(seconds / smallest.seconds()).ok_or(Unsayable::NotFinite)?;
        if value.number().abs() >= LONGEST {
            return Err(Unsayable::Large);
        }
        let value = value.rounded(self.decimals as i32);
        let minus = if value.is_negative() {
            self.minus.unwrap_or(MINUS).to_string()
        } else {
            String::new()
        };
        let (whole, fraction) = value.magnitude().written(self.decimals);
        let mut left = whole.parse::<u64>().map_err(|_| Unsayable::Large)?;
        let mut out = minus;
        for (at, part) in self.parts.iter().enumerate() {
            let each = part.unit.0 / smallest.0;
            let number = left / each;
            left %= each;
            // More than nine digits could not be read back.
            if number > 999_999_999 {
                return Err(Unsayable::Large);
            }
            out.push_str(&if part.padded {
                format!("{number:02}")
            } else {
                number.to_string()
            });
            if at + 1 == self.parts.len() && !fraction.is_empty() {
                out.push('.');
                out.push_str(&fraction);
            }
            out.push_str(&part.after);
        }
        Ok(out)
    }

    /// Says a time of the day: `4:32` is hours and minutes of it. None for a text that is no clock's.
    pub(super) fn time(&self, time: DateTime) -> Option<String> {
        if !self.clock || self.decimals > 0 || self.minus.is_some() {
            return None;
        }
        let fields = [time.hour(), time.minute(), time.second()];
        let field = |(part, field): (&Part, i8)| {
            let after = &part.after;
            if part.padded {
                format!("{field:02}{after}")
            } else {
                format!("{field}{after}")
            }
        };
        Some(self.parts.iter().zip(fields).map(field).collect())
    }

    /// Whether both are of one kind.
    pub(super) fn is_akin(&self, other: &Self) -> bool {
        let units = |parts: &[Part]| parts.iter().map(|part| part.unit).collect::<Vec<_>>();
        self.clock == other.clock && units(&self.parts) == units(&other.parts)
    }
}
