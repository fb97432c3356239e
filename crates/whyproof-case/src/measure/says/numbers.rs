//! The numbers of a measurement in words, for whoever tells all of it.

use super::super::shown::{amount, bare, chance, count, percent, value};
use super::super::told::{Estimated, Measurement};
use crate::experiment::Unit;

impl Measurement {
    /// A value of the metric that decides: `78.9%`.
    pub fn value(&self, of: f64) -> String {
        value(of, &self.unit)
    }

    /// An amount in the unit of the metric that decides: `45.1 points`.
    pub fn amount(&self, of: f64) -> String {
        amount(of, &self.unit)
    }

    /// An amount in another unit: that of a forecast.
    pub fn amount_in(&self, of: f64, unit: &Unit) -> String {
        amount(of, unit)
    }

    /// A fraction in percent.
    pub fn percent(&self, fraction: f64) -> String {
        percent(fraction)
    }

    /// A count, with its thousands parted.
    pub fn count(&self, n: u64) -> String {
        count(n)
    }

    /// An effect with its interval and its p-value; `relative` to the control, or in the metric's unit.
    pub fn estimated(&self, of: &Estimated, relative: bool) -> String {
        self.estimated_in(of, if relative { &Unit::Percent } else { &self.unit })
    }

    /// The same in another unit: that of another metric.
    pub fn estimated_in(&self, of: &Estimated, unit: &Unit) -> String {
        let level = self.effects.first().map_or(0.95, |effect| effect.level);
        let interval = format!(
            "{} (interval {} to {}, at {})",
            amount(of.value, unit),
            bare(of.interval.low, unit),
            amount(of.interval.high, unit),
            percent(level)
        );
        match of.p {
            Some(p) => format!("{interval}, p {}", chance(p)),
            None => interval,
        }
    }
}
