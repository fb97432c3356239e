//! From a number of units to days.

use crate::{Result, StatsError};

/// How many units come, and how many of them take part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traffic {
    /// New units a day, above zero.
    pub per_day: f64,
    /// Share of them in the experiment, all variants together: above 0, at most 1.
    pub share: f64,
    /// Days from a unit's coming to its result, which are waited for at the end.
    pub lag_days: f64,
}

impl Traffic {
    /// Days until `n` units have their result, rounded up.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for traffic that never gets there, or a number of units not above zero.
    pub fn days(&self, n: f64) -> Result<f64> {
        for (what, value, most) in [
            ("the units a day", self.per_day, f64::MAX),
            ("the share in the experiment", self.share, 1.0),
        ] {
            if !(value > 0.0 && value <= most) {
                let allowed = if most == 1.0 {
                    "above 0, at most 1"
                } else {
                    "a finite number above zero"
                };
                return Err(StatsError::out_of_range(what, value, allowed));
            }
        }
        if !(self.lag_days >= 0.0 && self.lag_days.is_finite()) {
            return Err(StatsError::out_of_range(
                "the days to the result",
                self.lag_days,
                "at least 0",
            ));
        }
        if !(n > 0.0 && n.is_finite()) {
            return Err(StatsError::out_of_range(
                "the number of units",
                n,
                "a finite number above zero",
            ));
        }
        crate::error::finite(
            (n.ceil() / (self.per_day * self.share)).ceil() + self.lag_days.ceil(),
            "the duration",
        )
    }

    /// The same, rounded up to whole weeks, so that every day of the week is in it as often (Kohavi, Tang and Xu 2020,
    /// chapter 2).
    ///
    /// # Errors
    /// As [`Traffic::days`].
    pub fn whole_weeks(&self, n: f64) -> Result<f64> {
        Ok((self.days(n)? / 7.0).ceil() * 7.0)
    }
}
