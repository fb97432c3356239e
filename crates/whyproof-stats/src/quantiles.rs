//! Quantiles, by order statistics that SQL can fetch.
//!
//! A quantile's standard error is read off the width of its own interval: the order statistics at
//! ranks ν ± z√(ν(1−ν)/n) (A. Deng, U. Knoblich & J. Lu, *Applying the delta method in metric
//! analytics*, KDD 2018, section 4). One query finds [`ranks`], a second the values there.

use crate::dist::{Binomial, Distribution, Normal};
use crate::effect::Arm;
use crate::error::finite;
use crate::moments::Comoments;
use crate::{Level, Result, StatsError, ratios};

/// Probability below the upper one of the two order statistics: that of a 95 % interval.
const UPPER: f64 = 0.975;

/// Three order statistics of one variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrderStatistics {
    /// Events measured.
    pub n: u64,
    /// Which quantile, between 0 and 1.
    pub quantile: f64,
    /// Its estimate.
    pub value: f64,
    /// The value at the lower of [`ranks`].
    pub lower: f64,
    /// The value at the upper of [`ranks`].
    pub upper: f64,
}

fn inside(quantile: f64) -> Result<()> {
    if quantile > 0.0 && quantile < 1.0 {
        Ok(())
    } else {
        Err(StatsError::out_of_range(
            "the quantile",
            quantile,
            "between 0 and 1",
        ))
    }
}

/// The levels, as fractions of `n` events, at which to fetch the lower and upper order statistics.
///
/// # Errors
/// [`StatsError::OutOfRange`] for a quantile outside 0..1, [`StatsError::TooFew`] where a level
/// would leave the sample.
pub fn ranks(n: u64, quantile: f64) -> Result<(f64, f64)> {
    inside(quantile)?;
    let z = Normal.quantile(UPPER);
    let odds = (quantile / (1.0 - quantile)).max((1.0 - quantile) / quantile);
    let needed = z * z * odds;
    if (n as f64) <= needed {
        let needed = needed.floor() as u64 + 1;
        return Err(StatsError::TooFew {
            which: "the variant".into(),
            n,
            needed,
        });
    }
    let half = z * (quantile * (1.0 - quantile) / n as f64).sqrt();
    Ok((quantile - half, quantile + half))
}

/// A variant's quantile of independent events, as something to compare.
///
/// # Errors
/// As [`ranks`]; [`StatsError::NoVariance`] where both order statistics are the same (then the
/// values are too coarse for a quantile: compare the share above a limit instead);
/// [`StatsError::OutOfRange`] where they are the wrong way round.
pub fn arm(order: &OrderStatistics) -> Result<Arm> {
    ranks(order.n, order.quantile)?;
    finite(order.value, "the quantile")?;
    let width = finite(order.upper - order.lower, "an order statistic")?;
    if width < 0.0 {
        let what = "upper less lower order statistic";
        return Err(StatsError::out_of_range(what, width, "zero or more"));
    }
    if width == 0.0 {
        return Err(StatsError::NoVariance {
            which: "the quantile".into(),
        });
    }
    let error = width / 2.0 / Normal.quantile(UPPER);
    // n − 1, as gbstats has it, so that an error of the mean's form comes out.
    let variance = (order.n - 1) as f64 * error * error;
    Ok(Arm {
        n: order.n,
        value: order.value,
        variance,
    })
}

/// The same where events come in clusters (the users that are assigned). `clusters` has a row a
/// cluster: column 0 how many of its events are at most the quantile, column 1 how many it has.
/// The arm is of events, as gbstats has it; where clusters are few, take [`Arm::of_units`].
///
/// # Errors
/// As [`arm`] and [`ratios::arm`].
pub fn clustered_arm(order: &OrderStatistics, clusters: &Comoments) -> Result<Arm> {
    let independent = arm(order)?;
    let share = ratios::arm(clusters, 0, 1)?;
    let clustered = share.variance / share.n as f64;
    let simple = order.quantile * (1.0 - order.quantile) / order.n as f64;
    Ok(Arm {
        variance: independent.variance * clustered / simple,
        ..independent
    })
}

/// Ranks (from 1) of the two order statistics between which the quantile lies with at least this
/// probability, whatever the distribution (H. A. David & H. N. Nagaraja, *Order Statistics*, 2003,
/// section 7.1). Ends that the sample does not reach are `None`.
///
/// # Errors
/// [`StatsError::OutOfRange`] for a quantile outside 0..1, [`StatsError::Empty`].
pub fn exact_ranks(n: u64, quantile: f64, level: Level) -> Result<(Option<u64>, Option<u64>)> {
    inside(quantile)?;
    if n == 0 {
        return Err(StatsError::Empty {
            which: "the variant".into(),
        });
    }
    let below = Binomial::new(n, quantile)?;
    let tail = level.alpha() / 2.0;
    // Greatest l with P(B ≤ l − 1) ≤ α/2; least u with P(B ≥ u) ≤ α/2.
    let lower = first(n, |k| below.cdf(k) > tail);
    let upper = first(n, |k| below.sf(k) <= tail) + 1;
    Ok(((lower >= 1).then_some(lower), (upper <= n).then_some(upper)))
}

/// Least k in 0..=n for which a condition holds that stays true once it is.
fn first(n: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// The three order statistics of values in rising order, interpolated as NumPy's and SQL's
/// `quantile_cont` do (Hyndman & Fan's type 7).
///
/// # Errors
/// As [`ranks`]; [`StatsError::NotFinite`]; [`StatsError::Unusable`] where the values do not rise.
pub fn order_statistics(sorted: &[f64], quantile: f64) -> Result<OrderStatistics> {
    let n = sorted.len() as u64;
    let (lower, upper) = ranks(n, quantile)?;
    if sorted.iter().any(|x| !x.is_finite()) {
        return Err(StatsError::not_finite("one of the values"));
    }
    if !sorted.is_sorted() {
        let what = "a quantile".into();
        return Err(StatsError::Unusable {
            what,
            why: "sort the values first".into(),
        });
    }
    let at = |level: f64| {
        let place = level * (n - 1) as f64;
        let below = place.floor();
        let value = |index: f64| sorted.get(index as usize).copied();
        let low = value(below).unwrap_or(f64::NAN);
        let high = value(below + 1.0).unwrap_or(low);
        // Both forms, so that the end points come out exactly.
        let part = place - below;
        if part < 0.5 {
            low + (high - low) * part
        } else {
            high - (high - low) * (1.0 - part)
        }
    };
    let order = OrderStatistics {
        n,
        quantile,
        value: finite(at(quantile), "the quantile")?,
        lower: finite(at(lower), "an order statistic")?,
        upper: finite(at(upper), "an order statistic")?,
    };
    Ok(order)
}
