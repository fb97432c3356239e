//! Several tests at once, looks, priors, trust, plans and forecasts.

use serde_json::{Value, json};
use whyproof_stats::bayes::{Prior, posterior};
use whyproof_stats::effect::Options;
use whyproof_stats::forecast::{Forecast, brier, crps_normal, interval_score};
use whyproof_stats::guardrail::guardrail;
use whyproof_stats::means;
use whyproof_stats::multiple::{Arm, Correction, Family, adjust, dunnett};
use whyproof_stats::plan::{Metric, Plan, Power, Test};
use whyproof_stats::sequential::{Boundaries, Shape, Spending};
use whyproof_stats::trust::{SplitTest, sample_ratio};
use whyproof_stats::{Alternative, Direction, Interval, Level};

use crate::table::{Row, moments};

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    let topic = row.topic();
    if let Some(method) = topic.strip_prefix("multiple ") {
        return multiple(row, method);
    }
    if let Some(shape) = topic.strip_prefix("group sequential ") {
        return looks(row, shape);
    }
    match topic {
        "dunnett statistic" | "dunnett p" => Some(many_to_one(row)),
        "bayes normal" => Some(bayes(row)),
        "sample ratio chi-square" => Some(split(row, SplitTest::ChiSquare)),
        "sample ratio exact" => Some(split(row, SplitTest::Binomial)),
        "non-inferiority" => Some(json!({
            "p": held(row, Direction::Up).0, "statistic": held(row, Direction::Up).1,
            "df": held(row, Direction::Up).2,
        })),
        // Two one-sided tests: the worse of both.
        "equivalence" => {
            Some(json!({"p": held(row, Direction::Up).0.max(held(row, Direction::Down).0)}))
        }
        "forecast interval" => {
            let interval =
                Interval::new(row.number("low"), row.number("high")).expect("an interval");
            let forecast = Forecast::new(interval, row.level()).expect("a forecast");
            Some(json!({"score": interval_score(&forecast, row.number("seen")).expect("a score")}))
        }
        "forecast crps" => {
            let score = crps_normal(row.number("mean"), row.number("sd"), row.number("seen"));
            Some(json!({"score": score.expect("a score")}))
        }
        "forecast brier" => {
            let score = brier(row.number("chance"), row.number("seen") > 0.0);
            Some(json!({"score": score.expect("a score")}))
        }
        _ => plan(row, topic),
    }
}

fn multiple(row: &Row<'_>, method: &str) -> Option<Value> {
    let correction = match method {
        "bonferroni" => Correction::Bonferroni,
        "sidak" => Correction::Sidak,
        "holm" => Correction::Holm,
        "holm-sidak" => Correction::HolmSidak,
        "simes-hochberg" => Correction::Hochberg,
        "fdr_bh" => Correction::BenjaminiHochberg,
        "fdr_by" => Correction::BenjaminiYekutieli,
        _ => return None,
    };
    let adjusted = adjust(&row.numbers("p"), correction).expect("p-values");
    let rejected: Vec<bool> = adjusted.iter().map(|p| *p <= row.number("alpha")).collect();
    Some(json!({"adjusted": adjusted, "rejected": rejected}))
}

fn many_to_one(row: &Row<'_>) -> Value {
    let parts = Row::split(&row.column("value"), &row.column("arm"));
    let arms: Vec<Arm> = parts
        .iter()
        .map(|part| {
            let found = moments(part);
            let variance = found.variance().expect("two values");
            Arm {
                n: found.n() as f64,
                mean: found.mean(),
                variance,
            }
        })
        .collect();
    let both = Alternative::TwoSided;
    let found = dunnett(arms[0], &arms[1..], Family::Pooled, Level::P95, both).expect("a test");
    let critical = found[0].interval.width() / 2.0 / found[0].standard_error;
    json!({
        "statistic": found.iter().map(|e| e.statistic).collect::<Vec<_>>(),
        "p": found.iter().map(|e| e.p).collect::<Vec<_>>(),
        "critical": critical,
    })
}

