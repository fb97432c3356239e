//! Agreement with tea-tasting, gbstats, statsmodels and SciPy on means, ratios, proportions,
//! quantiles and ranks. Their numbers stand outside the repository; where they are absent, this
//! says so.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads reference values that are not in the repository, or says so"
)]

use serde_json::Value;
use std::path::PathBuf;
use whyproof_stats::effect::{Effect, Options, RelativeScale, Spread};
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::proportions::{ProportionOptions, Share, TableTest};
use whyproof_stats::{
    Alternative, Estimate, Interval, Level, StatsError, effect, means, proportions, quantiles,
    ranks, ratios,
};

struct Reference {
    folder: PathBuf,
    rows: Vec<Value>,
}

fn reference() -> Option<Reference> {
    let folder = std::env::var_os("WHYPROOF_REFERENCE").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(folder.join("impact.json")) else {
        println!("impact.json is absent: nothing is compared");
        return None;
    };
    let all: Value = serde_json::from_str(&text).unwrap();
    Some(Reference {
        folder,
        rows: all["cases"].as_array().unwrap().clone(),
    })
}

impl Reference {
    fn row(&self, id: &str) -> &Value {
        self.rows
            .iter()
            .find(|row| row["id"] == id)
            .unwrap_or_else(|| panic!("no row {id}"))
    }

    fn expected(&self, id: &str) -> &Value {
        &self.row(id)["expected"]
    }

    /// One variant's values of a column.
    fn column(&self, file: &str, name: &str, variant: &str) -> Vec<f64> {
        let text = std::fs::read_to_string(self.folder.join(format!("impact_{file}.csv"))).unwrap();
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().unwrap();
        let place = |name: &str| head.iter().position(|column| *column == name).unwrap();
        let (wanted, side) = (place(name), place("variant"));
        let rows = lines.filter(|row| row[side] == variant);
        rows.map(|row| row[wanted].parse().unwrap()).collect()
    }

    fn both(&self, file: &str, name: &str) -> (Vec<f64>, Vec<f64>) {
        (self.column(file, name, "0"), self.column(file, name, "1"))
    }

    fn shares(&self) -> (Share, Share) {
        let (a, b) = self.both("users", "converted");
        let share = |x: &[f64]| Share::new(x.iter().sum::<f64>() as u64, x.len() as u64).unwrap();
        (share(&a), share(&b))
    }
}

const CLOSE: f64 = 1e-8;

#[track_caller]
fn agrees(what: &str, got: f64, wanted: &Value) {
    let wanted = match wanted {
        Value::String(text) => text.parse().unwrap(),
        other => other
            .as_f64()
            .unwrap_or_else(|| panic!("{what}: {other} is no number")),
    };
    let close = got == wanted || (got - wanted).abs() <= (CLOSE * wanted.abs()).max(1e-12);
    assert!(close, "{what}: {got}, not {wanted}");
}

#[track_caller]
fn agrees_interval(what: &str, got: Interval, low: &Value, high: &Value) {
    agrees(&format!("{what}, low"), got.low, low);
    agrees(&format!("{what}, high"), got.high, high);
}

/// A result of tea-tasting's form.
#[track_caller]
fn agrees_tea(id: &str, got: &Effect, expected: &Value) {
    let relative = got.relative.as_ref().unwrap();
    agrees(id, got.control, &expected["control"]);
    agrees(id, got.treatment, &expected["treatment"]);
    agrees(id, got.absolute.value, &expected["effect_size"]);
    agrees(id, relative.value, &expected["rel_effect_size"]);
    let ends = |name: &str| {
        (
            &expected[format!("{name}_lower")],
            &expected[format!("{name}_upper")],
        )
    };
    let (low, high) = ends("effect_size_ci");
    agrees_interval(id, got.absolute.interval, low, high);
    let (low, high) = ends("rel_effect_size_ci");
    agrees_interval(id, relative.interval, low, high);
    agrees(&format!("{id}, p"), got.absolute.p, &expected["pvalue"]);
    if let Some(statistic) = expected.get("statistic") {
        agrees(
            &format!("{id}, statistic"),
            got.absolute.statistic,
            statistic,
        );
    }
}

