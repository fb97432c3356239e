//! The change of the treated against the change of the others.

use std::collections::BTreeMap;

use jiff::civil::Date;
use whyproof_stats::effect::Effect;
use whyproof_stats::moments::Moments;
use whyproof_stats::without_split::{PanelRow, Trends, difference_in_differences, parallel_trends};
use whyproof_stats::{Alternative, Level, Result, StatsError};

use super::gather::{self, Group, Row};
use super::scale::Scale;
use super::shown::bare;
use super::told::{Arm, Note, Trouble};
use super::unsplit::Found;
use super::variants::variants;
use super::{caution, trouble};
use crate::experiment::{Declared, Summary};

/// The effect on series `k`, and what it is compared with.
pub(super) fn differences(
    declared: &Declared,
    rows: &[Row],
    start: Date,
    k: usize,
    scale: &Scale,
) -> std::result::Result<Found, Trouble> {
    looked_at(declared)?;
    let failed = |error| trouble::of(&scale.metric, &error);
    let groups = variants(declared, rows.to_vec())?.groups;
    let [control, treatment] = groups.as_slice() else {
        return Err(Trouble {
            message: "Differences in differences compare two groups, and there are more."
                .to_owned(),
            help: "Leave the others out by `population`.".to_owned(),
        });
    };
    let start = gather::days(start).unwrap_or(i64::MAX);
    let panel = panel(control, treatment, k).map_err(failed)?;
    let found = difference_in_differences(&panel, start, Level::P95, Alternative::TwoSided);
    let found = found.map_err(failed)?;
    let after = mean(&panel, |row| row.treated && row.period >= start);
    let effect = Effect {
        control: after - found.effect.value,
        treatment: after,
        absolute: found.effect,
        relative: Err(StatsError::Unusable {
            what: "a relative effect".into(),
            why: "what would have been is estimated, and has an error of its own".into(),
        }),
    };
    let unit = declared.cluster.as_deref().or(declared.unit.as_deref());
    let assumptions = found.assumptions.iter();
    Ok(Found {
        effect,
        names: (control.name.clone(), treatment.name.clone()),
        method: format!(
            "difference in differences, errors clustered by `{}` (CR1)",
            unit.unwrap_or_default()
        ),
        assumptions: assumptions.map(|&words| words.to_owned()).collect(),
        variants: vec![arm(control), arm(treatment)],
        trust: vec![on_trends(&panel, start, scale)],
        caution: caution::few_clusters(declared, &[control, treatment], k),
    })
}

fn looked_at(declared: &Declared) -> std::result::Result<(), Trouble> {
    let lacks = |key: &str, what: &str| {
        Err(Trouble {
            message: format!("Differences in differences need {what}."),
            help: format!("Write `{key} = \"COLUMN\"`."),
        })
    };
    if declared.variant.is_none() {
        return lacks("variant", "the column that says who was changed");
    }
    if declared.cluster.is_none() && declared.unit.is_none() {
        return lacks("unit", "the column that says who a row is of");
    }
    match declared.metrics.first().map(|metric| &metric.summary) {
        Some(Summary::Mean) | None => Ok(()),
        Some(_) => Err(Trouble {
            message: "Differences in differences take a mean.".to_owned(),
            help: "Make the ratio a column in a query.".to_owned(),
        }),
    }
}

/// A row for each unit and day.
fn panel(control: &Group, treatment: &Group, k: usize) -> Result<Vec<PanelRow>> {
    let mut units: BTreeMap<String, u64> = BTreeMap::new();
    let mut panel = Vec::new();
    for (group, treated) in [(control, false), (treatment, true)] {
        for row in &group.rows {
            let (Some(unit), Some(period), Some(sums)) = (&row.cluster, row.day, row.sums.get(k))
            else {
                continue;
            };
            if sums.moments.n() == 0 {
                continue;
            }
            let next = units.len() as u64;
            panel.push(PanelRow {
                unit: *units.entry(unit.clone()).or_insert(next),
                treated,
                period,
                outcome: sums.moments.column(0)?,
            });
        }
    }
    Ok(panel)
}

fn mean(panel: &[PanelRow], wanted: impl Fn(&PanelRow) -> bool) -> f64 {
    let rows = panel.iter().filter(|row| wanted(row));
    rows.fold(Moments::EMPTY, |all, row| all.merge(row.outcome))
        .mean()
}

fn arm(group: &Group) -> Arm {
    let whole = group.whole(0).ok();
    let n = whole.as_ref().map_or(0, |whole| whole.n());
    Arm {
        name: group.name.clone(),
        n,
        rows: group.all(),
        missing: group.all().saturating_sub(n),
        value: whole
            .filter(|whole| whole.n() > 0)
            .map(|whole| whole.mean(0)),
    }
}

/// Whether the two moved alike before.
fn on_trends(panel: &[PanelRow], start: i64, scale: &Scale) -> Note {
    let found: Result<Trends> = parallel_trends(panel, start, Level::P95);
    match found {
        Err(error) => Note::warning(format!(
            "Whether both moved alike before cannot be looked at: {error}."
        )),
        Ok(trends) => {
            let interval = trends.slope.interval;
            let range = format!(
                "{} to {} a day",
                bare(interval.low, &scale.unit),
                bare(interval.high, &scale.unit)
            );
            if interval.contains(0.0) {
                Note::fine(format!(
                    "Before the change both moved alike as far as can be told: their distance grew by {range} (95% interval)."
                ))
            } else {
                Note::warning(format!(
                    "Before the change they did not move alike: their distance grew by {range} (95% interval), so the effect is not to be trusted."
                ))
            }
        }
    }
}
