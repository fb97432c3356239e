//! Rows of the reference file on sequential, Bayesian, trust, multiple-comparison and planning topics.
//!
//! The file is not in the repository: `WHYPROOF_REFERENCE` names its folder, else `shared/reference` beside the
//! checkout.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads its reference from a file, and a row that it cannot read fails it"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use whyproof_stats::bayes::{Prior, posterior, truncated_normal_mean};
use whyproof_stats::moments::Comoments;
use whyproof_stats::multiple::{Correction, adjust};
use whyproof_stats::plan::{Metric, Midway, Plan, Power, Test, more_data, ratio_variance};
use whyproof_stats::sequential::{Mixture, confidence_sequence};
use whyproof_stats::trust::{SplitTest, sample_ratio};
use whyproof_stats::{Alternative, Direction, Level};

fn folder() -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference");
    std::env::var_os("WHYPROOF_REFERENCE").map_or_else(|| PathBuf::from(beside), PathBuf::from)
}

/// The rows, or none where the file is absent.
fn rows() -> Option<Vec<Value>> {
    let path = folder().join("impact.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("{} is absent: nothing is compared", path.display());
        return None;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    Some(file["cases"].as_array().unwrap().clone())
}

fn columns(name: &str) -> BTreeMap<String, Vec<f64>> {
    let text = std::fs::read_to_string(folder().join(format!("impact_{name}"))).unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut columns: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in lines {
        for (name, value) in head.iter().zip(line.split(',')) {
            columns
                .entry((*name).to_owned())
                .or_default()
                .push(value.parse().unwrap());
        }
    }
    columns
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// What a row expects, held against what we say.
struct Held<'r> {
    row: &'r Value,
}

impl Held<'_> {
    fn close(&self, what: &str, ours: f64, theirs: f64) {
        let rtol = number(&self.row["rtol"]);
        let away = (ours - theirs).abs();
        assert!(
            away <= rtol * theirs.abs() || away <= 1e-12,
            "{}: {what} is {ours:e}, expected {theirs:e}",
            self.row["id"]
        );
    }

    fn interval(&self, ours: whyproof_stats::Interval) {
        let theirs = numbers(&self.row["expected"]["ci"]);
        self.close("low end", ours.low, theirs[0]);
        self.close("high end", ours.high, theirs[1]);
    }
}

/// Mean, variance, unadjusted mean and size of a statistic as gbstats tells it, in its own arithmetic.
struct Told {
    n: f64,
    mean: f64,
    unadjusted: f64,
    variance: f64,
}

fn moments(of: &Value) -> (f64, f64, f64) {
    let (n, sum, squares) = (
        number(&of["n"]),
        number(&of["sum"]),
        number(&of["sum_squares"]),
    );
    (n, sum / n, (squares - sum * sum / n) / (n - 1.0))
}

fn covariance(of: &Value, products: &str, a: &str, b: &str) -> f64 {
    let (n, products) = (number(&of["n"]), number(&of[products]));
    (products - number(&of[a]["sum"]) * number(&of[b]["sum"]) / n) / (n - 1.0)
}

