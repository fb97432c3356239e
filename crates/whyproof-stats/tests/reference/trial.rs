//! The field trial of the example *learn your result* (Thornton 2008).

use std::collections::BTreeMap;

use serde_json::Value;
use whyproof_stats::cluster::{Cluster, effect};
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::regression::{Cell, Correction, clustered};
use whyproof_stats::{Alternative, Level};

use crate::table::{Row, fitted};

const TRIAL: &str =
    include_str!("../../../../examples/learn-your-result/data/learn_your_result.csv");

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    if row.topic() != "trial" {
        return None;
    }
    let mut names = vec!["village", "got_result"];
    names.extend(row.texts("regressors"));
    let people = people(&names);
    let mut villages: BTreeMap<u64, Comoments> = BTreeMap::new();
    for person in &people {
        let cell = Cell::row(person[1], &person[2..])
            .expect("a row")
            .comoments()
            .expect("moments");
        let village = villages
            .entry(person[0] as u64)
            .or_insert_with(|| Comoments::empty(cell.columns()));
        *village = village.merge(&cell).expect("the same columns");
    }
    let villages: Vec<Comoments> = villages.into_values().collect();
    let fit = clustered(&villages, Correction::Stata).expect("a fit");
    let mut ours = fitted(&fit, 0, row.level());
    ours["n"] = fit.n().into();
    Some(ours)
}

/// Everybody of whom all these columns are known.
fn people(names: &[&str]) -> Vec<Vec<f64>> {
    let mut lines = TRIAL
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().expect("a header");
    let places: Vec<usize> = names
        .iter()
        .map(|name| {
            head.iter()
                .position(|column| column == name)
                .expect("a column")
        })
        .collect();
    lines
        .filter_map(|line| {
            places
                .iter()
                .map(|place| line[*place].parse().ok())
                .collect()
        })
        .collect()
}

/// What the paper found: about 45 points more of those with any incentive learn their result, and
/// fewer the farther away.
#[test]
fn the_paper_is_reproduced() {
    let mut villages: BTreeMap<u64, Cluster> = BTreeMap::new();
    for person in people(&["village", "got_result", "any_incentive"]) {
        let none = Cluster {
            control: Moments::EMPTY,
            treatment: Moments::EMPTY,
        };
        let village = villages.entry(person[0] as u64).or_insert(none);
        let one = Moments::from_centred(1, person[1], 0.0).expect("a number");
        if person[2] > 0.0 {
            village.treatment = village.treatment.merge(one);
        } else {
            village.control = village.control.merge(one);
        }
    }
    let villages: Vec<Cluster> = villages.into_values().collect();
    let found = effect(
        &villages,
        Correction::Stata,
        Level::P95,
        Alternative::TwoSided,
    );
    let found = found.expect("an effect");
    assert!((found.absolute.value - 0.45).abs() < 0.01, "{found:?}");
    assert!(found.absolute.interval.is_above(0.40) && found.absolute.interval.is_below(0.50));
    assert!(found.absolute.p < 1e-20);
    assert!((found.control - 0.339).abs() < 0.001 && (found.treatment - 0.789).abs() < 0.003);
}
