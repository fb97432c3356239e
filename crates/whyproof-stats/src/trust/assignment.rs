//! Sample ratio mismatch: were units assigned as declared?
//!
//! Fabijan et al. (2019), *Diagnosing sample ratio mismatch in online controlled experiments*. A mismatch means that
//! units were lost or added by variant, and no estimate survives that; the threshold is strict because the check is
//! made on every experiment and the sizes are large.

use crate::dist::{Binomial, ChiSquare, Distribution, Normal};
use crate::{Result, StatsError};

/// Below this p-value the split is not the declared one.
pub const MISMATCH: f64 = 0.001;
/// Below this total the binomial test is exact in [`SplitTest::Auto`] (tea-tasting's threshold).
const EXACT_BELOW: u64 = 1_000;

/// How the counts are compared with the split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SplitTest {
    /// Exact binomial for two variants and under 1,000 units, else chi-square.
    ///
    /// tea-tasting's `auto` takes, from 1,000 units on, the normal approximation with continuity correction; gbstats
    /// and most platforms take chi-square at any size.
    #[default]
    Auto,
    /// Pearson's chi-square (gbstats' `check_srm`, SciPy's `chisquare`), any number of variants.
    ChiSquare,
    /// Exact two-sided binomial, by the sum of all outcomes that are no likelier (SciPy's `binomtest`); two variants.
    Binomial,
    /// Normal approximation of the binomial; two variants. Without the correction it equals chi-square.
    Normal {
        /// Continuity correction by half a unit.
        correction: bool,
    },
}

/// Counts against the declared split.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleRatio {
    /// Units seen, by variant.
    pub observed: Vec<u64>,
    /// Units expected by the split, by variant.
    pub expected: Vec<f64>,
    /// Chi-square, or z; none for the exact test.
    pub statistic: Option<f64>,
    /// P-value of "the split is the declared one".
    pub p: f64,
    /// The test that was made; never [`SplitTest::Auto`].
    pub test: SplitTest,
}

impl SampleRatio {
    /// Whether the split is too far from the declared one to trust any effect.
    pub fn is_mismatch(&self) -> bool {
        self.p < MISMATCH
    }
}

/// Compares `counts` with `split`, the declared weights by variant (any scale: 1 : 1, 50 : 50, 0.5 : 0.5).
///
/// # Errors
/// [`StatsError::Mismatch`] where there are more or fewer variants than declared; [`StatsError::TooFew`] under two
/// variants; [`StatsError::OutOfRange`] for a weight not above zero; [`StatsError::Empty`] without any unit;
/// [`StatsError::Unusable`] for a two-variant test of three.
pub fn sample_ratio(counts: &[u64], split: &[f64], test: SplitTest) -> Result<SampleRatio> {
    check(counts, split)?;
    let total: u64 = counts.iter().sum();
    if total == 0 {
        return Err(StatsError::Empty {
            which: "the experiment".into(),
        });
    }
    let weights: f64 = split.iter().sum();
    let expected: Vec<f64> = split
        .iter()
        .map(|weight| weight / weights * total as f64)
        .collect();
    let test = match test {
        SplitTest::Auto if counts.len() == 2 && total < EXACT_BELOW => SplitTest::Binomial,
        SplitTest::Auto => SplitTest::ChiSquare,
        chosen => chosen,
    };
    let (statistic, p) = compare(counts, &expected, test)?;
    Ok(SampleRatio {
        observed: counts.to_vec(),
        expected,
        statistic,
        p: p.min(1.0),
        test,
    })
}

fn check(counts: &[u64], split: &[f64]) -> Result<()> {
    if counts.len() != split.len() {
        let what = "variants in the data and in the declared split".into();
        return Err(StatsError::Mismatch {
            what,
            left: counts.len(),
            right: split.len(),
        });
    }
    if counts.len() < 2 {
        let which = "the split".into();
        return Err(StatsError::TooFew {
            which,
            n: counts.len() as u64,
            needed: 2,
        });
    }
    if let Some(&wrong) = split
        .iter()
        .find(|weight| !(weight.is_finite() && **weight > 0.0))
    {
        return Err(StatsError::out_of_range(
            "a weight of the split",
            wrong,
            "a finite number above zero",
        ));
    }
    Ok(())
}

/// The statistic, if the test has one, and the p-value.
fn compare(counts: &[u64], expected: &[f64], test: SplitTest) -> Result<(Option<f64>, f64)> {
    let total: u64 = counts.iter().sum();
    let n = total as f64;
    Ok(match (test, counts, expected) {
        (SplitTest::Binomial, &[_, treatment], &[_, middle]) => {
            (None, exact_binomial(treatment, total, middle / n)?)
        }
        (SplitTest::Normal { correction }, &[_, treatment], &[_, middle]) => {
            let away = (treatment as f64 - middle).abs();
            let away = if correction {
                (away - 0.5).max(0.0)
            } else {
                away
            };
            let z = away / (middle * (1.0 - middle / n)).sqrt();
            (Some(z), 2.0 * Normal.sf(z))
        }
        (SplitTest::Binomial | SplitTest::Normal { .. }, _, _) => {
            return Err(StatsError::Unusable {
                what: format!("a binomial test of {} variants", counts.len()),
                why: "it compares two: use chi-square".into(),
            });
        }
        _ => {
            let statistic: f64 = (counts.iter().zip(expected))
                .map(|(&seen, e)| (seen as f64 - e).powi(2) / e)
                .sum();
            (
                Some(statistic),
                ChiSquare::new(counts.len() as f64 - 1.0)?.sf(statistic),
            )
        }
    })
}

/// Two-sided exact binomial p-value: the sum of all outcomes that are no likelier than `k` of `n` (Clopper and Pearson
/// 1934 as SciPy's `binomtest` does it, with its allowance of 1e-7 for rounding).
///
/// # Errors
/// [`StatsError::OutOfRange`] unless 0 ≤ `p` ≤ 1 and `k` ≤ `n`.
pub(crate) fn exact_binomial(k: u64, n: u64, p: f64) -> Result<f64> {
    if k > n {
        return Err(StatsError::out_of_range(
            "the number of successes",
            k as f64,
            "at most the number of units",
        ));
    }
    let binomial = Binomial::new(n, p)?;
    let limit = binomial.pmf(k) * (1.0 + 1e-7);
    let middle = n as f64 * p;
    let mode = middle.floor() as u64;
    Ok(if k as f64 == middle {
        1.0
    } else if (k as f64) < middle {
        // The first outcome above the mode that is no likelier: the probability falls from there on.
        let other = first(mode.max(k) + 1, n + 1, |i| binomial.pmf(i) <= limit);
        binomial.cdf(k)
            + if other == 0 {
                1.0
            } else {
                binomial.sf(other - 1)
            }
    } else {
        // The last outcome below the mode that is no likelier.
        let other = first(0, mode.min(k - 1) + 1, |i| binomial.pmf(i) > limit);
        binomial.sf(k - 1)
            + if other == 0 {
                0.0
            } else {
                binomial.cdf(other - 1)
            }
    }
    .min(1.0))
}

/// The first number from `low` up to `high` for which `holds`, which is false below it and true above; `high` if none.
fn first(mut low: u64, mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
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
