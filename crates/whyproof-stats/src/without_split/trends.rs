//! Whether two groups moved in parallel before the change.

use super::panel::{PanelRow, by_unit, checked, indicator, periods};
use crate::moments::Comoments;
use crate::regression::{Correction, Joint, clustered};
use crate::{Alternative, Estimate, Level, Result, StatsError};

/// The joint test is of one column a period; more are a job for the slope.
const PERIODS: usize = 60;

/// What the periods before the change say. That no difference was found does not show that there is
/// none: the interval of `slope` says which differences are still possible (Roth 2022).
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// How much faster the changed units rose, in the metric's unit per period.
    pub slope: Estimate,
    /// Whether the groups' distance differed in any period, or why that cannot be tested. With few
    /// units it sees differences too often: with 40 units over 6 periods in up to 13 % at 5 %.
    pub joint: Result<Joint>,
    /// How many periods there are before the change.
    pub periods: usize,
}

/// Compares the groups' development before `first_after`; errors clustered by unit (CR1, t and F
/// with units − 1 degrees of freedom).
///
/// Source: Angrist & Pischke, *Mostly Harmless Econometrics*, section 5.2; the limits of such tests:
/// Roth, *Pretest with caution*, 2022.
///
/// # Errors
/// [`StatsError::TooFew`] with fewer than two periods before the change, and as
/// [`difference_in_differences`](super::difference_in_differences).
pub fn parallel_trends(rows: &[PanelRow], first_after: i64, level: Level) -> Result<Trends> {
    let before: Vec<PanelRow> = rows
        .iter()
        .filter(|row| row.period < first_after)
        .copied()
        .collect();
    checked(&before)?;
    let periods = periods(&before);
    if periods.len() < 2 {
        return Err(StatsError::TooFew {
            which: "the list of periods before the change".into(),
            n: periods.len() as u64,
            needed: 2,
        });
    }
    let origin = periods.first().copied().unwrap_or(0);
    let units = by_unit(&before, 3, |row| {
        let treated = indicator(row.treated);
        let time = row.period.saturating_sub(origin) as f64;
        vec![treated, time, treated * time]
    })?;
    let clusters: Vec<Comoments> = units.into_iter().map(|(_, unit)| unit).collect();
    let fit = clustered(&clusters, Correction::Stata)?;
    Ok(Trends {
        slope: fit.estimate(3, level, Alternative::TwoSided)?,
        joint: joint(&before, &periods),
        periods: periods.len(),
    })
}

/// Whether all interactions of group and period are zero.
fn joint(before: &[PanelRow], periods: &[i64]) -> Result<Joint> {
    if periods.len() > PERIODS {
        return Err(StatsError::Unusable {
            what: "the joint test of the periods before the change".into(),
            why: format!("there are more than {PERIODS}: use the slope, or longer periods"),
        });
    }
    let others = periods.len() - 1;
    let units = by_unit(before, 1 + 2 * others, |row| {
        let treated = indicator(row.treated);
        let own = periods
            .iter()
            .skip(1)
            .map(|period| indicator(row.period == *period));
        let own: Vec<f64> = own.collect();
        let both = own.iter().map(|x| x * treated);
        std::iter::once(treated)
            .chain(own.iter().copied())
            .chain(both)
            .collect()
    })?;
    if units.len() <= others {
        return Err(StatsError::TooFew {
            which: "the list of units".into(),
            n: units.len() as u64,
            needed: others as u64 + 1,
        });
    }
    let clusters: Vec<Comoments> = units.into_iter().map(|(_, unit)| unit).collect();
    let fit = clustered(&clusters, Correction::Stata)?;
    let combinations: Vec<Vec<f64>> = (0..others)
        .map(|i| {
            (0..fit.len())
                .map(|j| indicator(j == 2 + others + i))
                .collect()
        })
        .collect();
    fit.joint(&combinations)
}