/// A result of gbstats' form.
#[track_caller]
fn agrees_gb(id: &str, got: &Estimate, expected: &Value) {
    agrees(id, got.value, &expected["expected"]);
    agrees_interval(id, got.interval, &expected["ci"][0], &expected["ci"][1]);
    agrees(
        &format!("{id}, error"),
        got.standard_error,
        &expected["uplift"]["stddev"],
    );
    agrees(&format!("{id}, p"), got.p, &expected["p_value"]);
}

fn sums(of: &Value) -> Moments {
    let number = |name: &str| of[name].as_f64().unwrap();
    Moments::from_sums(number("n") as u64, number("sum"), number("sum_squares")).unwrap()
}

#[test]
fn means() {
    let Some(reference) = reference() else { return };
    let greater = Options {
        alternative: Alternative::Greater,
        ..Options::default()
    };
    let student = Options {
        spread: Spread::Student,
        ..Options::default()
    };
    let normal = Options {
        spread: Spread::Normal,
        ..Options::default()
    };
    for (id, file, column, options) in [
        ("tt-mean-welch", "users", "revenue", Options::default()),
        ("tt-mean-greater", "users", "revenue", greater),
        ("tt-mean-student", "users", "revenue", student),
        ("tt-mean-z", "users", "revenue", normal),
        ("tt-mean-small-heavy", "small", "value", Options::default()),
        ("tt-mean-small-student", "small", "value", student),
    ] {
        let (control, treatment) = reference.both(file, column);
        let moments = |x: &[f64]| Moments::from_values(x).unwrap();
        let got = means::compare(&moments(&control), &moments(&treatment), &options).unwrap();
        agrees_tea(id, &got, reference.expected(id));
    }
}

#[test]
fn welch_against_scipy() {
    let Some(reference) = reference() else { return };
    let (control, treatment) = reference.both("users", "revenue");
    let moments = |x: &[f64]| Moments::from_values(x).unwrap();
    let got = means::compare(
        &moments(&control),
        &moments(&treatment),
        &Options::default(),
    );
    let got = got.unwrap().absolute;
    let expected = reference.expected("scipy-welch");
    agrees("statistic", got.statistic, &expected["statistic"]);
    agrees("p", got.p, &expected["pvalue"]);
    agrees("df", got.reference.df().unwrap(), &expected["df"]);
    agrees_interval(
        "interval",
        got.interval,
        &expected["ci"][0],
        &expected["ci"][1],
    );
}

#[test]
fn means_from_sums_against_gbstats() {
    let Some(reference) = reference() else { return };
    let plain = Options {
        relative: RelativeScale::Plain,
        ..Options::default()
    };
    let greater = Options {
        alternative: Alternative::Greater,
        ..plain
    };
    for (id, options, relative) in [
        ("gb-t-prop-absolute", plain, false),
        ("gb-t-mean-greater-absolute", greater, false),
        ("gb-t-mean-relative", plain, true),
        ("gb-t-mean-greater-relative", greater, true),
    ] {
        let given = &reference.row(id)["params"];
        let arm = |of: &Value| {
            if of.get("sum_squares").is_some() {
                means::arm(&sums(of)).unwrap()
            } else {
                let number = |name: &str| of[name].as_f64().unwrap() as u64;
                proportions::arm(&Share::new(number("sum"), number("n")).unwrap())
            }
        };
        let got = effect::compare(&arm(&given["stat_a"]), &arm(&given["stat_b"]), &options);
        let got = got.unwrap();
        let got = if relative {
            got.relative.unwrap()
        } else {
            got.absolute
        };
        agrees_gb(id, &got, reference.expected(id));
    }
}

