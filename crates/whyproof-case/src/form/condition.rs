//! Words that are a condition: `at least 30%`, `two in three`, `more than doubled`.

mod interval;
mod read;

use super::amount::Amount;
use super::decimal::tidy;
use super::{Saying, Unsayable, same};
use crate::table::Cell;
use interval::Interval;

/// A condition on a value, as words say it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Condition {
    /// The words, with single spaces.
    words: String,
    measure: Measure,
    test: Test,
}

/// What is computed, for a condition to be put to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given<'a> {
    /// The value.
    pub cell: &'a Cell,
    /// How many there are in all, where the query says so: 40 for `31 of 40`.
    pub of: Option<f64>,
}

/// What about the value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Measure {
    /// The value itself.
    Value,
    /// By how much a ratio is over one.
    Rise,
    /// By how much a ratio is under one.
    Fall,
    /// A difference.
    Gain,
    /// A difference, downwards.
    Loss,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Test {
    Compare(Comparison, Amount),
    Between(Amount, Amount),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Comparison {
    AtLeast,
    AtMost,
    Over,
    /// Over it, by a tenth of it at most.
    JustOver,
    Under,
    /// Under it, by a tenth of it at most.
    Nearly,
    About,
    /// As exactly as it is written.
    Same,
    Exactly,
    /// Within a hundredth of it.
    Unchanged,
}

impl Comparison {
    fn words(self) -> &'static str {
        match self {
            Comparison::AtLeast => "at least ",
            Comparison::AtMost => "at most ",
            Comparison::Over => "more than ",
            Comparison::JustOver => "just over ",
            Comparison::Under => "less than ",
            Comparison::Nearly => "nearly ",
            Comparison::About | Comparison::Unchanged => "about ",
            Comparison::Same => "",
            Comparison::Exactly => "exactly ",
        }
    }
}

impl Condition {
    /// Reads words that are a condition; none for other words.
    pub(super) fn read(words: &str) -> Option<Self> {
        let (measure, test) = read::condition(words)?;
        Some(Self {
            words: words.to_owned(),
            measure,
            test,
        })
    }

    /// Whether the words hold of what was computed.
    pub fn holds(&self, given: &Given<'_>) -> Result<bool, Unsayable> {
        if let Cell::Text(text) = given.cell {
            return match super::read(text) {
                _ if same(text, &self.words) => Ok(true),
                Some(Saying::Value(_) | Saying::Asserted(_)) => Ok(false),
                _ => Err(Unsayable::kind("text", "a condition on a number")),
            };
        }
        let value = self.value(given)?;
        let interval = match &self.test {
            Test::Between(low, high) => Interval::between(low.number(), high.number()),
            Test::Compare(how, amount) => match self.target(amount, value, given)? {
                Some(number) => Interval::new(*how, amount, number),
                None => return Ok(false),
            },
        };
        let value = match &self.test {
            Test::Compare(_, amount) => share(amount, value, given)?,
            Test::Between(..) => value,
        };
        let measured = match self.measure {
            Measure::Value | Measure::Gain => value,
            Measure::Rise => value - 1.0,
            Measure::Fall => 1.0 - value,
            Measure::Loss => -value,
        };
        Ok(interval.holds(tidy(measured)))
    }

    /// The value as a number in the unit of the words.
    fn value(&self, given: &Given<'_>) -> Result<f64, Unsayable> {
        let (Test::Compare(_, amount) | Test::Between(amount, _)) = &self.test;
        let value = match given.cell {
            Cell::Null => return Err(Unsayable::Missing),
            Cell::Span(seconds) => match amount.unit() {
                Some(unit) => seconds / unit.seconds(),
                None => return Err(Unsayable::Unit),
            },
            cell => cell
                .number()
                .ok_or_else(|| Unsayable::kind(super::kind(cell), "a condition on a number"))?,
        };
        if value.is_finite() {
            Ok(tidy(value))
        } else {
            Err(Unsayable::NotFinite)
        }
    }

    /// The number that the value is compared with; none where the whole is another one.
    fn target(
        &self,
        amount: &Amount,
        value: f64,
        given: &Given<'_>,
    ) -> Result<Option<f64>, Unsayable> {
        let Amount::Counted { part, whole } = amount else {
            return Ok(Some(amount.number()));
        };
        if given.of.is_some_and(|of| tidy(of) != *whole as f64) {
            return Ok(None);
        }
        let is_share = (0.0..=1.0).contains(&value);
        match (given.of, given.cell) {
            (Some(_), Cell::Int(_)) => Ok(Some(*part as f64)),
            _ if is_share => Ok(Some(amount.number())),
            (Some(_), _) => Ok(Some(*part as f64)),
            (None, _) => Err(Unsayable::Whole(given.cell.to_string())),
        }
    }

    /// The same in plain words, with the bounds of what is meant loosely: `at least 0.3`.
    pub fn in_words(&self) -> String {
        let measure = match self.measure {
            Measure::Value => "",
            Measure::Rise => "a rise by a share of ",
            Measure::Fall => "a fall by a share of ",
            Measure::Gain => "a rise of ",
            Measure::Loss => "a fall of ",
        };
        let (how, amount) = match &self.test {
            Test::Between(low, high) => return format!("{measure}between {low} and {high}"),
            Test::Compare(how, amount) => (*how, amount),
        };
        let counted = matches!(amount, Amount::Counted { .. });
        let bounds = Interval::new(how, amount, amount.number()).bounds();
        let words = how.words();
        match bounds.filter(|_| !counted) {
            Some((low, high)) => format!("{measure}{words}{amount} (from {low} to {high})"),
            None => format!("{measure}{words}{amount}"),
        }
    }
}

/// The value as a share, where the words speak of one.
fn share(amount: &Amount, value: f64, given: &Given<'_>) -> Result<f64, Unsayable> {
    if !matches!(amount, Amount::Part { share: true, .. }) {
        return Ok(value);
    }
    let value = match (given.of, given.cell) {
        (Some(of), Cell::Int(_)) if of != 0.0 => tidy(value / of),
        _ => value,
    };
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(Unsayable::Share(given.cell.to_string()))
    }
}
