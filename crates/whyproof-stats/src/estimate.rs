//! An estimate with its interval and its test.

use crate::dist::{Distribution, Normal, StudentT};
use crate::error::finite;
use crate::{Result, StatsError};

/// Confidence level of an interval, strictly between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// 0.90
    pub const P90: Self = Self(0.90);
    /// 0.95
    pub const P95: Self = Self(0.95);
    /// 0.99
    pub const P99: Self = Self(0.99);

    /// A level as a fraction (0.95, not 95).
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless 0 < `level` < 1.
    pub fn new(level: f64) -> Result<Self> {
        if level > 0.0 && level < 1.0 {
            Ok(Self(level))
        } else {
            Err(StatsError::out_of_range(
                "the confidence level",
                level,
                "between 0 and 1",
            ))
        }
    }

    /// The level whose intervals miss with probability `alpha`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless 0 < `alpha` < 1.
    pub fn from_alpha(alpha: f64) -> Result<Self> {
        Self::new(1.0 - alpha)
    }

    /// As a fraction.
    pub fn get(self) -> f64 {
        self.0
    }

    /// One less the level: how often an interval may miss.
    pub fn alpha(self) -> f64 {
        1.0 - self.0
    }

    /// Probability left in the tail above the critical value of a test with this alternative.
    pub fn tail(self, alternative: Alternative) -> f64 {
        match alternative {
            Alternative::TwoSided => self.alpha() / 2.0,
            Alternative::Greater | Alternative::Less => self.alpha(),
        }
    }
}

impl Default for Level {
    fn default() -> Self {
        Self::P95
    }
}

/// What a test looks for: treatment against control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alternative {
    /// Different, either way.
    #[default]
    TwoSided,
    /// Treatment greater: the interval has no upper end.
    Greater,
    /// Treatment less: the interval has no lower end.
    Less,
}

/// From `low` to `high`, either of which may be infinite; never NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// From `low` to `high`.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] on NaN, [`StatsError::OutOfRange`] where `low > high`.
    pub fn new(low: f64, high: f64) -> Result<Self> {
        if low.is_nan() || high.is_nan() {
            return Err(StatsError::not_finite("an end of the interval"));
        }
        if low > high {
            let allowed = format!("at most the upper end, {high}");
            return Err(StatsError::out_of_range(
                "the interval's lower end",
                low,
                &allowed,
            ));
        }
        Ok(Self { low, high })
    }

    /// Whether `value` lies in it, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether all of it is above `value`.
    pub fn is_above(self, value: f64) -> bool {
        self.low > value
    }

    /// Whether all of it is below `value`.
    pub fn is_below(self, value: f64) -> bool {
        self.high < value
    }

    /// Upper end less lower end.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// The same statement about the value with its sign changed.
    pub fn negated(self) -> Self {
        Self {
            low: -self.high,
            high: -self.low,
        }
    }
}

/// What a statistic is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reference {
    /// Standard normal.
    Normal,
    /// Student's t with so many degrees of freedom.
    StudentT(f64),
}

impl Reference {
    /// P(X > `x`).
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where the degrees of freedom are not above zero.
    pub fn sf(self, x: f64) -> Result<f64> {
        Ok(match self {
            Self::Normal => Normal.sf(x),
            Self::StudentT(df) => StudentT::new(df)?.sf(x),
        })
    }

    /// The value exceeded with probability `tail`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where the degrees of freedom are not above zero.
    pub fn upper_quantile(self, tail: f64) -> Result<f64> {
        Ok(match self {
            Self::Normal => Normal.upper_quantile(tail),
            Self::StudentT(df) => StudentT::new(df)?.upper_quantile(tail),
        })
    }

    /// The p-value of `statistic` under `alternative`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where the degrees of freedom are not above zero.
    pub fn p_value(self, statistic: f64, alternative: Alternative) -> Result<f64> {
        match alternative {
            Alternative::TwoSided => Ok((2.0 * self.sf(statistic.abs())?).min(1.0)),
            Alternative::Greater => self.sf(statistic),
            Alternative::Less => self.sf(-statistic),
        }
    }

    /// Degrees of freedom, if it has any.
    pub fn df(self) -> Option<f64> {
        match self {
            Self::Normal => None,
            Self::StudentT(df) => Some(df),
        }
    }
}

/// An estimated quantity: value, error, interval, test. All numbers are finite, but for the open
/// end of a one-sided interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The point estimate, in the metric's unit (or a ratio less 1, where it is a relative effect).
    pub value: f64,
    /// Its standard error. Of the logarithm of the ratio, where a relative effect is on that scale.
    pub standard_error: f64,
    /// What `statistic` was compared with.
    pub reference: Reference,
    /// The confidence interval.
    pub interval: Interval,
    /// Its level.
    pub level: Level,
    /// What the test looked for; it also decides which ends the interval has.
    pub alternative: Alternative,
    /// The test statistic.
    pub statistic: f64,
    /// Its p-value.
    pub p: f64,
}

impl Estimate {
    /// Wald estimate: `value` ± critical value × `standard_error`, tested against `null`.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`], or [`StatsError::NoVariance`] where the error is zero.
    pub fn wald(
        value: f64,
        standard_error: f64,
        null: f64,
        reference: Reference,
        level: Level,
        alternative: Alternative,
    ) -> Result<Self> {
        finite(value, "the estimate")?;
        finite(null, "the value tested against")?;
        finite(standard_error, "the standard error")?;
        if standard_error <= 0.0 {
            return Err(StatsError::NoVariance {
                which: "the estimate".into(),
            });
        }
        let statistic = finite((value - null) / standard_error, "the test statistic")?;
        let half = reference.upper_quantile(level.tail(alternative))? * standard_error;
        finite(value.abs() + half, "an end of the interval")?;
        let (low, high) = match alternative {
            Alternative::TwoSided => (value - half, value + half),
            Alternative::Greater => (value - half, f64::INFINITY),
            Alternative::Less => (f64::NEG_INFINITY, value + half),
        };
        Ok(Self {
            value,
            standard_error,
            reference,
            interval: Interval::new(low, high)?,
            level,
            alternative,
            statistic,
            p: reference.p_value(statistic, alternative)?,
        })
    }
    /// The same estimate tested against another value; the interval stays as it is.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn against(&self, null: f64) -> Result<Self> {
        finite(null, "the value tested against")?;
        let statistic = (self.value - null) / self.standard_error;
        let statistic = finite(statistic, "the test statistic")?;
        Ok(Self {
            statistic,
            p: self.reference.p_value(statistic, self.alternative)?,
            ..*self
        })
    }
}