#[test]
fn ratios_of_means() {
    let Some(reference) = reference() else { return };
    let columns = |variant: &str| {
        let orders = reference.column("users", "orders", variant);
        let sessions = reference.column("users", "sessions", variant);
        Comoments::from_columns(&[&orders, &sessions]).unwrap()
    };
    let got = ratios::compare(&columns("0"), &columns("1"), &Options::default()).unwrap();
    agrees_tea("tt-ratio-ops", &got, reference.expected("tt-ratio-ops"));

    let id = "gb-t-ratio-absolute";
    let given = &reference.row(id)["params"];
    let moments = |of: &Value| {
        let number = |part: &str, name: &str| of[part][name].as_f64().unwrap();
        let cross = of["m_d_sum_of_products"].as_f64().unwrap();
        let squares = [
            number("m_statistic", "sum_squares"),
            number("d_statistic", "sum_squares"),
        ];
        Comoments::from_sums(
            of["n"].as_u64().unwrap(),
            &[number("m_statistic", "sum"), number("d_statistic", "sum")],
            &[squares[0], cross, cross, squares[1]],
        )
        .unwrap()
    };
    let (a, b) = (moments(&given["stat_a"]), moments(&given["stat_b"]));
    let got = ratios::compare(&a, &b, &Options::default()).unwrap();
    agrees_gb(id, &got.absolute, reference.expected(id));
}

#[test]
fn proportions_by_the_normal_approximation() {
    let Some(reference) = reference() else { return };
    let (control, treatment) = reference.shares();
    for (id, continuity) in [("tt-prop-norm", true), ("tt-prop-norm-nocorr", false)] {
        let options = ProportionOptions {
            continuity,
            ..ProportionOptions::default()
        };
        let got = proportions::compare(&control, &treatment, &options).unwrap();
        agrees_tea(id, &got, reference.expected(id));
    }
    let expected = reference.expected("tt-prop-log-likelihood");
    let (_, p) =
        proportions::contingency(&control, &treatment, TableTest::LogLikelihood, true).unwrap();
    agrees("tt-prop-log-likelihood", p, &expected["pvalue"]);
}

#[test]
fn proportions_against_statsmodels() {
    let Some(reference) = reference() else { return };
    let (control, treatment) = reference.shares();
    let options = ProportionOptions {
        continuity: false,
        pooled: true,
        ..ProportionOptions::default()
    };
    let got = proportions::compare(&control, &treatment, &options)
        .unwrap()
        .absolute;
    let expected = reference.expected("sm-prop-z");
    agrees("p", got.p, &expected["pvalue"]);
    agrees("statistic", got.statistic, &expected["z"]);
    for (id, method) in [
        ("sm-prop-ci-wald", proportions::DifferenceMethod::Wald),
        ("sm-prop-ci-score", proportions::DifferenceMethod::Score),
    ] {
        let got = proportions::difference(&control, &treatment, Level::P95, method).unwrap();
        let expected = &reference.expected(id)["ci"];
        agrees_interval(id, got, &expected[0], &expected[1]);
    }
}

#[test]
fn ranks_of_mann_and_whitney() {
    let Some(reference) = reference() else { return };
    let (control, treatment) = reference.both("small", "value");
    let (side, method) = (Alternative::TwoSided, ranks::RankMethod::Auto);
    let got = ranks::mann_whitney(&control, &treatment, side, method).unwrap();
    let expected = reference.expected("tt-mwu");
    agrees("treatment", got.treatment_greater, &expected["treatment"]);
    agrees("p", got.p, &expected["pvalue"]);
    agrees("statistic", got.statistic, &expected["statistic"]);
    agrees("control", 1.0 - got.treatment_greater, &expected["control"]);
}

fn order(of: &Value) -> quantiles::OrderStatistics {
    let number = |name: &str| of[name].as_f64().unwrap();
    quantiles::OrderStatistics {
        n: number("n") as u64,
        quantile: number("nu"),
        value: number("quantile_hat"),
        lower: number("quantile_lower"),
        upper: number("quantile_upper"),
    }
}

