//! The rank test of Mann, Whitney and Wilcoxon, for two samples of unit-level values.
//!
//! H. B. Mann & D. R. Whitney, *On a test of whether one of two random variables is stochastically
//! larger than the other*, 1947; variance with ties as in SciPy's `mannwhitneyu`.

use crate::dist::{Distribution, Normal};
use crate::{Alternative, Result, StatsError};

/// At most so many values in the smaller sample, without ties, are judged exactly (SciPy's rule).
const EXACT: usize = 8;
/// Greatest U that is counted exactly.
const MOST: usize = 1_000_000;

/// How the p-value is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RankMethod {
    /// Exact where the smaller sample has at most 8 values and there are no ties, else normal.
    #[default]
    Auto,
    /// By counting arrangements; ties are not allowed.
    Exact,
    /// Normal approximation, corrected for ties.
    Normal {
        /// Take half a unit off the statistic's distance from its mean.
        continuity: bool,
    },
}

/// What the rank test says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankTest {
    /// U of the treatment: pairs in which it is greater, ties as half.
    pub statistic: f64,
    /// Share of pairs in which the treatment is greater, ties as half.
    pub treatment_greater: f64,
    /// Two-sided or one-sided p-value.
    pub p: f64,
}

/// Whether values of the treatment tend to be greater than those of the control.
///
/// # Errors
/// [`StatsError::Empty`], [`StatsError::NotFinite`], [`StatsError::NoVariance`] where all values
/// are the same, [`StatsError::Unusable`] where an exact test is asked for and there are ties or
/// too many arrangements.
pub fn mann_whitney(
    control: &[f64],
    treatment: &[f64],
    alternative: Alternative,
    method: RankMethod,
) -> Result<RankTest> {
    for (which, values) in [("the control", control), ("the treatment", treatment)] {
        if values.is_empty() {
            return Err(StatsError::Empty {
                which: which.into(),
            });
        }
        if values.iter().any(|x| !x.is_finite()) {
            return Err(StatsError::not_finite(&format!(
                "one of the values of {which}"
            )));
        }
    }
    let (n1, n2) = (control.len() as f64, treatment.len() as f64);
    let ranked = ranked(control, treatment);
    let u = ranked.treatment_sum - n2 * (n2 + 1.0) / 2.0;
    let exact = match method {
        RankMethod::Auto => {
            let small = control.len().min(treatment.len()) <= EXACT;
            small && ranked.ties == 0.0 && control.len().max(treatment.len()) <= MOST / EXACT
        }
        RankMethod::Exact => true,
        RankMethod::Normal { .. } => false,
    };
    let continuity = !matches!(method, RankMethod::Normal { continuity: false });
    let p = if exact {
        if ranked.ties > 0.0 {
            return Err(unusable("there are ties: use the normal approximation"));
        }
        exact_p(control.len(), treatment.len(), u, alternative)?
    } else {
        let n = n1 + n2;
        let variance = n1 * n2 / 12.0 * ((n + 1.0) - ranked.ties / (n * (n - 1.0)));
        if variance <= 0.0 {
            return Err(StatsError::NoVariance {
                which: "neither variant".into(),
            });
        }
        normal_p(u, n1 * n2 / 2.0, variance.sqrt(), alternative, continuity)
    };
    Ok(RankTest {
        statistic: u,
        treatment_greater: u / n1 / n2,
        p,
    })
}

fn unusable(why: &str) -> StatsError {
    StatsError::Unusable {
        what: "the exact rank test".into(),
        why: why.into(),
    }
}

struct Ranked {
    treatment_sum: f64,
    /// Σ(t³ − t) over groups of t equal values.
    ties: f64,
}

fn ranked(control: &[f64], treatment: &[f64]) -> Ranked {
    let of = |values: &[f64], side: bool| values.iter().map(|&x| (x, side)).collect::<Vec<_>>();
    let mut all = of(control, false);
    all.extend(of(treatment, true));
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = Ranked {
        treatment_sum: 0.0,
        ties: 0.0,
    };
    let mut before = 0.0;
    // −0 and 0 are neighbours in the total order, and equal.
    for group in all.chunk_by(|a, b| a.0 == b.0) {
        let size = group.len() as f64;
        let rank = before + (size + 1.0) / 2.0;
        out.treatment_sum += rank * group.iter().filter(|(_, side)| *side).count() as f64;
        out.ties += size * size * size - size;
        before += size;
    }
    out
}

fn normal_p(u: f64, mean: f64, sd: f64, alternative: Alternative, continuity: bool) -> f64 {
    let half = if continuity { 0.5 } else { 0.0 };
    match alternative {
        Alternative::TwoSided => (2.0 * Normal.sf(((u - mean).abs() - half) / sd)).clamp(0.0, 1.0),
        Alternative::Greater => Normal.sf((u - mean - half) / sd),
        Alternative::Less => Normal.sf((mean - u - half) / sd),
    }
}

/// How many arrangements have each value of U: the coefficients of the Gaussian binomial, built by
/// multiplying with 1 − xʲ and dividing by it, in whole numbers.
fn exact_p(n1: usize, n2: usize, u: f64, alternative: Alternative) -> Result<f64> {
    let (small, large) = (n1.min(n2), n1.max(n2));
    let too_many = || unusable("there are too many values: use the normal approximation");
    let most = small
        .checked_mul(large)
        .filter(|most| *most <= MOST)
        .ok_or_else(too_many)?;
    let mut counts = vec![0_i128; most + 1];
    if let Some(first) = counts.first_mut() {
        *first = 1;
    }
    let mut total = 1_i128;
    for j in 1..=small {
        total = total
            .checked_mul((large + j) as i128)
            .ok_or_else(too_many)?
            / j as i128;
        multiply(&mut counts, large + j);
        divide(&mut counts, j);
    }
    let at_most = |limit: f64| -> f64 {
        let within = counts
            .iter()
            .enumerate()
            .filter(|(k, _)| *k as f64 <= limit);
        within.map(|(_, count)| count).sum::<i128>() as f64 / total as f64
    };
    let other = most as f64 - u;
    Ok(match alternative {
        Alternative::TwoSided => (2.0 * at_most(u.min(other))).min(1.0),
        Alternative::Greater => at_most(other),
        Alternative::Less => at_most(u),
    })
}

/// Times 1 − xʲ.
fn multiply(counts: &mut [i128], j: usize) {
    for k in (j..counts.len()).rev() {
        counts[k] -= counts[k - j];
    }
}

/// Over 1 − xʲ.
fn divide(counts: &mut [i128], j: usize) {
    for k in j..counts.len() {
        counts[k] += counts[k - j];
    }
}
