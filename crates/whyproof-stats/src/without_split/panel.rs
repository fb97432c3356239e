//! Units over periods, some of them changed.

use std::collections::BTreeMap;

use crate::moments::{Comoments, Moments};
use crate::regression::Cell;
use crate::{Result, StatsError};

/// One unit in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelRow {
    /// Which unit: a shop, a village, a team.
    pub unit: u64,
    /// Whether it is one of those that were changed, before as after.
    pub treated: bool,
    /// Which period, in order.
    pub period: i64,
    /// The metric there. From a mean alone, `Moments::from_centred(1, mean, 0.0)`; with a count, it
    /// weighs as much as its people.
    pub outcome: Moments,
}

/// Refuses what no comparison can be made of.
pub(super) fn checked(rows: &[PanelRow]) -> Result<()> {
    let mut units: BTreeMap<u64, bool> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.outcome.n() > 0) {
        if *units.entry(row.unit).or_insert(row.treated) != row.treated {
            return Err(StatsError::Unusable {
                what: format!("unit {}", row.unit),
                why: "it stands both with the changed and with the unchanged: say of each unit \
                      whether it is ever changed, and mark that in all its periods"
                    .into(),
            });
        }
    }
    for (treated, which) in [(false, "the unchanged units"), (true, "the changed units")] {
        match units.values().filter(|&&t| t == treated).count() as u64 {
            0 => {
                return Err(StatsError::Empty {
                    which: which.into(),
                });
            }
            1 => {
                return Err(StatsError::TooFew {
                    which: format!("the list of {which}"),
                    n: 1,
                    needed: 2,
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// One element per unit: outcome, then the columns that `design` gives a row.
pub(super) fn by_unit(
    rows: &[PanelRow],
    width: usize,
    design: impl Fn(&PanelRow) -> Vec<f64>,
) -> Result<Vec<(u64, Comoments)>> {
    let mut units: BTreeMap<u64, Comoments> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.outcome.n() > 0) {
        let cell = Cell {
            design: design(row),
            outcome: row.outcome,
        };
        let unit = units
            .entry(row.unit)
            .or_insert_with(|| Comoments::empty(width + 1));
        *unit = unit.merge(&cell.comoments()?)?;
    }
    Ok(units.into_iter().collect())
}

/// 1 for true.
pub(super) fn indicator(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

/// The periods that occur, in order.
pub(super) fn periods(rows: &[PanelRow]) -> Vec<i64> {
    let mut all: Vec<i64> = rows.iter().map(|row| row.period).collect();
    all.sort_unstable();
    all.dedup();
    all
}
