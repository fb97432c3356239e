//! The difference between two variants, absolute and relative.
//!
//! # Conventions of a relative effect
//!
//! The interval of (treatment / control − 1) is not agreed upon. [`RelativeScale::Log`], ours by
//! default, is what tea-tasting has: the delta method on the logarithm of the ratio, so that the
//! interval is that of a ratio (never below −100 %) and keeps its level where the control is
//! measured poorly. [`RelativeScale::Plain`] is what gbstats has: the delta method on the ratio
//! itself, symmetric. [`RelativeScale::Fieller`] is exact for normal means (E. C. Fieller, *Some
//! problems in interval estimation*, 1954), and may not exist.

mod relative;
mod spread;

#[cfg(test)]
mod tests;

use crate::error::finite;
use crate::{Alternative, Estimate, Level, Result, StatsError};
pub(crate) use relative::on_ratio;
pub use spread::Spread;

/// What the data of one variant say about a metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arm {
    /// Units measured.
    pub n: u64,
    /// The metric: a mean, a ratio of means, a quantile, an adjusted mean.
    pub value: f64,
    /// Variance for one unit: that of `value` is `variance / n`.
    pub variance: f64,
}

impl Arm {
    /// The same value and error, as of `n` units: clusters, where what is measured comes in them. Degrees of freedom
    /// go by their number.
    pub fn of_units(self, n: u64) -> Self {
        Self {
            n,
            variance: self.variance / self.n as f64 * n as f64,
            ..self
        }
    }
}

/// How the interval of a relative effect is made; see the module's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RelativeScale {
    /// Delta method on the logarithm of the ratio (tea-tasting).
    #[default]
    Log,
    /// Delta method on the ratio itself (gbstats).
    Plain,
    /// Fieller's theorem.
    Fieller,
}

/// What is asked of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Confidence level of both intervals.
    pub level: Level,
    /// What the tests look for.
    pub alternative: Alternative,
    /// Whether the variants share a variance, and what the statistic is compared with.
    pub spread: Spread,
    /// How the interval of the relative effect is made.
    pub relative: RelativeScale,
}

/// Treatment against control.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The metric in the control, in its unit.
    pub control: f64,
    /// The metric in the treatment, in its unit.
    pub treatment: f64,
    /// Treatment − control, in the metric's unit, tested against 0.
    pub absolute: Estimate,
    /// Treatment / control − 1, tested against 0; or why there is none.
    pub relative: Result<Estimate>,
}

impl Arm {
    fn check(&self, which: &str) -> Result<()> {
        if self.n == 0 {
            return Err(StatsError::Empty {
                which: which.into(),
            });
        }
        if self.n < 2 {
            return Err(StatsError::TooFew {
                which: which.into(),
                n: self.n,
                needed: 2,
            });
        }
        finite(self.value, which)?;
        finite(self.variance, &format!("the variance of {which}"))?;
        if self.variance < 0.0 {
            let what = format!("the variance of {which}");
            return Err(StatsError::out_of_range(
                &what,
                self.variance,
                "zero or more",
            ));
        }
        Ok(())
    }

    /// The same metric in units of `unit`.
    fn scaled(&self, unit: f64) -> Self {
        Self {
            n: self.n,
            value: self.value / unit,
            variance: self.variance / unit / unit,
        }
    }
}

/// Treatment against control: Welch's, Student's or the z-test with its interval, and the relative
/// effect.
///
/// Source: B. L. Welch, *The generalization of "Student's" problem*, 1947; conventions as
/// tea-tasting 2.0.
///
/// # Errors
/// [`StatsError::Empty`], [`StatsError::TooFew`] (two units each), [`StatsError::NotFinite`],
/// [`StatsError::NoVariance`] where neither variant varies. A relative effect that cannot be given
/// is an error of its own in [`Effect::relative`].
pub fn compare(control: &Arm, treatment: &Arm, options: &Options) -> Result<Effect> {
    control.check("the control")?;
    treatment.check("the treatment")?;
    let (error, reference) = options.spread.of(control, treatment)?;
    let difference = treatment.value - control.value;
    let absolute = Estimate::wald(
        difference,
        error,
        0.0,
        reference,
        options.level,
        options.alternative,
    )?;
    Ok(Effect {
        control: control.value,
        treatment: treatment.value,
        absolute,
        relative: relative::estimate(control, treatment, options),
    })
}
