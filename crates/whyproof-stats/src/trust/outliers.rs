//! Whether a few units make the effect.

use crate::error::finite;
use crate::{Estimate, Result, StatsError};

/// What capping the largest values does to an effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// Effect with the values capped, less the effect as measured, in the metric's unit.
    pub shift: f64,
    /// The shift in standard errors of the effect as measured.
    pub shift_in_errors: f64,
    /// Standard error with the values capped, over the one as measured: below 1 where outliers hide the effect.
    pub error_ratio: f64,
    /// Whether the two intervals say different things: one leaves zero out and the other does not, or they lie on
    /// different sides of it.
    pub changes_conclusion: bool,
}

/// Compares an effect as measured with the same one after capping (winsorising) or dropping the largest values.
///
/// The cap is to be declared beforehand or to be shown beside the effect; choosing it by the result is what the check
/// is there to find (Kohavi, Tang and Xu 2020, chapter 22).
///
/// # Errors
/// [`StatsError::NoVariance`] where the effect as measured has no error.
pub fn influence(measured: &Estimate, capped: &Estimate) -> Result<Influence> {
    if finite(measured.standard_error, "the standard error")? <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the effect as measured".into(),
        });
    }
    let shift = finite(
        capped.value - measured.value,
        "the difference of the effects",
    )?;
    finite(
        capped.standard_error,
        "the standard error of the capped effect",
    )?;
    Ok(Influence {
        shift,
        shift_in_errors: shift / measured.standard_error,
        error_ratio: capped.standard_error / measured.standard_error,
        changes_conclusion: side(measured) != side(capped),
    })
}

/// 1 above zero, -1 below, 0 where zero is in the interval.
fn side(effect: &Estimate) -> i8 {
    if effect.interval.is_above(0.0) {
        1
    } else if effect.interval.is_below(0.0) {
        -1
    } else {
        0
    }
}

/// How many units each variant needs for the mean of a metric this skewed to be near enough to normal for a 95 %
/// interval: 355 × skewness² (Kohavi, Deng, Longbotham and Xu 2014, rule 7; Boos and Hughes-Oliver 2000).
///
/// # Errors
/// [`StatsError::NotFinite`].
pub fn skewness_needs(skewness: f64) -> Result<f64> {
    finite(355.0 * skewness * skewness, "the skewness")
}
