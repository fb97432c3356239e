//! Confidence sequences: intervals that hold at all times at once.
//!
//! Of the several there are we take the asymptotic one of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2023,
//! arXiv:2103.06476v7), equations 9 (interval), 155 (p-value) and 161 (tuning): it needs only an estimate and its
//! standard error, so it serves means, ratios, CUPED and relative effects alike, and it is what gbstats computes.
//! The mixture SPRT of Johari, Pekelis and Walsh (2015, arXiv:1512.04922) is the same formula, told by the variance
//! of the effects that are expected ([`Mixture::EffectVariance`]).

use crate::error::finite;
use crate::{Alternative, Estimate, Interval, Level, Reference, Result, StatsError};

/// Where a confidence sequence is tight. It is valid with any choice that was made before the data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mixture {
    /// Tightest when about so many units, control and treatment together, were measured (gbstats' tuning parameter;
    /// 5,000 is its default).
    TightAt(f64),
    /// The parameter ρ itself, above zero.
    Rho(f64),
    /// The variance τ² of the true effects one expects, in the metric's unit squared (mixture SPRT).
    EffectVariance(f64),
}

impl Default for Mixture {
    fn default() -> Self {
        Self::TightAt(5_000.0)
    }
}

impl Mixture {
    /// N ρ², for `n` units in all and a variance of the estimate.
    fn weight(self, n: f64, variance: f64, level: Level, alternative: Alternative) -> Result<f64> {
        let (value, what) = match self {
            Self::TightAt(units) => (units, "the number of units the interval is tightest at"),
            Self::Rho(rho) => (rho, "the mixture's ρ"),
            Self::EffectVariance(tau2) => (tau2, "the variance of the effects expected"),
        };
        if !(value.is_finite() && value > 0.0) {
            return Err(StatsError::out_of_range(
                what,
                value,
                "a finite number above zero",
            ));
        }
        if !(n > 0.0 && n.is_finite()) {
            return Err(StatsError::out_of_range(
                "the number of units",
                n,
                "a finite number above zero",
            ));
        }
        let weight = match self {
            Self::TightAt(units) => {
                // Only where it is tight depends on this α, not whether it holds.
                let alpha = (2.0 * level.tail(alternative)).min(0.99);
                let spread = -2.0 * alpha.ln();
                n * (spread + spread.ln_1p()) / units
            }
            Self::Rho(rho) => n * rho * rho,
            Self::EffectVariance(tau2) => tau2 / variance,
        };
        finite(weight, "the weight of the mixture")
    }
}

/// An effect with an interval and a p-value that hold whenever one looks, from an estimate and its standard error.
///
/// `n` is the number of units in all variants that the estimate rests on; `value`, `standard_error` and `null` are in
/// the metric's unit (or a ratio less 1). One-sided alternatives use the one-sided sequence of the same paper, tuned for
/// twice the α, as GrowthBook does after gbstats 0.8.
///
/// Asymptotic: it holds to the extent that the standard error is near its limit, so not from the first dozens of
/// units on.
///
/// # Errors
/// [`StatsError::NotFinite`], [`StatsError::NoVariance`] where the error is zero, [`StatsError::OutOfRange`] for `n`
/// below 2 or a mixture's parameter not above zero.
pub fn confidence_sequence(
    value: f64,
    standard_error: f64,
    n: f64,
    null: f64,
    mixture: Mixture,
    level: Level,
    alternative: Alternative,
) -> Result<Estimate> {
    finite(value, "the estimate")?;
    finite(null, "the value tested against")?;
    finite(standard_error, "the standard error")?;
    if standard_error <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the estimate".into(),
        });
    }
    if !(n.is_finite() && n >= 2.0) {
        return Err(StatsError::out_of_range(
            "the number of units",
            n,
            "at least 2",
        ));
    }
    let weight = mixture.weight(n, standard_error * standard_error, level, alternative)?;
    let statistic = finite((value - null) / standard_error, "the test statistic")?;
    let half = finite(
        standard_error * half_width(weight, level.alpha(), alternative),
        "the width of the interval",
    )?;
    let (low, high) = match alternative {
        Alternative::TwoSided => (value - half, value + half),
        Alternative::Greater => (value - half, f64::INFINITY),
        Alternative::Less => (f64::NEG_INFINITY, value + half),
    };
    Ok(Estimate {
        value,
        standard_error,
        reference: Reference::Normal,
        interval: Interval::new(low, high)?,
        level,
        alternative,
        statistic,
        p: p_value(weight, statistic, alternative),
    })
}

/// Half the width, or the distance to the one bound, in standard errors.
pub(crate) fn half_width_at(
    mixture: Mixture,
    n: f64,
    variance: f64,
    level: Level,
    alternative: Alternative,
) -> Result<f64> {
    Ok(half_width(
        mixture.weight(n, variance, level, alternative)?,
        level.alpha(),
        alternative,
    ))
}

fn half_width(weight: f64, alpha: f64, alternative: Alternative) -> f64 {
    let log = match alternative {
        Alternative::TwoSided => 0.5 * weight.ln_1p() - alpha.ln(),
        Alternative::Greater | Alternative::Less => ((weight + 1.0).sqrt() / (2.0 * alpha)).ln_1p(),
    };
    (2.0 * (weight + 1.0) / weight * log).sqrt()
}

/// The smallest α at which the sequence leaves the null out, with the mixture held.
fn p_value(weight: f64, z: f64, alternative: Alternative) -> f64 {
    let log_e = weight / (weight + 1.0) * z * z / 2.0;
    let root = (weight + 1.0).sqrt();
    let p = match alternative {
        Alternative::TwoSided => root * (-log_e).exp(),
        Alternative::Greater if z <= 0.0 => 1.0,
        Alternative::Less if z >= 0.0 => 1.0,
        Alternative::Greater | Alternative::Less => root / (2.0 * log_e.exp_m1()),
    };
    p.min(1.0)
}

/// What all looks so far say together: the intersection of their intervals and the least p-value, at the value of the
/// last look. Valid because each sequence holds at all times at once (Howard, Ramdas, McAuliffe and Sekhon 2021).
///
/// # Errors
/// [`StatsError::Empty`] without a look; [`StatsError::Unusable`] where no value is in all intervals: the effect
/// itself has changed while it was measured, or a look was not of the same thing.
pub fn running(looks: &[Estimate]) -> Result<Estimate> {
    let Some(last) = looks.last() else {
        return Err(StatsError::Empty {
            which: "the list of looks".into(),
        });
    };
    let low = looks
        .iter()
        .map(|look| look.interval.low)
        .fold(f64::NEG_INFINITY, f64::max);
    let high = looks
        .iter()
        .map(|look| look.interval.high)
        .fold(f64::INFINITY, f64::min);
    if low > high {
        return Err(StatsError::Unusable {
            what: "the looks together".into(),
            why: "no effect is in the intervals of all of them: it changed over time, so judge by the last look alone"
                .into(),
        });
    }
    let p = looks.iter().map(|look| look.p).fold(1.0, f64::min);
    Ok(Estimate {
        interval: Interval::new(low, high)?,
        p,
        ..*last
    })
}
