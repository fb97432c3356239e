//! Intervals of one proportion.

use super::Share;
use crate::dist::{Beta, Distribution, Normal};
use crate::{Interval, Level, Result};

/// Wilson's score interval (E. B. Wilson, 1927).
///
/// # Errors
/// None with a valid share; the type is kept for its siblings.
pub fn wilson(share: &Share, level: Level) -> Result<Interval> {
    let n = share.n() as f64;
    let z = Normal.upper_quantile(level.alpha() / 2.0);
    let square = z * z / n;
    let centre = share.p() + square / 2.0;
    let half = z * (share.p() * share.q() / n + square / n / 4.0).sqrt();
    let low = if share.successes() == 0 {
        0.0
    } else {
        (centre - half) / (1.0 + square)
    };
    let high = if share.successes() == share.n() {
        1.0
    } else {
        (centre + half) / (1.0 + square)
    };
    Interval::new(low, high)
}

/// The exact interval of Clopper and Pearson (1934); covers at least its level.
///
/// # Errors
/// None with a valid share; the type is kept for its siblings.
pub fn clopper_pearson(share: &Share, level: Level) -> Result<Interval> {
    let (k, n) = (share.successes() as f64, share.n() as f64);
    let tail = level.alpha() / 2.0;
    let low = if k == 0.0 {
        0.0
    } else {
        Beta::new(k, n - k + 1.0)?.quantile(tail)
    };
    let high = if k == n {
        1.0
    } else {
        Beta::new(k + 1.0, n - k)?.upper_quantile(tail)
    };
    Interval::new(low, high)
}

/// Jeffreys' interval: equal tails of the posterior under a Beta(½, ½) prior (L. D. Brown,
/// T. T. Cai & A. DasGupta, *Interval estimation for a binomial proportion*, 2001). Not moved to 0
/// or 1 at the edges, as statsmodels has it.
///
/// # Errors
/// None with a valid share; the type is kept for its siblings.
pub fn jeffreys(share: &Share, level: Level) -> Result<Interval> {
    let (k, n) = (share.successes() as f64, share.n() as f64);
    let posterior = Beta::new(k + 0.5, n - k + 0.5)?;
    let tail = level.alpha() / 2.0;
    Interval::new(posterior.quantile(tail), posterior.upper_quantile(tail))
}