fn told(params: &Value) -> (Told, Told) {
    let (a, b) = (&params["stat_a"], &params["stat_b"]);
    if a.get("post_statistic").is_some() {
        let parts = |of: &Value| {
            let covariance = covariance(
                of,
                "post_pre_sum_of_products",
                "post_statistic",
                "pre_statistic",
            );
            (
                moments(&of["post_statistic"]),
                moments(&of["pre_statistic"]),
                covariance,
            )
        };
        let ((post_a, pre_a, cov_a), (post_b, pre_b, cov_b)) = (parts(a), parts(b));
        // Over both variants as if they were one sample.
        let n = post_a.0 + post_b.0;
        let between = post_a.0 * post_b.0 / n * (pre_b.1 - pre_a.1);
        let theta =
            ((post_a.0 - 1.0) * cov_a + (post_b.0 - 1.0) * cov_b + between * (post_b.1 - post_a.1))
                / ((pre_a.0 - 1.0) * pre_a.2
                    + (pre_b.0 - 1.0) * pre_b.2
                    + between * (pre_b.1 - pre_a.1));
        let adjusted =
            |(n, mean, variance): (f64, f64, f64), pre: (f64, f64, f64), covariance: f64| Told {
                n,
                mean: mean - theta * pre.1,
                unadjusted: mean,
                variance: variance + theta * theta * pre.2 - 2.0 * theta * covariance,
            };
        return (
            adjusted(post_a, pre_a, cov_a),
            adjusted(post_b, pre_b, cov_b),
        );
    }
    let one = |of: &Value| {
        if of.get("m_statistic").is_some() {
            let (m, d) = (moments(&of["m_statistic"]), moments(&of["d_statistic"]));
            let covariance = covariance(of, "m_d_sum_of_products", "m_statistic", "d_statistic");
            let variance = ratio_variance((m.1, m.2), (d.1, d.2), covariance).unwrap();
            return Told {
                n: m.0,
                mean: m.1 / d.1,
                unadjusted: m.1 / d.1,
                variance,
            };
        }
        let (n, mean, variance) = moments(of);
        Told {
            n,
            mean,
            unadjusted: mean,
            variance,
        }
    };
    (one(a), one(b))
}

/// The effect and its standard error: absolute, or relative by the plain delta method, as gbstats.
fn effect(params: &Value, relative: bool) -> (f64, f64, f64) {
    let (a, b) = told(params);
    let n = a.n + b.n;
    if relative {
        let m2 = a.unadjusted * a.unadjusted;
        let variance =
            b.variance / (m2 * b.n) + a.variance * b.unadjusted * b.unadjusted / (m2 * m2 * a.n);
        return ((b.mean - a.mean) / a.unadjusted, variance.sqrt(), n);
    }
    (
        b.mean - a.mean,
        (a.variance / a.n + b.variance / b.n).sqrt(),
        n,
    )
}

#[test]
fn sequential_rows() {
    let rows = rows().unwrap_or_default();
    let mine = rows
        .iter()
        .filter(|row| row["call"] == "SequentialTwoSidedTTest");
    let mut count = 0;
    for row in mine {
        let (held, config) = (Held { row }, &row["params"]["config"]);
        let (value, error, n) = effect(&row["params"], config["difference_type"] == "relative");
        let mixture = Mixture::TightAt(number(&config["sequential_tuning_parameter"]));
        let level = Level::from_alpha(number(&config["alpha"])).unwrap();
        let ours = confidence_sequence(value, error, n, 0.0, mixture, level, Alternative::TwoSided)
            .unwrap();
        held.close("effect", ours.value, number(&row["expected"]["expected"]));
        held.interval(ours.interval);
        held.close("p", ours.p, number(&row["expected"]["p_value"]));
        count += 1;
    }
    assert!(rows.is_empty() || count == 3, "{count} rows");
}

#[test]
fn bayesian_rows() {
    let rows = rows().unwrap_or_default();
    let mut count = 0;
    for row in rows
        .iter()
        .filter(|row| row["call"] == "EffectBayesianABTest")
    {
        let (held, config, expected) = (Held { row }, &row["params"]["config"], &row["expected"]);
        let relative = config["difference_type"] == "relative";
        let (value, error, _) = effect(&row["params"], relative);
        let told_prior = &config["prior_effect"];
        let mut prior = Prior::Flat;
        if told_prior["proper"] == true {
            prior = Prior::Normal {
                mean: number(&told_prior["mean"]),
                variance: number(&told_prior["variance"]),
            };
            if !relative && config["prior_type"] == "relative" {
                prior = prior.in_units(told(&row["params"]).0.unadjusted);
            }
        }
        let direction = if config["inverse"] == true {
            Direction::Down
        } else {
            Direction::Up
        };
        let ours = posterior(value, error, prior).unwrap();
        held.close("mean", ours.mean, number(&expected["expected"]));
        held.close("sd", ours.sd, number(&expected["uplift"]["stddev"]));
        held.interval(ours.interval(Level::P95).unwrap());
        held.close(
            "chance to win",
            ours.chance_to_win(direction),
            number(&expected["chance_to_win"]),
        );
        let risk = numbers(&expected["risk"]);
        held.close("loss of control", ours.loss_of_control(direction), risk[0]);
        held.close(
            "loss of treatment",
            ours.loss_of_treatment(direction),
            risk[1],
        );
        count += 1;
    }
    assert!(rows.is_empty() || count == 5, "{count} rows");
}

