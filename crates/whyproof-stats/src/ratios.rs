//! Ratios of means: clicks per view where users are assigned.
//!
//! The variance is the delta method's (A. Deng, U. Knoblich & J. Lu, *Applying the delta method in
//! metric analytics*, KDD 2018, equation 3).

use crate::effect::{self, Arm, Effect, Options};
use crate::error::finite;
use crate::moments::Comoments;
use crate::{Result, StatsError};

/// Mean of column `numerator` over mean of column `denominator`, as something to compare.
///
/// # Errors
/// [`StatsError::TooFew`] with fewer than two rows, [`StatsError::NotPositive`] where the mean of
/// the denominator is not above zero, [`StatsError::Mismatch`] where there is no such column.
pub fn arm(moments: &Comoments, numerator: usize, denominator: usize) -> Result<Arm> {
    let (x, y) = (moments.column(numerator)?, moments.column(denominator)?);
    if y.mean() <= 0.0 {
        let which = "the mean of the denominator".into();
        return Err(StatsError::NotPositive {
            which,
            value: y.mean(),
        });
    }
    let ratio = x.mean() / y.mean();
    let covariance = moments.covariance(numerator, denominator)?;
    // The variance of x − ratio × y, which rounding may take below zero.
    let residual = x.variance()? - 2.0 * ratio * covariance + ratio * ratio * y.variance()?;
    let rounding = 8.0 * f64::EPSILON * (x.variance()? + ratio * ratio * y.variance()?);
    let residual = if residual.abs() <= rounding {
        0.0
    } else {
        residual
    };
    let variance = finite(residual / y.mean() / y.mean(), "the variance of the ratio")?;
    Ok(Arm {
        n: moments.n(),
        value: ratio,
        variance,
    })
}

/// Treatment's ratio against control's; column 0 of each is the numerator, 1 the denominator.
///
/// # Errors
/// As [`arm`] and [`effect::compare`].
pub fn compare(control: &Comoments, treatment: &Comoments, options: &Options) -> Result<Effect> {
    effect::compare(&arm(control, 0, 1)?, &arm(treatment, 0, 1)?, options)
}
