//! A/A checks: where nothing was done, the method should find nothing, and what it finds by chance is known.
//!
//! Kohavi, Tang and Xu (2020), *Trustworthy Online Controlled Experiments*, chapter 19: the p-values of comparisons
//! of the same with the same are uniform.

use nalgebra::DMatrix;

use super::assignment::exact_binomial;
use crate::dist::{Beta, Distribution};
use crate::{Interval, Level, Result, StatsError};

/// What many A/A comparisons say about the method.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SameCheck {
    /// How many comparisons.
    pub comparisons: u64,
    /// How many had p ≤ α.
    pub false_positives: u64,
    /// Their share, which should be α.
    pub rate: f64,
    /// The share's exact interval at 95 % (Clopper and Pearson 1934).
    pub rate_interval: Interval,
    /// P-value of "the share is α": exact binomial.
    pub rate_p: f64,
    /// P-value of "p-values are uniform": Kolmogorov–Smirnov.
    pub uniform_p: f64,
}

impl SameCheck {
    /// Whether the method is not to be trusted at this α: either p-value below 0.001.
    pub fn is_off(&self) -> bool {
        self.rate_p.min(self.uniform_p) < super::MISMATCH
    }
}

/// Looks at the p-values of comparisons in which both groups were treated alike.
///
/// # Errors
/// [`StatsError::Empty`] without p-values, [`StatsError::OutOfRange`] where one is not from 0 to 1.
pub fn same_check(p_values: &[f64], level: Level) -> Result<SameCheck> {
    if p_values.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of A/A comparisons".into(),
        });
    }
    if let Some(&wrong) = p_values.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        return Err(StatsError::out_of_range("a p-value", wrong, "from 0 to 1"));
    }
    let n = p_values.len() as u64;
    let k = p_values.iter().filter(|&&p| p <= level.alpha()).count() as u64;
    Ok(SameCheck {
        comparisons: n,
        false_positives: k,
        rate: k as f64 / n as f64,
        rate_interval: clopper_pearson(k, n, Level::P95)?,
        rate_p: exact_binomial(k, n, level.alpha())?,
        uniform_p: kolmogorov_p(p_values.len(), farthest(p_values)),
    })
}

/// The exact interval of a share: `k` of `n` (Clopper and Pearson 1934).
pub(crate) fn clopper_pearson(k: u64, n: u64, level: Level) -> Result<Interval> {
    let (k, n, tail) = (k as f64, n as f64, level.alpha() / 2.0);
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

/// The largest distance between the values' distribution and the uniform one.
fn farthest(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    (sorted.iter().enumerate())
        .map(|(i, &value)| (value - i as f64 / n).max((i as f64 + 1.0) / n - value))
        .fold(0.0, f64::max)
}

/// P(the largest distance is at least `d`) for `n` uniform values: exact up to 140 values (Marsaglia, Tsang and Wang
/// 2003), with Stephens' (1970) correction of the limit beyond.
fn kolmogorov_p(n: usize, d: f64) -> f64 {
    if d >= 1.0 {
        return 0.0;
    }
    let count = n as f64;
    if n > 140 || count * d * d > 18.0 {
        let root = count.sqrt();
        let x = d * (root + 0.12 + 0.11 / root);
        // The two series of the limit: by small x this one converges, by large x the other.
        return if x < 0.8 {
            1.0 - small_series(x)
        } else {
            large_series(x)
        }
        .clamp(0.0, 1.0);
    }
    let k = (count * d).ceil() as usize;
    let h = k as f64 - count * d;
    let m = 2 * k - 1;
    let factorial = |i: usize| (1..=i).fold(1.0, |product, j| product * j as f64);
    let mut matrix = DMatrix::from_fn(m, m, |i, j| {
        if i + 1 < j {
            return 0.0;
        }
        let order = i + 1 - j;
        let mut value = 1.0;
        if j == 0 {
            value -= h.powi(i as i32 + 1);
        }
        if i + 1 == m {
            value -= h.powi((m - j) as i32);
        }
        if i + 1 == m && j == 0 && 2.0 * h > 1.0 {
            value += (2.0 * h - 1.0).powi(m as i32);
        }
        value / factorial(order)
    });
    // n!/nⁿ is folded in step by step, so that nothing overflows.
    let step = matrix.clone();
    for i in 2..=n {
        matrix = &matrix * &step * (i as f64 / count);
    }
    (1.0 - matrix[(k - 1, k - 1)] / count).clamp(0.0, 1.0)
}

fn large_series(x: f64) -> f64 {
    (1..=100)
        .map(|k| {
            let k = f64::from(k);
            let sign = if k % 2.0 == 1.0 { 2.0 } else { -2.0 };
            sign * (-2.0 * k * k * x * x).exp()
        })
        .sum()
}

fn small_series(x: f64) -> f64 {
    let pi = std::f64::consts::PI;
    let sum: f64 = (1..=100)
        .map(|k| {
            let odd = 2.0 * f64::from(k) - 1.0;
            (-odd * odd * pi * pi / (8.0 * x * x)).exp()
        })
        .sum();
    (2.0 * pi).sqrt() / x * sum
}
