//! Strata: differences within groups known before the split, weighted together.

use crate::moments::{Comoments, Moments, Sum};
use crate::regression::{log_ratio, positive, resolved};
use crate::{Alternative, Estimate, Level, Reference, Result, StatsError};

/// One stratum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Its control.
    pub control: Moments,
    /// Its treatment.
    pub treatment: Moments,
}

/// How much a stratum counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weights<'a> {
    /// By its share of all units, both variants together: post-stratification.
    Observed,
    /// By its share of the population, known from elsewhere; scaled to sum to 1.
    Known(&'a [f64]),
}

/// The weighted means of both variants and what they differ by.
#[derive(Debug, Clone, PartialEq)]
pub struct Stratified {
    /// Weighted mean of the control, in the metric's unit.
    pub control: f64,
    /// Weighted mean of the treatment.
    pub treatment: f64,
    /// Treatment less control.
    pub absolute: Estimate,
    /// Treatment over control, less 1 (delta method on the logarithm), or why there is none.
    pub relative: Result<Estimate>,
}

/// The effect over `strata`. With `use_t`, t by Satterthwaite's degrees of freedom, else normal.
///
/// The variance is Neyman's within strata, Σ w² (s₁²/n₁ + s₀²/n₀), given how many of each fell into
/// a stratum; it holds for strata used in the split and for strata made afterwards.
///
/// Source: Cochran, *Sampling Techniques*, chapters 5 and 5A; Miratrix, Sekhon & Yu, *Adjusting
/// treatment effect estimates by post-stratification in randomized experiments*, 2013.
///
/// # Errors
/// [`StatsError::Empty`] or [`StatsError::TooFew`] with fewer than two units of a variant in a
/// stratum that counts, [`StatsError::Mismatch`] or [`StatsError::OutOfRange`] of the weights,
/// [`StatsError::NoVariance`].
pub fn stratified(
    strata: &[Stratum],
    weights: Weights<'_>,
    use_t: bool,
    level: Level,
    alternative: Alternative,
) -> Result<Stratified> {
    let weights = shares(strata, weights)?;
    let control = weighted(strata.iter().map(|s| &s.control), &weights, "the control")?;
    let treatment = weighted(
        strata.iter().map(|s| &s.treatment),
        &weights,
        "the treatment",
    )?;
    let reference = |scale_control: f64, scale_treatment: f64| {
        let parts = control.parts.iter().map(|(v, df)| (v * scale_control, *df));
        let more = treatment
            .parts
            .iter()
            .map(|(v, df)| (v * scale_treatment, *df));
        satterthwaite(parts.chain(more), use_t)
    };
    let variance = control.variance + treatment.variance;
    let difference = treatment.mean - control.mean;
    let absolute = Estimate::wald(
        difference,
        variance.sqrt(),
        0.0,
        reference(1.0, 1.0),
        level,
        alternative,
    )?;
    let relative = || {
        let below = positive(control.mean, "the control")?;
        let above = positive(treatment.mean, "the treatment")?;
        let (low, high) = (1.0 / (below * below), 1.0 / (above * above));
        let variance = control.variance * low + treatment.variance * high;
        log_ratio(
            above / below,
            variance,
            reference(low, high),
            level,
            alternative,
        )
    };
    Ok(Stratified {
        control: control.mean,
        treatment: treatment.mean,
        absolute,
        relative: relative(),
    })
}

fn shares(strata: &[Stratum], weights: Weights<'_>) -> Result<Vec<f64>> {
    if strata.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of strata".into(),
        });
    }
    let raw: Vec<f64> = match weights {
        Weights::Observed => strata
            .iter()
            .map(|s| (s.control.n() + s.treatment.n()) as f64)
            .collect(),
        Weights::Known(known) => known.to_vec(),
    };
    if raw.len() != strata.len() {
        return Err(StatsError::Mismatch {
            what: "weights and strata".into(),
            left: raw.len(),
            right: strata.len(),
        });
    }
    if let Some(&wrong) = raw.iter().find(|w| !w.is_finite() || **w < 0.0) {
        return Err(StatsError::out_of_range(
            "a stratum's weight",
            wrong,
            "zero or more",
        ));
    }
    let sum = raw.iter().copied().collect::<Sum>().value();
    if sum > 0.0 && sum.is_finite() {
        Ok(raw.iter().map(|w| w / sum).collect())
    } else {
        Err(StatsError::out_of_range(
            "the sum of the weights",
            sum,
            "above zero",
        ))
    }
}

/// A weighted mean with the parts of its variance.
struct Arm {
    mean: f64,
    variance: f64,
    /// Variance and degrees of freedom of each stratum.
    parts: Vec<(f64, f64)>,
}

fn weighted<'a>(
    cells: impl Iterator<Item = &'a Moments>,
    weights: &[f64],
    which: &str,
) -> Result<Arm> {
    let (mut mean, mut variance, mut parts) = (Sum::new(), Sum::new(), Vec::new());
    for (place, (cell, &weight)) in cells.zip(weights).enumerate() {
        if weight == 0.0 {
            continue;
        }
        let which = || format!("{which} in stratum {}", place + 1);
        if cell.n() == 0 {
            return Err(StatsError::Empty { which: which() });
        }
        if cell.n() == 1 {
            return Err(StatsError::TooFew {
                which: which(),
                n: 1,
                needed: 2,
            });
        }
        let alone = Comoments::from_centred(cell.n(), vec![cell.mean()], vec![cell.m2()])?;
        resolved(&alone, 0, &which())?;
        let part = weight * weight * cell.variance()? / cell.n() as f64;
        mean.add(weight * cell.mean());
        variance.add(part);
        parts.push((part, (cell.n() - 1) as f64));
    }
    Ok(Arm {
        mean: mean.value(),
        variance: variance.value(),
        parts,
    })
}

/// Degrees of freedom of a sum of variances (Satterthwaite 1946).
fn satterthwaite(parts: impl Iterator<Item = (f64, f64)>, use_t: bool) -> Reference {
    let (mut sum, mut squares) = (0.0, 0.0);
    for (variance, df) in parts {
        sum += variance;
        squares += variance * variance / df;
    }
    if use_t && squares > 0.0 {
        Reference::StudentT(sum * sum / squares)
    } else {
        Reference::Normal
    }
}
