//! Adjusted p-values, and the level of intervals that go with them.

use crate::{Level, Result, StatsError};

/// How p-values of one family are adjusted; compare the result with the level's α.
///
/// The first five keep the chance of *any* false finding at α, the last two the expected *share* of false ones
/// among the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Correction {
    /// p times their number; valid whatever the dependence.
    Bonferroni,
    /// 1 − (1 − p)^m; for independent tests (Šidák 1967).
    Sidak,
    /// Bonferroni stepping down, never worse than it (Holm 1979). The default: it assumes nothing.
    #[default]
    Holm,
    /// Šidák stepping down.
    HolmSidak,
    /// Stepping up; for tests that are independent or positively dependent (Hochberg 1988).
    Hochberg,
    /// False discovery rate, for the same dependence (Benjamini and Hochberg 1995).
    BenjaminiHochberg,
    /// False discovery rate, whatever the dependence (Benjamini and Yekutieli 2001).
    BenjaminiYekutieli,
}

/// The adjusted p-values, in the order of `p`; as statsmodels' `multipletests`.
///
/// # Errors
/// [`StatsError::OutOfRange`] where a p-value is not from 0 to 1. No p-values give none back.
pub fn adjust(p: &[f64], correction: Correction) -> Result<Vec<f64>> {
    if let Some(&wrong) = p.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        return Err(StatsError::out_of_range("a p-value", wrong, "from 0 to 1"));
    }
    let count = p.len();
    let mut order: Vec<(usize, f64)> = p.iter().copied().enumerate().collect();
    // Ties stay in the order in which they came.
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let m = count as f64;
    let harmonic: f64 = (1..=count).map(|i| 1.0 / i as f64).sum();
    let raw = |rank: usize, p: f64| {
        let left = m - rank as f64;
        match correction {
            Correction::Bonferroni => m * p,
            Correction::Sidak => at_least_one(p, m),
            Correction::Holm | Correction::Hochberg => left * p,
            Correction::HolmSidak => at_least_one(p, left),
            Correction::BenjaminiHochberg => p * m / (rank as f64 + 1.0),
            Correction::BenjaminiYekutieli => p * m * harmonic / (rank as f64 + 1.0),
        }
    };
    let mut values: Vec<f64> = order
        .iter()
        .enumerate()
        .map(|(rank, &(_, p))| raw(rank, p))
        .collect();
    match correction {
        Correction::Bonferroni | Correction::Sidak => {}
        Correction::Holm | Correction::HolmSidak => carry(values.iter_mut(), f64::max),
        Correction::Hochberg | Correction::BenjaminiHochberg | Correction::BenjaminiYekutieli => {
            carry(values.iter_mut().rev(), f64::min);
        }
    }
    let mut placed: Vec<(usize, f64)> = order
        .iter()
        .zip(&values)
        .map(|(&(place, _), &value)| (place, value.min(1.0)))
        .collect();
    placed.sort_by_key(|&(place, _)| place);
    Ok(placed.into_iter().map(|(_, value)| value).collect())
}

/// The level each of `m` intervals needs for all to hold together at `level`: Bonferroni's, or Šidák's where asked for.
/// Step-down and step-up procedures have no intervals of their own that are as simple: theirs are Bonferroni's.
///
/// # Errors
/// [`StatsError::Empty`] where `m` is 0; [`StatsError::Unusable`] for a false discovery rate: see [`selective_level`].
pub fn simultaneous_level(m: usize, level: Level, correction: Correction) -> Result<Level> {
    if m == 0 {
        return Err(StatsError::Empty {
            which: "the family of intervals".into(),
        });
    }
    let m = m as f64;
    match correction {
        Correction::Sidak | Correction::HolmSidak => Level::new(level.get().powf(1.0 / m)),
        Correction::Bonferroni | Correction::Holm | Correction::Hochberg => {
            Level::from_alpha(level.alpha() / m)
        }
        Correction::BenjaminiHochberg | Correction::BenjaminiYekutieli => {
            Err(StatsError::Unusable {
                what: "simultaneous intervals for a false discovery rate".into(),
                why: "only the intervals of the findings are corrected: use their selective level"
                    .into(),
            })
        }
    }
}

/// The level of the intervals of `found` findings among `m` tests, which keeps the expected share of them that miss at
/// the level's α (Benjamini and Yekutieli 2005).
///
/// # Errors
/// [`StatsError::OutOfRange`] unless 1 ≤ `found` ≤ `m`.
pub fn selective_level(found: usize, m: usize, level: Level) -> Result<Level> {
    if found == 0 || found > m {
        let allowed = format!("from 1 to the number of tests, {m}");
        return Err(StatsError::out_of_range(
            "the number of findings",
            found as f64,
            &allowed,
        ));
    }
    Level::from_alpha(level.alpha() * found as f64 / m as f64)
}

/// 1 − (1 − p)^m, without losing a small p.
fn at_least_one(p: f64, m: f64) -> f64 {
    -(m * (-p).ln_1p()).exp_m1()
}

/// Running maximum or minimum.
fn carry<'v>(values: impl Iterator<Item = &'v mut f64>, keep: fn(f64, f64) -> f64) {
    let mut kept: Option<f64> = None;
    for value in values {
        *value = kept.map_or(*value, |before| keep(before, *value));
        kept = Some(*value);
    }
}