fn looks(row: &Row<'_>, shape: &str) -> Option<Value> {
    let (times, both) = (row.numbers("times"), Alternative::TwoSided);
    let level = Level::from_alpha(row.number("alpha")).expect("a level");
    let found = match shape {
        "pocock" => Boundaries::shaped(Shape::Pocock, &times, level, both),
        "obrien-fleming" => Boundaries::shaped(Shape::OBrienFleming, &times, level, both),
        "spending-pocock" => Boundaries::spending(Spending::Pocock, &times, level, both),
        "spending-obrien-fleming" => {
            Boundaries::spending(Spending::OBrienFleming, &times, level, both)
        }
        _ => return None,
    };
    let found = found.expect("boundaries");
    Some(json!({"bounds": found.looks().iter().map(|look| look.critical).collect::<Vec<_>>()}))
}

fn bayes(row: &Row<'_>) -> Value {
    let prior = Prior::Normal {
        mean: row.number("prior_mean"),
        variance: row.number("prior_sd").powi(2),
    };
    let found = posterior(row.number("effect"), row.number("se"), prior).expect("a posterior");
    let interval = found.interval(row.level()).expect("an interval");
    json!({
        "mean": found.mean, "sd": found.sd,
        "chance_to_win": found.chance_to_win(Direction::Up),
        "chance_worthwhile": found.chance_beyond(Direction::Up, row.number("least")).expect("a chance"),
        "loss_if_shipped": found.loss_of_treatment(Direction::Up),
        "loss_if_kept": found.loss_of_control(Direction::Up),
        "interval": [interval.low, interval.high],
    })
}

fn split(row: &Row<'_>, test: SplitTest) -> Value {
    let seen: Vec<u64> = row.numbers("seen").iter().map(|n| *n as u64).collect();
    let found = sample_ratio(&seen, &row.numbers("split"), test).expect("a test");
    json!({"statistic": found.statistic, "p": found.p})
}

/// p-value, statistic and degrees of freedom of "not worse by the margin".
fn held(row: &Row<'_>, direction: Direction) -> (f64, f64, Option<f64>) {
    let arms = Row::split(&row.column("spent"), &row.column("variant"));
    let effect = means::compare(&moments(&arms[0]), &moments(&arms[1]), &Options::default());
    let effect = effect.expect("an effect").absolute;
    let found = guardrail(&effect, direction, row.number("margin")).expect("a guardrail");
    let statistic = (effect.value + row.number("margin")) / effect.standard_error;
    (found.p, statistic, effect.reference.df())
}

fn plan(row: &Row<'_>, topic: &str) -> Option<Value> {
    let (what, kind) = topic.rsplit_once(' ')?;
    if !["power", "sample size", "smallest effect"].contains(&what) {
        return None;
    }
    let metric = match kind {
        "proportions" => Metric::Proportion {
            base: row.number("base"),
        },
        _ => Metric::Mean { variance: 1.0 },
    };
    let mut plan = Plan::new(metric);
    plan.test = if kind == "t" {
        Test::Student
    } else {
        Test::Normal
    };
    plan.level = Level::from_alpha(row.number("alpha")).expect("a level");
    plan.alternative = row.alternative();
    plan.ratio = row.number("ratio");
    let all = 1.0 + plan.ratio;
    Some(match what {
        "power" => {
            let effect = if kind == "proportions" {
                "difference"
            } else {
                "effect"
            };
            let power = plan.power(row.number("n_control") * all, row.number(effect));
            json!({"power": power.expect("a power")})
        }
        "sample size" => {
            let n = plan.sample_size(row.number("effect"), row.number("power"));
            json!({"n_control": n.expect("a size") / all})
        }
        _ => {
            let effect = plan.detectable(row.number("n_control") * all, row.number("power"));
            json!({"effect": effect.expect("an effect")})
        }
    })
}