#[test]
fn truncated_mean_row() {
    for row in rows()
        .unwrap_or_default()
        .iter()
        .filter(|row| row["call"] == "truncated_normal_mean")
    {
        let at = |name: &str| number(&row["params"][name]);
        let ours = truncated_normal_mean(at("mu"), at("sigma"), at("a"), at("b")).unwrap();
        Held { row }.close("mean", ours, number(&row["expected"]["mean"]));
    }
}

#[test]
fn sample_ratio_rows() {
    let rows = rows().unwrap_or_default();
    let mut count = 0;
    for row in &rows {
        let (held, params, expected) = (Held { row }, &row["params"], &row["expected"]);
        let ints = |value: &Value| {
            numbers(value)
                .into_iter()
                .map(|x| x as u64)
                .collect::<Vec<u64>>()
        };
        let (counts, split, test) = match row["call"].as_str().unwrap() {
            "check_srm" => (
                ints(&params["users"]),
                numbers(&params["weights"]),
                SplitTest::ChiSquare,
            ),
            "stats.chisquare(counts)" => {
                (ints(&params["counts"]), vec![1.0; 3], SplitTest::ChiSquare)
            }
            "tt.SampleRatio" => {
                let counts = ["control", "treatment"].map(|name| number(&expected[name]) as u64);
                let weights = params["args"].get(0);
                let split =
                    weights.map_or(vec![1.0, 1.0], |w| vec![number(&w["0"]), number(&w["1"])]);
                // tea-tasting's `auto` above 1,000 units: normal, with continuity correction.
                let test = match params["method"].as_str() {
                    Some("binom") => SplitTest::Binomial,
                    _ => SplitTest::Normal {
                        correction: params["correction"] != false,
                    },
                };
                (counts.to_vec(), split, test)
            }
            _ => continue,
        };
        let ours = sample_ratio(&counts, &split, test).unwrap();
        held.close("p", ours.p, number(&expected["pvalue"]));
        if let Some(statistic) = expected.get("statistic") {
            held.close("statistic", ours.statistic.unwrap(), number(statistic));
        }
        count += 1;
    }
    assert!(rows.is_empty() || count == 6, "{count} rows");
}

#[test]
fn multiple_comparison_rows() {
    let rows = rows().unwrap_or_default();
    let mut count = 0;
    for row in rows
        .iter()
        .filter(|row| row["topic"] == "multiple comparisons")
    {
        let correction = match row["id"].as_str().unwrap() {
            "sm-multi-bh" => Correction::BenjaminiHochberg,
            "sm-multi-holm" => Correction::Holm,
            "sm-multi-hochberg" => Correction::Hochberg,
            "sm-multi-sidak" => Correction::Sidak,
            other => panic!("{other} is new"),
        };
        let ours = adjust(&numbers(&row["params"]["pvalues"]), correction).unwrap();
        let (adjusted, rejected) = (&row["expected"]["adjusted"], &row["expected"]["rejected"]);
        for ((ours, theirs), rejects) in ours
            .iter()
            .zip(numbers(adjusted))
            .zip(rejected.as_array().unwrap())
        {
            Held { row }.close("adjusted p", *ours, theirs);
            assert_eq!(
                *ours <= number(&row["params"]["alpha"]),
                rejects.as_bool().unwrap()
            );
        }
        count += 1;
    }
    assert!(rows.is_empty() || count == 4, "{count} rows");
}

