//! Tests of a two-by-two table.

use super::Share;
use crate::dist::{ChiSquare, Distribution, Hypergeometric};
use crate::{Alternative, Result, StatsError};

/// Which statistic compares a table with what independence expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableTest {
    /// Pearson's Σ(O − E)² / E.
    #[default]
    Pearson,
    /// Likelihood ratio, 2 Σ O ln(O / E).
    LogLikelihood,
}

/// Statistic and p-value of a chi-square test with one degree of freedom.
///
/// The continuity correction moves each count by at most ½ towards what is expected, as SciPy's
/// `chi2_contingency` does.
///
/// # Errors
/// [`StatsError::NoVariance`] where all or none succeeded.
pub fn contingency(
    control: &Share,
    treatment: &Share,
    test: TableTest,
    continuity: bool,
) -> Result<(f64, f64)> {
    let n = (control.n() + treatment.n()) as f64;
    let successes = (control.successes() + treatment.successes()) as f64;
    if successes == 0.0 || successes == n {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    let mut statistic = 0.0;
    for share in [control, treatment] {
        let size = share.n() as f64;
        for (observed, total) in [
            (share.successes() as f64, successes),
            ((share.n() - share.successes()) as f64, n - successes),
        ] {
            let expected = size * (total / n);
            let gap = expected - observed;
            let toward = if continuity {
                gap.abs().min(0.5).copysign(gap)
            } else {
                0.0
            };
            let observed = observed + toward;
            statistic += match test {
                TableTest::Pearson => (observed - expected) * (observed - expected) / expected,
                TableTest::LogLikelihood if observed > 0.0 => {
                    2.0 * observed * (observed / expected).ln()
                }
                TableTest::LogLikelihood => 0.0,
            };
        }
    }
    let statistic = statistic.max(0.0);
    Ok((statistic, ChiSquare::new(1.0)?.sf(statistic)))
}

/// Fisher's exact test: the p-value given all margins.
///
/// Two-sided: the total probability of tables no likelier than this one, as R and SciPy have it
/// (ties to a relative 10⁻⁷). R. A. Fisher, *Statistical Methods for Research Workers*, 1934.
///
/// # Errors
/// [`StatsError::Unusable`] beyond ten million successes, where it takes too long and is not
/// needed.
pub fn fisher_exact(control: &Share, treatment: &Share, alternative: Alternative) -> Result<f64> {
    let successes = control.successes() + treatment.successes();
    let urn = Hypergeometric::new(control.n() + treatment.n(), successes, treatment.n())?;
    let (low, high) = urn.support();
    if high - low > 10_000_000 {
        return Err(StatsError::Unusable {
            what: "Fisher's exact test".into(),
            why: "there are too many tables: use the normal approximation".into(),
        });
    }
    let observed = treatment.successes();
    let sum = |range: std::ops::RangeInclusive<u64>| range.map(|k| urn.pmf(k)).sum::<f64>();
    let p = match alternative {
        Alternative::Greater => sum(observed..=high),
        Alternative::Less => sum(low..=observed),
        Alternative::TwoSided => {
            let limit = urn.pmf(observed) * (1.0 + 1e-7);
            (low..=high)
                .map(|k| urn.pmf(k))
                .filter(|p| *p <= limit)
                .sum()
        }
    };
    Ok(p.min(1.0))
}
