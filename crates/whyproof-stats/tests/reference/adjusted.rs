//! CUPED, strata, regression, clusters.

use serde_json::{Value, json};
use whyproof_stats::Alternative;
use whyproof_stats::adjust::{Slope, Stratum, Term, Weights, cuped, stratified};
use whyproof_stats::cluster::{self, Cluster, correlation, effect};
use whyproof_stats::effect::Spread;
use whyproof_stats::means;
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::regression::{
    Cell, Correction, Group, GroupErrors, Robust, clustered, fixed_effects, heteroskedastic,
    ordinary,
};

use crate::effects::{options, told};
use crate::table::{Row, fitted, interval, listed, moments};

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    let topic = row.topic();
    match topic {
        "cuped one" | "cuped several" => Some(mean(row)),
        "cuped ratio" => Some(ratio(row)),
        "stratified" => Some(strata(row)),
        "regression nonrobust" => {
            let columns: Vec<_> = all_columns(row)
                .iter()
                .map(|name| row.column(name))
                .collect();
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let total = Comoments::from_columns(&columns).expect("moments");
            Some(fitted(&ordinary(&total).expect("a fit"), 0, row.level()))
        }
        "regression interacted" => Some(interacted(row)),
        "cluster means" => Some(cluster_means(row)),
        "cluster correlation" => {
            let parts = Row::split(&row.column("score"), &row.column("village"));
            let clusters = parts.iter().map(|part| moments(part)).collect();
            let found = correlation(&[clusters]).expect("a correlation");
            Some(json!({"within": found.within, "size": found.size,
                        "design_effect": found.design_effect}))
        }
        "fixed effects cluster" => Some(fixed(row, GroupErrors::Clustered(Correction::Stata))),
        "fixed effects plain" => Some(fixed(row, GroupErrors::Classical)),
        _ => match topic.strip_prefix("cluster ") {
            Some(kind) => Some(cluster(row, kind)),
            None => topic
                .strip_prefix("regression ")
                .map(|kind| robust(row, kind)),
        },
    }
}

/// The outcome and the regressors.
fn all_columns<'a>(row: &'a Row<'_>) -> Vec<&'a str> {
    let mut names = vec![row.text("value")];
    names.extend(row.texts("regressors"));
    names
}

/// Welch's or Student's test of adjusted variants.
fn tested(row: &Row<'_>, control: Moments, treatment: Moments, theta: &[f64]) -> Value {
    let student = row.flag("equal_var");
    let spread = if student {
        Spread::Student
    } else {
        Spread::Welch
    };
    let found = means::compare(&control, &treatment, &options(row, spread)).expect("an effect");
    let mut value = told(&found);
    value["theta"] = json!(theta);
    value
}

fn mean(row: &Row<'_>) -> Value {
    let mut columns = vec![row.text("value")];
    columns.extend(row.texts("covariates"));
    let variants = row.comoments(&columns, "variant");
    let covariates: Vec<Term> = (1..columns.len()).map(Term::mean).collect();
    let found = cuped(&variants, Term::mean(0), &covariates, Slope::Total).expect("cuped");
    tested(row, found.variants[0], found.variants[1], &found.theta)
}

fn ratio(row: &Row<'_>) -> Value {
    let mut columns = vec![row.text("numerator"), row.text("denominator")];
    columns.push(row.text("numerator_covariate"));
    let covariate = match row.input("denominator_covariate").as_str() {
        Some(name) => {
            columns.push(name);
            Term::ratio(2, 3)
        }
        None => Term::mean(2),
    };
    let variants = row.comoments(&columns, "variant");
    let found = cuped(&variants, Term::ratio(0, 1), &[covariate], Slope::Total).expect("cuped");
    tested(row, found.variants[0], found.variants[1], &found.theta)
}

fn strata(row: &Row<'_>) -> Value {
    let (values, strata) = (row.column("spent"), row.column("stratum"));
    let keys: Vec<f64> = strata
        .iter()
        .zip(row.column("variant"))
        .map(|(s, v)| 2.0 * s + v)
        .collect();
    let cells: Vec<Moments> = Row::split(&values, &keys)
        .iter()
        .map(|part| moments(part))
        .collect();
    let strata: Vec<Stratum> = cells
        .chunks(2)
        .map(|pair| Stratum {
            control: pair[0],
            treatment: pair[1],
        })
        .collect();
    let known = row.numbers("weights");
    let weights = if row.id() == "strata-share" {
        Weights::Observed
    } else {
        Weights::Known(&known)
    };
    let found = stratified(&strata, weights, false, row.level(), Alternative::TwoSided);
    let found = found.expect("an effect").absolute;
    json!({"effect": found.value, "se": found.standard_error, "statistic": found.statistic,
           "p": found.p, "interval": interval(&found)})
}

