//! Exact tests that do not take the total of successes as given.
//!
//! Fisher's test does, and is cautious for it. These take the worst case over the share that both
//! variants have under the null hypothesis: G. A. Barnard, *Significance tests for 2 × 2 tables*,
//! 1947; R. D. Boschloo, *Raised conditional level of significance for the 2 × 2-table*, 1970.

use super::Share;
use crate::dist::{Binomial, Hypergeometric};
use crate::{Alternative, Result, StatsError};
use std::f64::consts::FRAC_PI_2;

/// Most tables that are looked through.
const MOST: u64 = 4_000_000;
/// Points of the first look for the worst case.
const GRID: u32 = 1000;

/// Which tables count as at least as extreme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExactOrder {
    /// By the z statistic with a pooled variance: Barnard's test, as SciPy's `barnard_exact`.
    #[default]
    Pooled,
    /// By the z statistic with a variance each.
    Unpooled,
    /// By Fisher's one-sided p-value: Boschloo's test, twice the smaller side where two-sided, as
    /// SciPy's `boschloo_exact`.
    Fisher,
}

/// Exact unconditional p-value that the shares are equal.
///
/// The worst case is looked for on a grid and refined; SciPy samples it, and may end a little
/// lower. SciPy also loses tables that are exactly as extreme to rounding, which count here.
///
/// # Errors
/// [`StatsError::Unusable`] beyond four million tables (2000 units in each variant), where the
/// normal approximation does as well.
pub fn unconditional_exact(
    control: &Share,
    treatment: &Share,
    order: ExactOrder,
    alternative: Alternative,
) -> Result<f64> {
    let tables = (control.n() + 1).checked_mul(treatment.n() + 1);
    if tables.is_none_or(|tables| tables > MOST) {
        return Err(StatsError::Unusable {
            what: "the unconditional exact test".into(),
            why: "there are too many tables: use the normal approximation".into(),
        });
    }
    if order == ExactOrder::Fisher && alternative == Alternative::TwoSided {
        let less = one(control, treatment, order, Alternative::Less)?;
        let greater = one(control, treatment, order, Alternative::Greater)?;
        return Ok((2.0 * less.min(greater)).min(1.0));
    }
    one(control, treatment, order, alternative)
}

fn one(c: &Share, t: &Share, order: ExactOrder, alternative: Alternative) -> Result<f64> {
    let extremes = match order {
        ExactOrder::Fisher => by_fisher(c, t, alternative)?,
        ExactOrder::Pooled | ExactOrder::Unpooled => by_z(c, t, order, alternative)?,
    };
    worst(&extremes)
}

/// For each total of successes, how likely the extreme tables are given it.
fn by_z(c: &Share, t: &Share, order: ExactOrder, alternative: Alternative) -> Result<Vec<f64>> {
    let (n1, n2) = (c.n(), t.n());
    let z = |j: u64, k: u64| {
        let (p1, p2) = (j as f64 / n1 as f64, k as f64 / n2 as f64);
        let (m1, m2) = (n1 as f64, n2 as f64);
        let variance = if order == ExactOrder::Pooled {
            let p = (j + k) as f64 / (m1 + m2);
            p * (1.0 - p) * (1.0 / m1 + 1.0 / m2)
        } else {
            p1 * (1.0 - p1) / m1 + p2 * (1.0 - p2) / m2
        };
        if p1 == p2 {
            0.0
        } else {
            (p2 - p1) / variance.sqrt()
        }
    };
    let seen = z(c.successes(), t.successes());
    // Tables that are mirror images are as extreme, whatever rounding says.
    let slack = if seen.is_finite() {
        1e-12 * seen.abs()
    } else {
        0.0
    };
    let extreme = |value: f64| match alternative {
        Alternative::TwoSided => value.abs() >= seen.abs() - slack,
        Alternative::Greater => value >= seen - slack,
        Alternative::Less => value <= seen + slack,
    };
    (0..=n1 + n2)
        .map(|total| {
            let urn = Hypergeometric::new(n1 + n2, total, n2)?;
            let (low, high) = urn.support();
            let chances = (low..=high).filter(|k| extreme(z(total - k, *k)));
            Ok(chances.map(|k| urn.pmf(k)).sum())
        })
        .collect()
}

/// The same by Fisher's p-value, whose tables are the ends of each total's range.
fn by_fisher(c: &Share, t: &Share, alternative: Alternative) -> Result<Vec<f64>> {
    let side = |total: u64, sum: &mut dyn FnMut(f64) -> bool| -> Result<()> {
        let urn = Hypergeometric::new(c.n() + t.n(), total, t.n())?;
        let (low, high) = urn.support();
        let mut p = 0.0;
        for step in 0..=high - low {
            let k = if alternative == Alternative::Less {
                low + step
            } else {
                high - step
            };
            p += urn.pmf(k);
            if !sum(p) {
                break;
            }
        }
        Ok(())
    };
    let seen = super::fisher_exact(c, t, alternative)?;
    let mut extremes = Vec::new();
    for total in 0..=c.n() + t.n() {
        let mut most = 0.0;
        side(total, &mut |p| {
            let within = p <= seen * (1.0 + 1e-10);
            if within {
                most = p;
            }
            within
        })?;
        extremes.push(most);
    }
    Ok(extremes)
}

/// Greatest probability over the common share, which is sin² of an angle so that the ends are
/// looked at closely.
fn worst(extremes: &[f64]) -> Result<f64> {
    let n = extremes.len().saturating_sub(1) as u64;
    let at = |angle: f64| -> Result<f64> {
        let sine = angle.sin();
        let total = Binomial::new(n, sine * sine)?;
        Ok(extremes
            .iter()
            .zip(0..)
            .map(|(p, k)| p * total.pmf(k))
            .sum())
    };
    let step = FRAC_PI_2 / f64::from(GRID);
    let values = (0..=GRID)
        .map(|i| at(f64::from(i) * step))
        .collect::<Result<Vec<f64>>>()?;
    let mut best = values.iter().copied().fold(0.0, f64::max);
    for (window, i) in values.windows(3).zip(1..GRID) {
        let [before, here, after] = window else {
            continue;
        };
        if here >= before && here >= after && *here > 0.9 * best {
            best = best.max(summit(&at, f64::from(i) * step, step)?);
        }
    }
    Ok(best.min(1.0))
}

/// The maximum within `reach` of `centre`, by golden sections.
fn summit(at: &impl Fn(f64) -> Result<f64>, centre: f64, reach: f64) -> Result<f64> {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (centre - reach, centre + reach);
    let mut best = at(centre)?;
    for _ in 0..40 {
        let (left, right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
        let (a, b) = (at(left)?, at(right)?);
        best = best.max(a).max(b);
        if a > b {
            high = right;
        } else {
            low = left;
        }
    }
    Ok(best)
}
