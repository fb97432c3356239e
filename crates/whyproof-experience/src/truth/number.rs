//! Numbers in what somebody tells: digits and words, with what they measure, how loosely they are meant, and ranges.

use std::ops::Range;

use super::token::{Token, tokens};

/// What a number measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A count: what it counts follows.
    Count,
    /// A share of a hundred.
    Percent,
    /// Percentage points.
    Points,
    /// Money, by its currency's sign.
    Money(char),
    /// How many times as much.
    Times,
    /// A place in an order.
    Ordinal,
    /// Something measured, by the unit that its value is given in.
    Measure(&'static str),
}

/// How loosely a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// As it stands.
    Exact,
    /// *about*
    About,
    /// *nearly*
    Nearly,
    /// *up to*
    UpTo,
    /// *at least*, `40+`
    AtLeast,
    /// *more than*
    Over,
    /// *less than*
    Under,
    /// *dozens*, *hundreds*
    Many,
}

/// A number, or a range of two.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// Where it stands, its hedge and its unit included, in bytes.
    pub(crate) at: Range<usize>,
    /// Its value, in the unit's own base; of a range, the lower.
    pub(crate) low: f64,
    /// Of a range, the higher; else as `low`.
    pub(crate) high: f64,
    /// What it measures.
    pub(crate) unit: Unit,
    /// How loosely it is meant.
    pub(crate) hedge: Hedge,
    /// Digits behind the point.
    pub(crate) decimals: u32,
    /// Whether it was told by a word for a part, as *a third*.
    is_part: bool,
    /// Its tokens: the first, and one past the last.
    span: Range<usize>,
}

impl Quantity {
    /// Whether two have the same value of the same unit, hedges apart.
    pub(crate) fn equals(&self, other: &Quantity) -> bool {
        let slack = if self.is_part || other.is_part {
            0.5
        } else {
            1e-9
        };
        let near = |one: f64, two: f64| (one - two).abs() <= slack * one.abs().clamp(1.0, 1e9);
        let near = |one: f64, two: f64| match slack < 0.1 {
            true => near(one, two),
            false => (one - two).abs() < slack,
        };
        self.unit == other.unit && near(self.low, other.low) && near(self.high, other.high)
    }

    /// Whether `other` says as much as this: the same value, no less loosely.
    pub(crate) fn is_in(&self, other: &Quantity) -> bool {
        if self.hedge == Hedge::Many {
            let same = other.hedge == Hedge::Many && self.equals(other);
            let many = other.hedge != Hedge::Under && other.unit == self.unit;
            return same || (many && other.hedge != Hedge::Many && other.low >= 2.0 * self.low);
        }
        let loose = match other.hedge {
            Hedge::Exact => !matches!(self.hedge, Hedge::Over | Hedge::Under),
            Hedge::Over => matches!(self.hedge, Hedge::Over | Hedge::AtLeast),
            Hedge::Nearly => matches!(self.hedge, Hedge::Nearly | Hedge::About | Hedge::UpTo),
            hedge => self.hedge == hedge,
        };
        loose && self.equals(other)
    }

    /// Whether it is a year of our time.
    pub(crate) fn is_year(&self) -> bool {
        let year = |value: f64| (1900.0..2100.0).contains(&value) && value.fract() == 0.0;
        self.unit == Unit::Count && self.decimals == 0 && year(self.low) && year(self.high)
    }
}

/// What a text says in numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    /// The numbers, in order.
    pub(crate) found: Vec<Quantity>,
    /// Changes, as in *from 31 to 4*: places in `found`.
    pub(crate) changes: Vec<(usize, usize)>,
}

