//! One column.

use super::Sum;
use crate::error::finite;
use crate::{Result, StatsError};

/// Σ(x − mean)² without any rounding before the end, where both sums are whole and exact.
fn whole(n: u64, sum: f64, sum_of_squares: f64) -> Option<f64> {
    const EXACT: f64 = (1_u64 << 53) as f64;
    let exact = |x: f64| x.fract() == 0.0 && x.abs() < EXACT;
    if !(exact(sum) && exact(sum_of_squares) && sum_of_squares >= 0.0) {
        return None;
    }
    let (sum, squares) = (sum as i128, sum_of_squares as i128);
    let times_n = i128::from(n) * squares - sum * sum;
    (times_n >= 0).then(|| times_n as f64 / n as f64)
}

/// Count, mean and centred sum of squares of one column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    n: u64,
    mean: f64,
    m2: f64,
}

impl Moments {
    /// No rows.
    pub const EMPTY: Self = Self {
        n: 0,
        mean: 0.0,
        m2: 0.0,
    };

    /// From `n`, the mean and Σ(x − mean)², as SQL's `count`, `avg` and `var_pop × count` give.
    ///
    /// # Errors
    /// [`StatsError::Empty`], [`StatsError::NotFinite`], or [`StatsError::OutOfRange`] where the
    /// sum of squares is below zero.
    pub fn from_centred(n: u64, mean: f64, m2: f64) -> Result<Self> {
        if n == 0 {
            return Err(StatsError::Empty {
                which: "the variant".into(),
            });
        }
        finite(mean, "the mean")?;
        finite(m2, "the sum of squares")?;
        if m2 < 0.0 {
            let what = "the centred sum of squares";
            return Err(StatsError::out_of_range(what, m2, "zero or more"));
        }
        Ok(Self { n, mean, m2 })
    }

    /// From `n`, the mean and the sample variance (divisor n − 1).
    ///
    /// # Errors
    /// As [`Moments::from_centred`].
    pub fn from_variance(n: u64, mean: f64, variance: f64) -> Result<Self> {
        Self::from_centred(n, mean, variance * n.saturating_sub(1) as f64)
    }

    /// From `n`, Σx and Σx².
    ///
    /// # Errors
    /// As [`Moments::from_centred`], and [`StatsError::Cancelled`] where fewer than about eight
    /// digits of the variance are left in the difference. Sums of whole numbers lose none.
    pub fn from_sums(n: u64, sum: f64, sum_of_squares: f64) -> Result<Self> {
        if n == 0 {
            return Err(StatsError::Empty {
                which: "the variant".into(),
            });
        }
        finite(sum, "the sum")?;
        finite(sum_of_squares, "the sum of squares")?;
        let mean = sum / n as f64;
        if let Some(m2) = whole(n, sum, sum_of_squares) {
            return Self::from_centred(n, mean, m2);
        }
        let m2 = (-mean).mul_add(sum, sum_of_squares);
        // Also for a constant: from here it looks the same.
        if m2 <= 1e-8 * sum_of_squares {
            return Err(StatsError::Cancelled {
                which: "the variant".into(),
            });
        }
        Self::from_centred(n, mean, m2)
    }

    /// From the values, in two passes.
    ///
    /// # Errors
    /// [`StatsError::Empty`] or [`StatsError::NotFinite`].
    pub fn from_values(values: &[f64]) -> Result<Self> {
        let n = values.len() as u64;
        if n == 0 {
            return Err(StatsError::Empty {
                which: "the variant".into(),
            });
        }
        if values.iter().any(|x| !x.is_finite()) {
            return Err(StatsError::not_finite("one of the values"));
        }
        // Around the first value, so that the mean of values far from zero keeps its digits.
        let origin = values.first().copied().unwrap_or(0.0);
        let shift = values.iter().map(|x| x - origin).collect::<Sum>().value() / n as f64;
        let mean = origin + shift;
        let squares = values.iter().map(|x| {
            let d = (x - origin) - shift;
            d * d
        });
        Self::from_centred(n, mean, squares.collect::<Sum>().value())
    }

    /// From `successes` in `n` trials, each 0 or 1.
    ///
    /// # Errors
    /// [`StatsError::Empty`], or [`StatsError::OutOfRange`] where there are more successes than
    /// trials.
    pub fn from_counts(successes: u64, n: u64) -> Result<Self> {
        if successes > n {
            let allowed = format!("at most the number of trials, {n}");
            return Err(StatsError::out_of_range(
                "the successes",
                successes as f64,
                &allowed,
            ));
        }
        let p = successes as f64 / n.max(1) as f64;
        Self::from_centred(
            n,
            p,
            successes as f64 * ((n - successes) as f64 / n.max(1) as f64),
        )
    }

    /// Both together, as if measured in one.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        if self.n == 0 {
            return other;
        }
        if other.n == 0 {
            return self;
        }
        let n = self.n.saturating_add(other.n);
        let difference = other.mean - self.mean;
        let share = other.n as f64 / n as f64;
        Self {
            n,
            mean: self.mean + difference * share,
            m2: self.m2 + other.m2 + difference * difference * self.n as f64 * share,
        }
    }

    /// Number of rows.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Mean; zero where there are no rows.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Σ(x − mean)².
    pub fn m2(&self) -> f64 {
        self.m2
    }

    /// Sample variance, divisor n − 1.
    ///
    /// # Errors
    /// [`StatsError::TooFew`] with fewer than two rows.
    pub fn variance(&self) -> Result<f64> {
        if self.n < 2 {
            return Err(StatsError::TooFew {
                which: "the variant".into(),
                n: self.n,
                needed: 2,
            });
        }
        Ok(self.m2 / (self.n - 1) as f64)
    }
}
