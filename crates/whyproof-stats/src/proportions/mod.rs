//! Proportions: intervals of one, the difference and ratio of two, exact tests for small counts.
//!
//! # Conventions
//!
//! [`compare`] is the normal approximation, as tea-tasting's default: pooled, so that the test and
//! the interval agree, and with a continuity correction. Both can be turned off. For small counts, or shares near 0 or 1, prefer
//! [`difference`] with Newcombe's or the score interval, [`relative_score_interval`], and an exact
//! test: [`unconditional_exact`] or [`fisher_exact`].

mod difference;
mod one;
mod score;
mod table;
mod unconditional;

#[cfg(test)]
mod tests;

use crate::effect::{Arm, Effect, on_ratio};
use crate::{Alternative, Estimate, Interval, Level, Reference, Result, StatsError};
pub use difference::{DifferenceMethod, difference};
pub use one::{clopper_pearson, jeffreys, wilson};
pub use score::{relative_score_interval, score_interval, score_test};
pub use table::{TableTest, contingency, fisher_exact};
pub use unconditional::{ExactOrder, unconditional_exact};

/// Beyond this a floating-point number no longer counts.
const MOST: u64 = 1 << 53;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    successes: u64,
    n: u64,
}

impl Share {
    /// `successes` of `n`.
    ///
    /// # Errors
    /// [`StatsError::Empty`] where `n` is 0, [`StatsError::OutOfRange`] where there are more
    /// successes than that, or it is beyond 2⁵³.
    pub fn new(successes: u64, n: u64) -> Result<Self> {
        if n == 0 {
            return Err(StatsError::Empty {
                which: "the variant".into(),
            });
        }
        if n > MOST {
            return Err(StatsError::out_of_range(
                "the number of units",
                n as f64,
                "below 2^53",
            ));
        }
        if successes > n {
            let allowed = format!("at most the number of units, {n}");
            return Err(StatsError::out_of_range(
                "the successes",
                successes as f64,
                &allowed,
            ));
        }
        Ok(Self { successes, n })
    }

    /// How many succeeded.
    pub fn successes(&self) -> u64 {
        self.successes
    }

    /// How many there are.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// As a fraction.
    pub fn p(&self) -> f64 {
        self.successes as f64 / self.n as f64
    }

    /// How many failed, as a fraction.
    pub fn q(&self) -> f64 {
        (self.n - self.successes) as f64 / self.n as f64
    }
}

/// A variant's share as a mean of zeros and ones, with the variance p(1 − p) that gbstats takes.
pub fn arm(share: &Share) -> Arm {
    Arm {
        n: share.n,
        value: share.p(),
        variance: share.p() * share.q(),
    }
}

/// What is asked of [`compare`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProportionOptions {
    /// Confidence level of both intervals.
    pub level: Level,
    /// What the tests look for.
    pub alternative: Alternative,
    /// One variance for both variants, as under the null hypothesis.
    pub pooled: bool,
    /// Half a unit off (and on to the interval), Yates' correction.
    pub continuity: bool,
}

impl Default for ProportionOptions {
    /// As tea-tasting: pooled, with the correction.
    fn default() -> Self {
        Self {
            level: Level::P95,
            alternative: Alternative::TwoSided,
            pooled: true,
            continuity: true,
        }
    }
}

/// Treatment's share against control's by the normal approximation; the relative effect on the
/// logarithm of the ratio (Katz et al. 1978).
///
/// Source: tea-tasting 2.0, `Proportion(method="norm")`; unpooled without correction it is
/// statsmodels' `confint_proportions_2indep(method="wald")`.
///
/// # Errors
/// [`StatsError::NoVariance`] where all shares are 0 or 1 (see [`difference`] for those). The
/// relative effect is an error of its own where a share is 0.
pub fn compare(control: &Share, treatment: &Share, options: &ProportionOptions) -> Result<Effect> {
    let (n1, n2) = (control.n as f64, treatment.n as f64);
    let (p1, p2) = (control.p(), treatment.p());
    let both = Share::new(
        control.successes + treatment.successes,
        control.n + treatment.n,
    )?;
    let variance = if options.pooled {
        both.p() * both.q() * (1.0 / n1 + 1.0 / n2)
    } else {
        p1 * control.q() / n1 + p2 * treatment.q() / n2
    };
    let half = if options.continuity {
        0.5 * (1.0 / n1 + 1.0 / n2)
    } else {
        0.0
    };
    let (level, alternative) = (options.level, options.alternative);
    let plain = Estimate::wald(
        p2 - p1,
        variance.sqrt(),
        0.0,
        Reference::Normal,
        level,
        alternative,
    )?;
    let absolute = clamped(corrected(plain, half)?)?;
    let log_variance = if options.pooled {
        variance / both.p() / both.p()
    } else {
        control.q() / (n1 * p1) + treatment.q() / (n2 * p2)
    };
    Ok(Effect {
        control: p1,
        treatment: p2,
        absolute,
        relative: relative(control, treatment, log_variance, half, options),
    })
}

fn relative(
    control: &Share,
    treatment: &Share,
    variance: f64,
    half: f64,
    options: &ProportionOptions,
) -> Result<Estimate> {
    for (which, share) in [
        ("the control's share", control),
        ("the treatment's share", treatment),
    ] {
        if share.successes == 0 {
            return Err(StatsError::NotPositive {
                which: which.into(),
                value: 0.0,
            });
        }
    }
    let ratio = treatment.p() / control.p();
    let (level, alternative) = (options.level, options.alternative);
    let log = Estimate::wald(
        ratio.ln(),
        variance.sqrt(),
        0.0,
        Reference::Normal,
        level,
        alternative,
    )?;
    let effect = on_ratio(corrected(log, half / control.p())?, ratio)?;
    // A ratio of shares has a lower end of its own.
    let interval = Interval::new(effect.interval.low.max(-1.0), effect.interval.high)?;
    Ok(Estimate { interval, ..effect })
}

/// With a continuity correction: nearer to zero for the test, wider for the interval.
fn corrected(plain: Estimate, half: f64) -> Result<Estimate> {
    let toward = match plain.alternative {
        Alternative::TwoSided => true,
        Alternative::Greater => plain.value > 0.0,
        Alternative::Less => plain.value < 0.0,
    };
    let distance = (plain.value.abs() - half).max(0.0).copysign(plain.value);
    let value = if toward { distance } else { plain.value };
    let statistic = value / plain.standard_error;
    Ok(Estimate {
        statistic,
        p: plain.reference.p_value(statistic, plain.alternative)?,
        interval: Interval::new(plain.interval.low - half, plain.interval.high + half)?,
        ..plain
    })
}

/// A difference of shares lies within −1..1.
fn clamped(estimate: Estimate) -> Result<Estimate> {
    let interval = Interval::new(
        estimate.interval.low.max(-1.0),
        estimate.interval.high.min(1.0),
    )?;
    Ok(Estimate {
        interval,
        ..estimate
    })
}
