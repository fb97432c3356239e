//! One number with its sign, currency, multiplier and unit.

use super::Unsayable;
use super::decimal::Decimal;
use super::numeral::{self, Digits};
use super::scale::{self, Scale};
use super::text::{after_gap, after_word, is_unit, letters};
use super::unit::{self, Unit};
use super::words::{self, Words};

/// The minus of a text that showed none.
pub(super) const MINUS: char = '−';

/// How one number is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Number {
    /// Before everything: `only `, `n = `.
    lead: String,
    sign: Sign,
    /// `$`, `USD `, `#`.
    money: String,
    style: Style,
    scale: Scale,
    /// All that stands after the digits.
    after: String,
    /// The unit of time that it names.
    unit: Option<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sign {
    /// None was shown.
    None,
    /// A minus or plus, after the currency where `inside`.
    Mark { mark: char, inside: bool },
    /// `(1,200)`.
    Parentheses,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Style {
    Digits(Digits),
    Words(Words),
}

/// A number at the start of a text.
pub(super) struct Start<'a> {
    number: Number,
    /// Its value: multiplier and per cent are in it.
    pub(super) value: Decimal,
    /// The power of ten of its last digit.
    pub(super) last: i32,
    /// Whether it is in per cent.
    pub(super) percent: bool,
    /// Whether it has neither sign, currency, multiplier nor decimals.
    pub(super) plain: bool,
    /// The text after its multiplier and per cent.
    pub(super) rest: &'a str,
}

impl Start<'_> {
    /// Takes multiplier and per cent of the second number of a range: in `10–12%` both are in per cent.
    pub(super) fn scaled_as(&mut self, other: &Start<'_>) {
        if self.number.scale.is_none() {
            let power = other.number.scale.power();
            self.value = self.value.clone().shifted(power);
            self.last += power;
            self.percent = other.percent;
        }
    }
}

/// Reads the number at the start.
pub(super) fn start(text: &str) -> Option<Start<'_>> {
    let (sign, money, style, unsigned, rest) = match words::read(text, false) {
        Some((number, words, rest)) => {
            let value = Decimal::whole(number as i64);
            (Sign::None, "", Style::Words(words), value, rest)
        }
        None => in_digits(text)?,
    };
    let is_money = scale::is_currency(money.trim());
    let (scale, rest) = scale::read(rest, is_money);
    let negative = matches!(sign, Sign::Mark { mark, .. } if mark != '+');
    let decimals = match &style {
        Style::Digits(digits) => digits.decimals as i32,
        Style::Words(_) => 0,
    };
    let plain = sign == Sign::None && money.is_empty() && scale.is_none() && decimals == 0;
    Some(Start {
        value: unsigned.signed(negative).shifted(scale.power()),
        last: scale.power() - decimals,
        percent: scale.percent,
        plain,
        rest,
        number: Number {
            lead: String::new(),
            sign,
            money: money.to_owned(),
            style,
            scale,
            after: String::new(),
            unit: unit::named(rest),
        },
    })
}

type InDigits<'a> = (Sign, &'a str, Style, Decimal, &'a str);

fn in_digits(text: &str) -> Option<InDigits<'_>> {
    let (outer, rest) = sign(text);
    let (money, rest) = rest.split_at(scale::money(rest));
    // `COVID-19` is no minus.
    let open = outer.is_none() && !money.is_empty() && !money.ends_with(char::is_alphabetic);
    let (inner, rest) = if open { sign(rest) } else { (None, rest) };
    let (digits, value, rest) = numeral::read(rest)?;
    let sign = match outer.or(inner) {
        Some(mark) => Sign::Mark {
            mark,
            inside: inner.is_some(),
        },
        None => Sign::None,
    };
    Some((sign, money, Style::Digits(digits), value, rest))
}

/// The sign at the start, and the text after it.
pub(super) fn sign(text: &str) -> (Option<char>, &str) {
    let mark = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '−' | '–' | '+'));
    (mark, &text[mark.map_or(0, char::len_utf8)..])
}