/// The metric of a tea-tasting row as a plan, with its mean.
fn planned(params: &Value) -> (Plan, f64) {
    let users = columns("users.csv");
    let names: Vec<&str> = params["args"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    let data: Vec<&[f64]> = names.iter().map(|&name| users[name].as_slice()).collect();
    let seen = Comoments::from_columns(&data).unwrap();
    let covariance = |i, j| seen.covariance(i, j).unwrap();
    if params["metric"] == "RatioOfMeans" {
        let (numerator, denominator) = (seen.mean(0), seen.mean(1));
        let variance = ratio_variance(
            (numerator, covariance(0, 0)),
            (denominator, covariance(1, 1)),
            covariance(0, 1),
        );
        return (
            Plan::new(Metric::Mean {
                variance: variance.unwrap(),
            }),
            numerator / denominator,
        );
    }
    let mut plan = Plan::new(Metric::Mean {
        variance: covariance(0, 0),
    });
    if names.len() == 2 {
        plan.explained = covariance(0, 1).powi(2) / (covariance(0, 0) * covariance(1, 1));
    }
    (plan, seen.mean(0))
}

#[test]
fn planning_rows() {
    let rows = rows().unwrap_or_default();
    let mut count = 0;
    for row in rows
        .iter()
        .filter(|row| row["topic"] == "power" && row["data"] == "users.csv")
    {
        let held = Held { row };
        let (plan, mean) = planned(&row["params"]);
        for expected in row["expected"].as_array().unwrap() {
            let at = |name: &str| number(&expected[name]);
            let effect = at("rel_effect_size") * mean;
            held.close("effect", effect, at("effect_size"));
            match row["call"].as_str().unwrap() {
                "Experiment.solve_power('power')" => {
                    held.close(
                        "power",
                        plan.power(at("n_obs"), effect).unwrap(),
                        at("power"),
                    );
                }
                "Experiment.solve_power('rel_effect_size')" => {
                    let ours = plan.detectable(at("n_obs"), at("power")).unwrap();
                    held.close("detectable", ours, at("effect_size"));
                }
                _ => {
                    let ours = plan.sample_size(effect, at("power")).unwrap();
                    held.close("units", ours.ceil(), at("n_obs"));
                }
            }
        }
        count += 1;
    }
    assert!(rows.is_empty() || count == 5, "{count} rows");
}

#[test]
fn power_of_a_t_test_row() {
    for row in rows()
        .unwrap_or_default()
        .iter()
        .filter(|row| row["call"] == "TTestIndPower().power")
    {
        let params = &row["params"];
        let mut plan = Plan::new(Metric::Mean { variance: 1.0 });
        plan.test = Test::Student;
        plan.level = Level::from_alpha(number(&params["alpha"])).unwrap();
        let ours = plan
            .power(
                2.0 * number(&params["nobs1"]),
                number(&params["effect_size"]),
            )
            .unwrap();
        Held { row }.close("power", ours, number(&row["expected"]["power"]));
    }
}

#[test]
fn midway_rows() {
    let rows = rows().unwrap_or_default();
    let mut count = 0;
    for row in rows
        .iter()
        .filter(|row| row["topic"] == "mid-experiment power")
    {
        let params = &row["params"];
        let (_, standard_error, n) = effect(params, true);
        let prior = params
            .get("prior_mean")
            .map_or(Prior::Flat, |mean| Prior::Normal {
                mean: number(mean),
                variance: number(&params["prior_variance"]),
            });
        let midway = Midway {
            standard_error,
            n,
            target: number(&params["target_mde"]),
            level: Level::from_alpha(number(&params["alpha"])).unwrap(),
            prior,
            mixture: None,
        };
        let ours = more_data(&midway, number(&params["target_power"])).unwrap();
        Held { row }.close(
            "scaling factor",
            ours,
            number(&row["expected"]["scaling_factor"]),
        );
        count += 1;
    }
    assert!(rows.is_empty() || count == 2, "{count} rows");
}