/// Reads the numbers of a text.
pub(crate) fn numbers(text: &str) -> Numbers {
    let tokens = tokens(text);
    let reader = Reader { tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.quantity(at) {
            Some(quantity) => {
                at = quantity.span.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    reader.joined(found)
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.lower)
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The number that begins at a token, with its unit and hedge.
    fn quantity(&self, at: usize) -> Option<Quantity> {
        let mut number = self.number(at)?;
        let mut end = number.end;
        while let Some(size) = big(self.word(end)) {
            number.value *= size;
            number.decimals = 0;
            end += 1;
        }
        let mut unit = number.unit.clone();
        if unit.is_none() {
            (unit, end) = self.unit(end, &mut number.value);
        }
        let mut start = at;
        if let Some(sign) = currency(self.before(at, 1))
            && matches!(unit, None | Some(Unit::Count))
        {
            unit = Some(Unit::Money(sign));
            start -= 1;
        }
        let unit = unit.unwrap_or(Unit::Count);
        let mut hedge = number.hedge;
        if hedge == Hedge::Many && self.word(end) == "of" {
            end += 1;
        }
        if let Some((found, words)) = self.hedge(start, &unit) {
            start -= words;
            hedge = found;
        } else if hedge == Hedge::Exact {
            let (found, words) = self.hedge_after(end);
            hedge = found;
            end += words;
        }
        let last = self.tokens.get(end.checked_sub(1)?)?;
        Some(Quantity {
            at: self.tokens[start].at.start..last.at.end,
            low: number.value,
            high: number.value,
            unit,
            hedge,
            decimals: number.decimals,
            is_part: number.is_part,
            span: at..end,
        })
    }

    /// A number in digits or words, without what follows it.
    fn number(&self, at: usize) -> Option<Number> {
        let token = self.tokens.get(at)?;
        if let Some((value, decimals)) = token.number {
            return Some(Number::plain(value, decimals, at + 1)).map(|it| it.sized(token.suffix));
        }
        self.part(at).or_else(|| self.cardinal(at))
    }

    /// *half*, *a third*, *three quarters*, *doubled*, *hundreds*.
    fn part(&self, at: usize) -> Option<Number> {
        let word = self.word(at);
        let times = |value: f64| Number {
            unit: Some(Unit::Times),
            ..Number::plain(value, 0, at + 1)
        };
        let share = |value: f64, end: usize| Number {
            unit: Some(Unit::Percent),
            is_part: true,
            ..Number::plain(value, 0, end)
        };
        let many = |value: f64| Number {
            hedge: Hedge::Many,
            ..Number::plain(value, 0, at + 1)
        };
        Some(match word {
            "doubled" | "doubling" | "doubles" | "twice" | "twofold" => times(2.0),
            "tripled" | "tripling" | "trebled" | "trebling" | "threefold" | "thrice" => times(3.0),
            "quadrupled" | "quadrupling" | "fourfold" => times(4.0),
            "fivefold" => times(5.0),
            "tenfold" => times(10.0),
            "halved" | "halving" => times(0.5),
            "half" => share(50.0, at + 1),
            "dozens" => many(12.0),
            "hundreds" => many(100.0),
            "thousands" => many(1e3),
            "millions" => many(1e6),
            "billions" => many(1e9),
            _ => {
                let count = match word {
                    "a" => 1.0,
                    _ => small(word)?,
                };
                let whole = match self.word(at + 1) {
                    "third" | "thirds" => 3.0,
                    "quarter" | "quarters" => 4.0,
                    "fifth" | "fifths" => 5.0,
                    "tenth" | "tenths" => 10.0,
                    _ => return None,
                };
                // *Two quarters* of a year are no half; *a quarter of them* is a share.
                let is_share = self.word(at + 2) == "of" || whole != 4.0 || count == 3.0;
                return is_share.then(|| share(100.0 * count / whole, at + 2));
            }
        })
    }

    /// *forty-two*, *a hundred and ten*, *two dozen*. *One* alone is no number.
    fn cardinal(&self, at: usize) -> Option<Number> {
        let (mut total, mut group) = (0.0, 0.0);
        let mut end = at;
        if matches!(self.word(at), "a" | "an") {
            big(self.word(at + 1))?;
            group = 1.0;
            end += 1;
        }
        loop {
            let word = match self.word(end) {
                // *Twenty-three*
                "-" if end > at && small(self.word(end - 1)).is_some() => {
                    let next = small(self.word(end + 1)).filter(|next| *next < 10.0);
                    if next.is_none() || group % 100.0 < 20.0 || group % 10.0 != 0.0 {
                        break;
                    }
                    end += 1;
                    self.word(end)
                }
                word => word,
            };
            if let Some(value) = small(word) {
                // *Twenty three* is one number, *three four* are two.
                if group % 10.0 != 0.0 || (group % 100.0 != 0.0 && value >= 10.0) {
                    break;
                }
                group += value;
            } else if word == "hundred" && group > 0.0 {
                group *= 100.0;
            } else if let Some(size) = big(word).filter(|_| group > 0.0) {
                total += group * size;
                group = 0.0;
            } else if word == "and"
                && end > at
                && big(self.word(end - 1)).is_some()
                && small(self.word(end + 1)).is_some()
            {
            } else {
                break;
            }
            end += 1;
        }
        let value = total + group;
        let follows = || big(self.word(end)).is_some() || self.unit(end, &mut 0.0).0.is_some();
        let counts = end > at && value > 0.0 && (value != 1.0 || end > at + 1 || follows());
        counts.then(|| Number::plain(value, 0, end))
    }

    /// The unit at a token, with one past its last; a measured value is brought to the unit's base.
    fn unit(&self, at: usize, value: &mut f64) -> (Option<Unit>, usize) {
        let word = self.word(at);
        match word {
            "%" | "percent" | "pct" => return self.points(at + 1),
            "per" | "a" if self.word(at + 1) == "cent" => return self.points(at + 2),
            "percentage" if self.word(at + 1).starts_with("point") => {
                return (Some(Unit::Points), at + 2);
            }
            "pp" => return (Some(Unit::Points), at + 1),
            "x" | "×" | "times" => return (Some(Unit::Times), at + 1),
            "-" => {
                // *a 40-minute handover*
                let (unit, end) = match measure(self.word(at + 1)) {
                    Some((unit, base)) => {
                        *value *= base;
                        (Some(Unit::Measure(unit)), at + 2)
                    }
                    None if self.word(at + 1) == "percent" => (Some(Unit::Percent), at + 2),
                    None => (None, at),
                };
                return (unit, end);
            }
            _ => {}
        }
        if let Some(sign) = currency(word).or_else(|| coin(word)) {
            return (Some(Unit::Money(sign)), at + 1);
        }
        match measure(word) {
            Some((unit, base)) => {
                *value *= base;
                (Some(Unit::Measure(unit)), at + 1)
            }
            None => (None, at),
        }
    }

    fn points(&self, at: usize) -> (Option<Unit>, usize) {
        match self.word(at) {
            "points" | "point" => (Some(Unit::Points), at + 1),
            _ => (Some(Unit::Percent), at),
        }
    }

    /// The hedge before a token, and of how many tokens it is.
    fn hedge(&self, at: usize, unit: &Unit) -> Option<(Hedge, usize)> {
        let (one, two, three) = (self.before(at, 1), self.before(at, 2), self.before(at, 3));
        let found = match (two, one) {
            ("at", "least") | ("upwards", "of") | ("minimum", "of") => (Hedge::AtLeast, 2),
            ("more" | "greater" | "better", "than") | ("well", "over") => (Hedge::Over, 2),
            ("less" | "fewer", "than") if three == "no" => (Hedge::AtLeast, 3),
            ("less" | "fewer", "than") => (Hedge::Under, 2),
            ("up", "to") => (Hedge::UpTo, 2),
            ("close" | "next", "to") => (Hedge::Nearly, 2),
            ("excess", "of") if three == "in" => (Hedge::Over, 3),
            (
                _,
                "about" | "around" | "roughly" | "approximately" | "circa" | "ca" | "some" | "~"
                | "≈",
            ) => (Hedge::About, 1),
            (_, "nearly" | "almost") => (Hedge::Nearly, 1),
            (_, "above" | "exceeding" | ">") => (Hedge::Over, 1),
            (_, "under" | "below" | "<") => (Hedge::Under, 1),
            // *over six weeks* is how long it took.
            (_, "over") if !matches!(unit, Unit::Measure("s")) => (Hedge::Over, 1),
            _ => return None,
        };
        Some(found)
    }

    fn hedge_after(&self, at: usize) -> (Hedge, usize) {
        match (self.word(at), self.word(at + 1)) {
            ("+" | "plus", _) => (Hedge::AtLeast, 1),
            ("or", "more") => (Hedge::AtLeast, 2),
            ("or", "so") => (Hedge::About, 2),
            _ => (Hedge::Exact, 0),
        }
    }

    /// Ranges made one, and changes found.
    fn joined(&self, found: Vec<Quantity>) -> Numbers {
        let mut numbers = Numbers::default();
        for quantity in found {
            let last = numbers.found.last().cloned();
            let Some(last) = last else {
                numbers.found.push(quantity);
                continue;
            };
            let between = self
                .tokens
                .get(last.span.end..quantity.span.start)
                .unwrap_or_default();
            let between: Vec<&str> = between.iter().map(|token| token.lower.as_str()).collect();
            let from = (1..=3).any(|back| self.before(last.span.start, back) == "from");
            let is_dash = matches!(between.as_slice(), ["-" | "–" | "—"]);
            let same = last.unit == quantity.unit || last.unit == Unit::Count;
            let both = self.before(last.span.start, 1) == "between" && between == ["and"];
            let is_range = same && (is_dash || both || (between == ["to"] && !from));
            let changed = match between.as_slice() {
                ["→"] | ["-", ">"] | ["became"] => true,
                [.., "to"] | ["down" | "up", "to", ..] => from && between.len() <= 8,
                _ => false,
            };
            if is_range && let Some(last) = numbers.found.last_mut() {
                let count = last.unit == Unit::Count;
                let (low, high) = (last.low.min(quantity.high), quantity.high.max(last.low));
                // The unit of the second is that of the first, where this has none of its own.
                let scale = match (&quantity.unit, count) {
                    (Unit::Measure(_), true) => self.scale(&quantity),
                    _ => 1.0,
                };
                (last.low, last.high) = (if count { last.low * scale } else { low }, high);
                last.unit = quantity.unit;
                last.at.end = quantity.at.end;
                last.span.end = quantity.span.end;
            } else {
                numbers.found.push(quantity);
                let at = numbers.found.len() - 1;
                if changed {
                    numbers.changes.push((at - 1, at));
                }
            }
        }
        numbers
    }

    /// What a measured number's unit is in its base.
    fn scale(&self, quantity: &Quantity) -> f64 {
        let units = self.tokens.get(quantity.span.clone()).unwrap_or_default();
        let base = units.iter().rev().find_map(|token| measure(&token.lower));
        base.map_or(1.0, |(_, base)| base)
    }
}

struct Number {
    value: f64,
    decimals: u32,
    /// One past its last token.
    end: usize,
    unit: Option<Unit>,
    hedge: Hedge,
    is_part: bool,
}

impl Number {
    fn plain(value: f64, decimals: u32, end: usize) -> Number {
        Number {
            value,
            decimals,
            end,
            unit: None,
            hedge: Hedge::Exact,
            is_part: false,
        }
    }

    /// With letters that follow the digits directly.
    fn sized(mut self, suffix: &str) -> Number {
        match suffix {
            "k" | "K" => self.value *= 1e3,
            "M" | "mn" | "m" => self.value *= 1e6,
            "bn" | "B" | "b" => self.value *= 1e9,
            "x" | "X" => self.unit = Some(Unit::Times),
            "st" | "nd" | "rd" | "th" => self.unit = Some(Unit::Ordinal),
            "pp" => self.unit = Some(Unit::Points),
            _ => {
                if let Some((unit, base)) = measure(&suffix.to_lowercase()) {
                    self.value *= base;
                    self.unit = Some(Unit::Measure(unit));
                }
            }
        }
        if matches!(suffix, "k" | "K" | "M" | "mn" | "m" | "bn" | "B" | "b") {
            self.decimals = 0;
        }
        self
    }
}

/// A number word below a hundred.
fn small(word: &str) -> Option<f64> {
    const WORDS: [&str; 20] = [
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
    if let Some(at) = WORDS.iter().position(|it| *it == word) {
        return Some(at as f64);
    }
    let at = TENS.iter().position(|it| *it == word)?;
    Some((at as f64 + 2.0) * 10.0)
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

fn currency(word: &str) -> Option<char> {
    Some(match word {
        "$" | "usd" | "us$" => '$',
        "€" | "eur" => '€',
        "£" | "gbp" => '£',
        "¥" | "jpy" => '¥',
        "chf" => 'F',
        "inr" | "₹" => '₹',
        _ => return None,
    })
}

fn coin(word: &str) -> Option<char> {
    Some(match word {
        "dollar" | "dollars" => '$',
        "euro" | "euros" => '€',
        "pound" | "pounds" => '£',
        "yen" => '¥',
        "franc" | "francs" => 'F',
        "rupee" | "rupees" => '₹',
        _ => return None,
    })
}

/// A unit of measure by its word: the unit that it is compared in, and how many of that it is.
fn measure(word: &str) -> Option<(&'static str, f64)> {
    Some(match word {
        "ms" | "millisecond" | "milliseconds" => ("s", 0.001),
        "s" | "sec" | "secs" | "second" | "seconds" => ("s", 1.0),
        "min" | "mins" | "minute" | "minutes" => ("s", 60.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => ("s", 3600.0),
        "day" | "days" => ("s", 86_400.0),
        "week" | "weeks" => ("s", 604_800.0),
        "month" | "months" => ("month", 1.0),
        "quarters" => ("month", 3.0),
        "year" | "years" | "yr" | "yrs" => ("month", 12.0),
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => ("m", 1000.0),
        "metre" | "metres" | "meter" | "meters" => ("m", 1.0),
        "mile" | "miles" => ("mile", 1.0),
        "kg" | "kilo" | "kilos" | "kilograms" => ("g", 1000.0),
        "gram" | "grams" => ("g", 1.0),
        "tonne" | "tonnes" => ("g", 1e6),
        "tons" | "ton" => ("ton", 1.0),
        "kb" => ("byte", 1e3),
        "mb" => ("byte", 1e6),
        "gb" => ("byte", 1e9),
        "tb" => ("byte", 1e12),
        "litre" | "litres" | "liter" | "liters" => ("litre", 1.0),
        _ => return None,
    })
}