/// What may stand before everything, and the text after it.
fn lead(text: &str) -> (&str, &str) {
    let word = ["only ", "just "].into_iter();
    if let Some(rest) = word.filter_map(|word| after_word(text, word)).next() {
        return text.split_at(text.len() - rest.len());
    }
    let name = letters(text);
    let after = text[name.len()..].trim_start();
    match after.strip_prefix('=') {
        Some(rest) if (1..=3).contains(&name.chars().count()) => {
            text.split_at(text.len() - rest.trim_start().len())
        }
        _ => ("", text),
    }
}

impl Number {
    /// Reads a text that is one number and its unit.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (lead, body) = lead(text);
        let inner = body
            .strip_prefix('(')
            .and_then(|body| body.strip_suffix(')'));
        let start = start(inner.unwrap_or(body))?;
        let rest = start.rest;
        let mut number = start.number;
        let digits = matches!(number.style, Style::Digits(_));
        if inner.is_some() {
            if number.sign != Sign::None || !digits || rest.contains(['(', ')']) {
                return None;
            }
            number.sign = Sign::Parentheses;
        }
        let denominator = words::denominator(after_gap(rest)).is_some();
        if !is_unit(rest) || (!digits && denominator) || (digits && is_other(rest)) {
            return None;
        }
        number.after = after_number(inner.unwrap_or(body), &number).to_owned();
        lead.clone_into(&mut number.lead);
        Some(number)
    }

    /// Says a number; for a length of time, in the unit that this text names.
    pub(super) fn say(&self, value: &Decimal) -> Result<String, Unsayable> {
        let value = value.clone().shifted(-self.scale.power());
        let decimals = match &self.style {
            Style::Digits(digits) => digits.decimals,
            Style::Words(_) => 0,
        };
        let value = value.rounded(decimals as i32);
        let (zero, negative) = (value.is_zero(), value.is_negative());
        let size = value.magnitude();
        let digits = match &self.style {
            Style::Digits(digits) => digits.write(&size)?,
            Style::Words(words) => match size.count().filter(|_| !negative) {
                Some(count) => match words.say(count) {
                    Some(words) => words,
                    None => Digits::PLAIN.write(&size)?,
                },
                None => Digits::PLAIN.write(&size)?,
            },
        };
        let Number {
            lead, money, after, ..
        } = self;
        if negative && self.sign == Sign::Parentheses {
            return Ok(format!("{lead}({money}{digits}{after})"));
        }
        let (outer, inner) = self.signs(zero, negative);
        Ok(format!("{lead}{outer}{money}{inner}{digits}{after}"))
    }

    /// The sign before the currency, and the one after it.
    fn signs(&self, zero: bool, negative: bool) -> (String, String) {
        let (shown, inside) = match self.sign {
            Sign::Mark { mark, inside } => (Some(mark), inside),
            _ => (None, false),
        };
        let mark = match shown {
            Some('+') | None if negative => Some(MINUS),
            Some('+') if !zero => shown,
            mark if negative => mark,
            _ => None,
        };
        let mark = mark.map(String::from).unwrap_or_default();
        if inside {
            (String::new(), mark)
        } else {
            (mark, String::new())
        }
    }

    /// Whether it may be a year: a bare number.
    pub(super) fn is_year(&self) -> bool {
        let digits = matches!(&self.style, Style::Digits(digits) if digits.is_year());
        digits && self.sign == Sign::None && self.money.is_empty() && self.after.is_empty()
    }

    /// The unit of time that it names.
    pub(super) fn unit(&self) -> Option<Unit> {
        self.unit.filter(|_| !self.scale.percent)
    }

    /// Whether both say a number of the same things in the same measure.
    pub(super) fn is_akin(&self, other: &Self) -> bool {
        self.money == other.money && self.after == other.after && self.scale == other.scale
    }
}

/// What stands after the digits or words of the number at the start of `text`.
fn after_number<'a>(text: &'a str, number: &Number) -> &'a str {
    let read = match number.style {
        Style::Words(_) => words::cardinal(text).map(|(_, rest)| rest),
        Style::Digits(_) => in_digits(text).map(|(_, _, _, _, rest)| rest),
    };
    read.unwrap_or_default()
}

/// Whether the digits are part of something else: `1st`, `1e6`.
fn is_other(rest: &str) -> bool {
    let glued = letters(rest);
    let power = matches!(glued, "e" | "E")
        && rest[1..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '+'));
    power || matches!(glued, "st" | "nd" | "rd" | "th")
}
