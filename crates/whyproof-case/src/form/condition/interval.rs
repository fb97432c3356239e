//! The values of which a condition holds.

use super::Comparison;
use crate::form::amount::Amount;
use crate::form::decimal::tidy;

/// What is meant loosely is meant within a twentieth.
const LOOSE: f64 = 0.05;
/// *Nearly* and *just over*: a tenth away at most.
const NEAR: f64 = 0.1;
/// *Unchanged*: within a hundredth.
const STEADY: f64 = 0.01;

/// An end: the value, and whether it belongs.
type End = Option<(f64, bool)>;

/// A stretch of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    low: End,
    high: End,
}

impl Interval {
    /// Both ends belong.
    pub(super) fn between(low: f64, high: f64) -> Self {
        Self {
            low: Some((low, true)),
            high: Some((high, true)),
        }
    }

    /// What compares so with `number`, which is that of `amount`.
    pub(super) fn new(how: Comparison, amount: &Amount, number: f64) -> Self {
        let size = number.abs();
        // Half of a unit of the last digit as written.
        let half = match amount {
            Amount::Number { last, .. } => 10_f64.powi(*last) / 2.0,
            Amount::Counted { .. } => 0.5,
            Amount::Part { .. } => 0.0,
        };
        let loose = size * LOOSE;
        let around = |by: f64| Self::between(tidy(number - by), tidy(number + by));
        let span = |low, high| Self { low, high };
        let (open, closed) = (Some((number, false)), Some((number, true)));
        let away = |factor: f64| Some((tidy(number * factor), true));
        // Nearer to zero: for a number below it, that is the upper side.
        let (inner, outer) = (away(1.0 - NEAR), away(1.0 + NEAR));
        match (how, amount) {
            (Comparison::AtLeast, _) => span(closed, None),
            (Comparison::AtMost, _) => span(None, closed),
            (Comparison::Over, _) => span(open, None),
            (Comparison::Under, _) => span(None, open),
            (Comparison::Nearly, _) if number < 0.0 => span(open, inner),
            (Comparison::Nearly, _) => span(inner, open),
            (Comparison::JustOver, _) if number < 0.0 => span(outer, open),
            (Comparison::JustOver, _) => span(open, outer),
            (Comparison::About, Amount::Part { .. }) => around(2.0 * loose),
            (Comparison::About, Amount::Counted { .. }) => around(loose),
            (Comparison::About, _) => around(loose.max(half)),
            (Comparison::Same, Amount::Part { .. }) => around(loose),
            // Half of a unit around zero would take a share of 0.4 for nothing.
            (Comparison::Same, Amount::Number { .. }) if size > 0.0 => around(half),
            (Comparison::Same | Comparison::Exactly, _) => around(0.0),
            (Comparison::Unchanged, _) => around(STEADY * size),
        }
    }

    /// Whether `value` lies in it.
    pub(super) fn holds(&self, value: f64) -> bool {
        let above = |(low, closed): (f64, bool)| value > low || (closed && value == low);
        let below = |(high, closed): (f64, bool)| value < high || (closed && value == high);
        self.low.is_none_or(above) && self.high.is_none_or(below)
    }

    /// Its two ends, where it has both and they differ.
    pub(super) fn bounds(&self) -> Option<(f64, f64)> {
        let (low, high) = (self.low?.0, self.high?.0);
        (low < high).then_some((low, high))
    }
}