/// One cell a row: HC errors of any design.
fn robust(row: &Row<'_>, kind: &str) -> Value {
    let columns: Vec<Vec<f64>> = all_columns(row)
        .iter()
        .map(|name| row.column(name))
        .collect();
    let cells = cells(&columns);
    let kind = match kind {
        "HC0" => Robust::Hc0,
        "HC1" => Robust::Hc1,
        "HC2" => Robust::Hc2,
        "HC3" => Robust::Hc3,
        other => panic!("{other}"),
    };
    fitted(
        &heteroskedastic(&cells, kind).expect("a fit"),
        0,
        row.level(),
    )
}

fn cells(columns: &[Vec<f64>]) -> Vec<Cell> {
    (0..columns[0].len())
        .map(|i| {
            let design: Vec<f64> = columns[1..].iter().map(|column| column[i]).collect();
            Cell::row(columns[0][i], &design).expect("a cell")
        })
        .collect()
}

fn interacted(row: &Row<'_>) -> Value {
    let variant = row.column("variant");
    let mut columns = vec![row.column("spent"), variant.clone()];
    for name in row.texts("covariates") {
        let values = row.column(name);
        let mean = moments(&values).mean();
        let centred: Vec<f64> = values.iter().map(|x| x - mean).collect();
        columns.push(centred.iter().zip(&variant).map(|(x, v)| x * v).collect());
        columns.push(centred);
    }
    let fit = heteroskedastic(&cells(&columns), Robust::Hc2).expect("a fit");
    listed(&[fit
        .estimate(1, row.level(), Alternative::TwoSided)
        .expect("an estimate")])
}

fn cluster(row: &Row<'_>, kind: &str) -> Value {
    let correction = if kind == "CR0" {
        Correction::None
    } else {
        Correction::Stata
    };
    let names = all_columns(row);
    let fit = clustered(&row.comoments(&names, "village"), correction).expect("a fit");
    // Of one 0/1 regressor, the shorter way must say the same.
    if let [value, regressor] = names.as_slice()
        && *regressor != "away"
    {
        let (values, arms) = (row.column(value), row.column(regressor));
        let villages = row.column("village");
        let keys: Vec<f64> = villages
            .iter()
            .zip(&arms)
            .map(|(v, arm)| 2.0 * v + arm)
            .collect();
        let mut parts = Row::split(&values, &keys);
        parts.resize(44, Vec::new());
        let clusters: Vec<Cluster> = parts
            .chunks(2)
            .map(|pair| Cluster {
                control: moments(&pair[0]),
                treatment: moments(&pair[1]),
            })
            .collect();
        let short = effect(&clusters, correction, row.level(), Alternative::TwoSided);
        let short = short.expect("an effect").absolute;
        let long = fit
            .estimate(1, row.level(), Alternative::TwoSided)
            .expect("an estimate");
        assert!((short.value - long.value).abs() < 1e-12);
        assert!((short.p - long.p).abs() < 1e-12);
    }
    fitted(&fit, 0, row.level())
}

fn fixed(row: &Row<'_>, errors: GroupErrors) -> Value {
    let groups = row.comoments(&all_columns(row), "village");
    let groups: Vec<Group> = groups
        .into_iter()
        .zip(0..)
        .map(|(moments, cluster)| Group { cluster, moments })
        .collect();
    fitted(
        &fixed_effects(&groups, errors).expect("a fit"),
        0,
        row.level(),
    )
}

fn cluster_means(row: &Row<'_>) -> Value {
    let all = row.comoments(&["score", "programme"], "village");
    let arm = |programme: f64| {
        let of = |c: &&Comoments| c.mean(1) == programme;
        let clusters: Vec<Moments> = all
            .iter()
            .filter(of)
            .map(|c| c.column(0).expect("a column"))
            .collect();
        cluster::means(&clusters).expect("means")
    };
    tested(row, arm(0.0), arm(1.0), &[])
}