#[test]
fn quantiles_against_gbstats() {
    let Some(reference) = reference() else { return };
    let id = "gb-quantile-0.5";
    let given = &reference.row(id)["params"];
    let arm = |of: &Value| quantiles::arm(&order(of)).unwrap();
    let got = effect::compare(
        &arm(&given["stat_a"]),
        &arm(&given["stat_b"]),
        &Options::default(),
    );
    agrees_gb(id, &got.unwrap().absolute, reference.expected(id));

    // The order statistics themselves, from the values.
    for (variant, stat) in [("0", "stat_a"), ("1", "stat_b")] {
        let mut values = reference.column("events", "latency_ms", variant);
        values.sort_by(f64::total_cmp);
        let ours = quantiles::order_statistics(&values, 0.5).unwrap();
        agrees("quantile", ours.value, &given[stat]["quantile_hat"]);
        agrees("lower", ours.lower, &given[stat]["quantile_lower"]);
        agrees("upper", ours.upper, &given[stat]["quantile_upper"]);
    }

    let id = "gb-quantile-cluster-0.5";
    let given = &reference.row(id)["params"];
    let arm = |of: &Value| {
        let number = |name: &str| of[name].as_f64().unwrap();
        let cross = number("main_denominator_sum_product");
        let squares = (
            number("main_sum_squares"),
            number("denominator_sum_squares"),
        );
        let clusters = Comoments::from_sums(
            number("n_clusters") as u64,
            &[number("main_sum"), number("denominator_sum")],
            &[squares.0, cross, cross, squares.1],
        );
        quantiles::clustered_arm(&order(of), &clusters.unwrap()).unwrap()
    };
    let options = Options {
        relative: RelativeScale::Plain,
        ..Options::default()
    };
    let got = effect::compare(&arm(&given["stat_a"]), &arm(&given["stat_b"]), &options).unwrap();
    agrees_gb(id, &got.relative.unwrap(), reference.expected(id));
}

/// Points exactly; the bootstrap's interval is itself random, and ours is made another way: each
/// end within a tenth of its width.
#[test]
fn quantile_against_a_bootstrap() {
    let Some(reference) = reference() else { return };
    let arm = |variant: &str| {
        let mut values = reference.column("users", "revenue", variant);
        values.sort_by(f64::total_cmp);
        quantiles::arm(&quantiles::order_statistics(&values, 0.8).unwrap()).unwrap()
    };
    let got = effect::compare(&arm("0"), &arm("1"), &Options::default()).unwrap();
    let expected = reference.expected("tt-quantile-median");
    agrees("control", got.control, &expected["control"]);
    agrees("treatment", got.treatment, &expected["treatment"]);
    agrees("effect", got.absolute.value, &expected["effect_size"]);
    agrees(
        "relative",
        got.relative.unwrap().value,
        &expected["rel_effect_size"],
    );
    let low = expected["effect_size_ci_lower"].as_f64().unwrap();
    let high = expected["effect_size_ci_upper"].as_f64().unwrap();
    let ours = got.absolute.interval;
    let near = |a: f64, b: f64| (a - b).abs() < (high - low) / 10.0;
    assert!(
        near(ours.low, low) && near(ours.high, high),
        "{ours:?}, not {low}..{high}"
    );
}

/// Where gbstats gives zeros and a message, we give an error.
#[test]
fn edges_are_errors() {
    let Some(reference) = reference() else { return };
    let arms = |id: &str| {
        let given = &reference.row(id)["params"];
        let arm = |of: &Value| means::arm(&sums(of)).unwrap();
        (arm(&given["stat_a"]), arm(&given["stat_b"]))
    };
    let (a, b) = arms("gb-edge-zero-variance");
    let got = effect::compare(&a, &b, &Options::default());
    assert!(matches!(got, Err(StatsError::NoVariance { .. })), "{got:?}");
    let (a, b) = arms("gb-edge-zero-mean-relative");
    let got = effect::compare(&a, &b, &Options::default()).unwrap();
    assert!(
        matches!(got.relative, Err(StatsError::NotPositive { .. })),
        "{got:?}"
    );
    assert!(got.absolute.p.is_finite());
}
