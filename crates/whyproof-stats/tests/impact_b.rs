//! CUPED rows of the reference file beside the checkout, where it is there.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read the reference file, which is no part of the repository"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use whyproof_stats::adjust::{Slope, Term, cuped};
use whyproof_stats::effect::Options;
use whyproof_stats::means;
use whyproof_stats::moments::{Comoments, Moments};

const NEAR_ZERO: f64 = 1e-12;

fn folder() -> PathBuf {
    std::env::var_os("WHYPROOF_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference"),
        PathBuf::from,
    )
}

/// The columns of a CSV file of numbers.
fn columns(path: &Path) -> BTreeMap<String, Vec<f64>> {
    let text = std::fs::read_to_string(path).expect("the file of the data");
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let mut columns: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in lines {
        for (name, field) in names.iter().zip(line.split(',')) {
            let column = columns.entry((*name).to_owned()).or_default();
            column.push(field.parse().unwrap_or(f64::NAN));
        }
    }
    columns
}

fn variant(table: &BTreeMap<String, Vec<f64>>, names: &[&str], arm: f64) -> Comoments {
    let keys = &table["variant"];
    let columns: Vec<Vec<f64>> = names
        .iter()
        .map(|name| {
            table[*name]
                .iter()
                .zip(keys)
                .filter(|(_, k)| **k == arm)
                .map(|(x, _)| *x)
                .collect()
        })
        .collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    Comoments::from_columns(&columns).expect("moments")
}

fn same(id: &str, name: &str, theirs: &Value, ours: f64) {
    let Some(theirs) = theirs.as_f64() else {
        return;
    };
    let close = (ours - theirs).abs() <= (1e-8 * theirs.abs()).max(NEAR_ZERO);
    assert!(close, "{id} {name}: {theirs} is {ours} here");
}

/// The number of a row's expected values, whatever library named it.
fn held(id: &str, expected: &Value, control: Moments, treatment: Moments) {
    let effect = means::compare(&control, &treatment, &Options::default()).expect("an effect");
    let (found, relative) = (effect.absolute, effect.relative.expect("a relative effect"));
    for (name, ours) in [
        ("control", control.mean()),
        ("treatment", treatment.mean()),
        ("effect_size", found.value),
        ("effect_size_ci_lower", found.interval.low),
        ("effect_size_ci_upper", found.interval.high),
        ("rel_effect_size", relative.value),
        ("rel_effect_size_ci_lower", relative.interval.low),
        ("rel_effect_size_ci_upper", relative.interval.high),
        ("pvalue", found.p),
        ("p_value", found.p),
        ("statistic", found.statistic),
        ("expected", found.value),
    ] {
        same(id, name, &expected[name], ours);
    }
    same(id, "low", &expected["ci"][0], found.interval.low);
    same(id, "high", &expected["ci"][1], found.interval.high);
    same(
        id,
        "stddev",
        &expected["uplift"]["stddev"],
        found.standard_error,
    );
}

/// gbstats hands in sums.
fn sums(stat: &Value) -> Comoments {
    let number = |value: &Value| value.as_f64().expect("a number");
    let (post, pre) = (&stat["post_statistic"], &stat["pre_statistic"]);
    let both = number(&stat["post_pre_sum_of_products"]);
    let products = [
        number(&post["sum_squares"]),
        both,
        both,
        number(&pre["sum_squares"]),
    ];
    let n = stat["n"].as_u64().expect("a count");
    Comoments::from_sums(n, &[number(&post["sum"]), number(&pre["sum"])], &products)
        .expect("moments")
}

fn answer(case: &Value) -> bool {
    let id = case["id"].as_str().expect("an id");
    let covariate = Term::mean(1);
    let (variants, metric, covariate) = match (case["topic"].as_str(), case["call"].as_str()) {
        (Some("cuped"), Some("TwoSidedTTest")) => {
            let of = |name: &str| sums(&case["params"][name]);
            (vec![of("stat_a"), of("stat_b")], Term::mean(0), covariate)
        }
        (Some(topic), Some("tt.Mean" | "tt.RatioOfMeans"))
            if topic.contains("cuped") || topic.contains("covariate") =>
        {
            let file = format!("impact_{}", case["data"].as_str().expect("a file"));
            let table = columns(&folder().join(file));
            let names: Vec<&str> = case["params"]["args"]
                .as_array()
                .expect("columns")
                .iter()
                .map(|name| name.as_str().expect("a name"))
                .collect();
            let (metric, covariate) = match names.len() {
                2 => (Term::mean(0), covariate),
                3 => (Term::ratio(0, 1), Term::mean(2)),
                _ => (Term::ratio(0, 1), Term::ratio(2, 3)),
            };
            let arms = [0.0, 1.0].map(|arm| variant(&table, &names, arm));
            (arms.to_vec(), metric, covariate)
        }
        _ => return false,
    };
    let found = cuped(&variants, metric, &[covariate], Slope::Total).expect("cuped");
    held(id, &case["expected"], found.variants[0], found.variants[1]);
    true
}

#[test]
fn cuped_agrees_with_tea_tasting_and_gbstats() {
    let Ok(text) = std::fs::read_to_string(folder().join("impact.json")) else {
        println!("the reference file is absent: nothing is compared");
        return;
    };
    let book: Value = serde_json::from_str(&text).expect("JSON");
    let cases = book["cases"].as_array().expect("cases");
    let answered = cases.iter().filter(|case| answer(case)).count();
    assert_eq!(answered, 5);
}
