//! The score test of a difference, and the interval that inverts it.
//!
//! O. Miettinen & M. Nurminen, *Comparative analysis of two rates*, 1985: the variance is taken at
//! the shares that are likeliest among those with the difference tested, times n / (n − 1).

use super::Share;
use crate::dist::{Distribution, Normal};
use crate::{Alternative, Interval, Level, Reference, Result, StatsError};
use std::f64::consts::PI;

/// Statistic and p-value of the score test that treatment − control is `null`.
///
/// # Errors
/// [`StatsError::OutOfRange`] unless −1 < `null` < 1; [`StatsError::NoVariance`] where both shares
/// are 0 or both 1 and `null` is 0.
pub fn score_test(
    control: &Share,
    treatment: &Share,
    null: f64,
    alternative: Alternative,
) -> Result<(f64, f64)> {
    if !(null > -1.0 && null < 1.0) {
        return Err(StatsError::out_of_range(
            "the difference tested",
            null,
            "between -1 and 1",
        ));
    }
    let z = statistic(control, treatment, null);
    if z.is_nan() || z.is_infinite() {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    Ok((z, Reference::Normal.p_value(z, alternative)?))
}

fn statistic(control: &Share, treatment: &Share, null: f64) -> f64 {
    let (n1, n2) = (control.n() as f64, treatment.n() as f64);
    let n = n1 + n2;
    let p1 = restricted(control, treatment, null);
    let p2 = (p1 + null).clamp(0.0, 1.0);
    let variance = (p2 * (1.0 - p2) / n2 + p1 * (1.0 - p1) / n1) * n / (n - 1.0);
    (treatment.p() - control.p() - null) / variance.sqrt()
}

/// The likeliest share of the control where the treatment's is `null` more: the root of a cubic,
/// by Viète's formula.
fn restricted(control: &Share, treatment: &Share, null: f64) -> f64 {
    let (x1, n1) = (control.successes() as f64, control.n() as f64);
    let (x2, n2) = (treatment.successes() as f64, treatment.n() as f64);
    let (x, n) = (x1 + x2, n1 + n2);
    if null == 0.0 {
        return x / n;
    }
    let a = (n2 + 2.0 * n1) * null - n - x;
    let b = (x1 * null - n - 2.0 * x1) * null + x;
    let c = x1 * null * (1.0 - null);
    let third = a / (3.0 * n);
    let q = third * third * third - a * b / (6.0 * n * n) + c / (2.0 * n);
    let p = (third * third - b / (3.0 * n)).max(0.0).sqrt().copysign(q);
    let cosine = if p == 0.0 {
        0.0
    } else {
        (q / (p * p * p)).clamp(-1.0, 1.0)
    };
    let angle = (PI + cosine.acos()) / 3.0;
    (2.0 * p * angle.cos() - third).clamp((-null).max(0.0), (1.0 - null).min(1.0))
}

/// Two-sided score interval of treatment − control.
///
/// # Errors
/// [`StatsError::NotConverged`] where the search fails.
pub fn score_interval(control: &Share, treatment: &Share, level: Level) -> Result<Interval> {
    let z = Normal.upper_quantile(level.alpha() / 2.0);
    let difference = treatment.p() - control.p();
    // The statistic falls as the difference tested rises.
    let low = search(-1.0, difference, |d| statistic(control, treatment, d) > z);
    let high = search(difference, 1.0, |d| statistic(control, treatment, d) >= -z);
    Interval::new(low, high).map_err(|_| StatsError::NotConverged {
        what: "the score interval".into(),
    })
}

/// Two-sided score interval of treatment / control − 1; its upper end is infinite where the control
/// has no success.
///
/// Source: Miettinen & Nurminen 1985; statsmodels'
/// `confint_proportions_2indep(method="score", compare="ratio")`, which solves the same cubic.
///
/// # Errors
/// [`StatsError::NoVariance`] without any success, where every ratio is possible.
pub fn relative_score_interval(
    control: &Share,
    treatment: &Share,
    level: Level,
) -> Result<Interval> {
    if control.successes() + treatment.successes() == 0 {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    let z = Normal.upper_quantile(level.alpha() / 2.0);
    let estimate = treatment.p() / control.p();
    // The logarithm of the ratio tested; beyond e±⁶⁰ nothing is measured.
    let falls = |log: f64, limit: f64| ratio_statistic(control, treatment, log.exp()) > limit;
    let low = if treatment.successes() == 0 {
        0.0
    } else {
        search(-60.0, estimate.ln().min(60.0), |log| falls(log, z)).exp()
    };
    let high = if control.successes() == 0 {
        f64::INFINITY
    } else {
        search(estimate.ln().max(-60.0), 60.0, |log| falls(log, -z)).exp()
    };
    Interval::new(low - 1.0, high - 1.0)
}

fn ratio_statistic(control: &Share, treatment: &Share, ratio: f64) -> f64 {
    let (x1, n1) = (control.successes() as f64, control.n() as f64);
    let (x2, n2) = (treatment.successes() as f64, treatment.n() as f64);
    let n = n1 + n2;
    // The likeliest share of the control, by the root that does not cancel.
    let b = n2 * ratio + x2 + n1 + x1 * ratio;
    let c = x1 + x2;
    let root = (b * b - 4.0 * n * ratio * c).max(0.0).sqrt();
    let p1 = (2.0 * c / (b + root)).min(1.0);
    let p2 = (p1 * ratio).min(1.0);
    let variance = p2 * (1.0 - p2) / n2 + ratio * ratio * p1 * (1.0 - p1) / n1;
    (treatment.p() - ratio * control.p()) / (variance * n / (n - 1.0)).sqrt()
}

/// Where a condition that holds at the left stops to hold, by halving to the last bit.
fn search(mut left: f64, mut right: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = left + (right - left) / 2.0;
        if middle <= left || middle >= right {
            break;
        }
        if holds(middle) {
            left = middle;
        } else {
            right = middle;
        }
    }
    left + (right - left) / 2.0
}
