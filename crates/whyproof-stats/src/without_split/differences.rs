//! Difference in differences.

use super::Assumptions;
use super::panel::{PanelRow, by_unit, checked, indicator, periods};
use crate::moments::Comoments;
use crate::regression::{Correction, Group, GroupErrors, clustered, fixed_effects};
use crate::{Alternative, Estimate, Level, Result, StatsError};

const ASSUMPTIONS: Assumptions = &[
    "Without the change, both groups would have moved in parallel.",
    "The change in one group did not reach the other.",
    "Nothing else happened to one of the groups alone at the same time.",
    "Nobody acted on the change before it came.",
    "Who is in which group did not depend on how they were about to develop.",
];

/// What a difference in differences finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Differences {
    /// How much more the changed units moved than the others, in the metric's unit.
    pub effect: Estimate,
    /// Units that were changed.
    pub treated_units: u64,
    /// Units that were not.
    pub control_units: u64,
    /// What must hold.
    pub assumptions: Assumptions,
}

/// How much more the changed units moved from before `first_after` to then and after it, than the
/// others did; errors clustered by unit (CR1, t with units − 1).
///
/// Source: Bertrand, Duflo & Mullainathan, *How much should we trust differences-in-differences
/// estimates?*, 2004; regression of the metric on group, time and both, as in statsmodels.
///
/// # Errors
/// [`StatsError::Empty`] or [`StatsError::TooFew`] with fewer than two units of either group,
/// [`StatsError::Unusable`] where a unit is in both, [`StatsError::Singular`] where nothing is
/// before or after the change, [`StatsError::NoVariance`].
pub fn difference_in_differences(
    rows: &[PanelRow],
    first_after: i64,
    level: Level,
    alternative: Alternative,
) -> Result<Differences> {
    checked(rows)?;
    let units = by_unit(rows, 3, |row| {
        let (treated, after) = (indicator(row.treated), indicator(row.period >= first_after));
        vec![treated, after, treated * after]
    })?;
    let clusters: Vec<Comoments> = units.into_iter().map(|(_, unit)| unit).collect();
    let fit = clustered(&clusters, Correction::Stata)?;
    found(rows, fit.estimate(3, level, alternative)?)
}

/// The same with a mean for every unit and every period, which also serves where units lack some
/// periods; errors clustered by unit, absorbed means counted. Its cost grows with the square of the
/// number of periods.
///
/// Source: Angrist & Pischke, *Mostly Harmless Econometrics*, chapter 5. One date of change for
/// all: with several, such a regression compares the wrong units (Goodman-Bacon 2021).
///
/// # Errors
/// As [`difference_in_differences`].
pub fn two_way(
    rows: &[PanelRow],
    first_after: i64,
    level: Level,
    alternative: Alternative,
) -> Result<Differences> {
    checked(rows)?;
    let periods = periods(rows);
    let units = by_unit(rows, periods.len(), |row| {
        let changed = indicator(row.treated && row.period >= first_after);
        let own = periods
            .iter()
            .skip(1)
            .map(|period| indicator(row.period == *period));
        std::iter::once(changed).chain(own).collect()
    })?;
    let groups: Vec<Group> = units
        .into_iter()
        .map(|(cluster, moments)| Group { cluster, moments })
        .collect();
    let fit = fixed_effects(&groups, GroupErrors::Clustered(Correction::Stata))?;
    found(rows, fit.estimate(0, level, alternative)?)
}

fn found(rows: &[PanelRow], effect: Estimate) -> Result<Differences> {
    let count = |treated| {
        let of = rows
            .iter()
            .filter(|row| row.treated == treated && row.outcome.n() > 0);
        let mut units: Vec<u64> = of.map(|row| row.unit).collect();
        units.sort_unstable();
        units.dedup();
        units.len() as u64
    };
    if !effect.value.is_finite() {
        return Err(StatsError::not_finite("the effect"));
    }
    Ok(Differences {
        effect,
        treated_units: count(true),
        control_units: count(false),
        assumptions: ASSUMPTIONS,
    })
}
