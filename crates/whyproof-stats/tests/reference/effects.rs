//! Means, ratios, proportions, rates, ranks and quantiles.

use serde_json::{Value, json};
use whyproof_stats::counts::{self, Rate};
use whyproof_stats::effect::{Effect, Options, Spread};
use whyproof_stats::proportions::{self, DifferenceMethod, ProportionOptions, Share};
use whyproof_stats::ranks::{RankMethod, mann_whitney};
use whyproof_stats::{Alternative, Interval, means, quantiles, ratios};

use crate::table::{Row, interval, moments};

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    let topic = row.topic();
    match topic {
        "means welch" | "means relative" => return Some(mean(row, Spread::Welch)),
        "means student" => return Some(mean(row, Spread::Student)),
        "means z" => return Some(mean(row, Spread::Normal)),
        "ratio of means" => return Some(ratio(row)),
        "mann-whitney" => return Some(ranks(row)),
        "quantile order statistics" => return Some(quantile(row)),
        "rate exact" => {
            let all = row.numbers("counts");
            let rate = Rate::new(all[0] as u64, all[1]).expect("a rate");
            return Some(ends(
                counts::exact_interval(&rate, row.level()).expect("an interval"),
            ));
        }
        _ => {}
    }
    if let Some(rest) = topic.strip_prefix("rates ") {
        return rates(row, rest);
    }
    if let Some(method) = topic.strip_prefix("proportion ") {
        let share = share(row, "counts");
        let found = match method {
            "wilson" => proportions::wilson(&share, row.level()),
            "beta" => proportions::clopper_pearson(&share, row.level()),
            "jeffreys" => proportions::jeffreys(&share, row.level()),
            _ => return None,
        };
        return Some(ends(found.expect("an interval")));
    }
    shares(row, topic.strip_prefix("proportions ")?)
}

pub(crate) fn ends(interval: Interval) -> Value {
    json!({"interval": [interval.low, interval.high]})
}

pub(crate) fn options(row: &Row<'_>, spread: Spread) -> Options {
    let (level, alternative) = (row.level(), row.alternative());
    Options {
        level,
        alternative,
        spread,
        ..Options::default()
    }
}

/// An effect, in the words of the script.
pub(crate) fn told(effect: &Effect) -> Value {
    let absolute = &effect.absolute;
    let relative = effect.relative.as_ref().expect("a relative effect");
    json!({
        "control": effect.control, "treatment": effect.treatment, "effect": absolute.value,
        "relative": relative.value, "interval": interval(absolute),
        "relative_interval": interval(relative), "statistic": absolute.statistic,
        "df": absolute.reference.df(), "p": absolute.p,
    })
}

fn mean(row: &Row<'_>, spread: Spread) -> Value {
    let arms = Row::split(&row.column(row.text("column")), &row.column("variant"));
    let (control, treatment) = (moments(&arms[0]), moments(&arms[1]));
    told(&means::compare(&control, &treatment, &options(row, spread)).expect("an effect"))
}

fn ratio(row: &Row<'_>) -> Value {
    let arms = row.comoments(&[row.text("numerator"), row.text("denominator")], "variant");
    let spread = if row.flag("use_t") {
        Spread::Welch
    } else {
        Spread::Normal
    };
    told(&ratios::compare(&arms[0], &arms[1], &options(row, spread)).expect("an effect"))
}

fn ranks(row: &Row<'_>) -> Value {
    let arms = Row::split(&row.column("minutes"), &row.column("variant"));
    let method = RankMethod::Normal {
        continuity: row.flag("continuity"),
    };
    let found = mann_whitney(&arms[0], &arms[1], row.alternative(), method).expect("a test");
    json!({"statistic": found.statistic, "p": found.p})
}

fn quantile(row: &Row<'_>) -> Value {
    let mut arm = Row::split(&row.column("minutes"), &row.column("variant")).swap_remove(0);
    arm.sort_by(f64::total_cmp);
    let found = quantiles::exact_ranks(arm.len() as u64, row.number("q"), row.level());
    let (low, high) = found.expect("ranks");
    let at = |rank: Option<u64>| arm[rank.expect("in the sample") as usize - 1];
    json!({"interval": [at(low), at(high)]})
}

fn share(row: &Row<'_>, name: &str) -> Share {
    let counts = row.numbers(name);
    Share::new(counts[0] as u64, counts[1] as u64).expect("a share")
}

fn shares(row: &Row<'_>, what: &str) -> Option<Value> {
    let (control, treatment) = (share(row, "control"), share(row, "treatment"));
    if let Some(method) = what.strip_prefix("difference ") {
        let method = match method {
            "wald" => DifferenceMethod::Wald,
            "agresti-caffo" => DifferenceMethod::AgrestiCaffo,
            "newcomb" => DifferenceMethod::Newcombe,
            "score" => DifferenceMethod::Score,
            _ => return None,
        };
        let found = proportions::difference(&control, &treatment, row.level(), method);
        return Some(ends(found.expect("an interval")));
    }
    Some(match what {
        "test diff score" => {
            let both = Alternative::TwoSided;
            let found = proportions::score_test(&control, &treatment, 0.0, both).expect("a test");
            json!({"statistic": found.0, "p": found.1})
        }
        "test ratio log" | "ratio log" => {
            let plain = ProportionOptions {
                pooled: false,
                continuity: false,
                ..ProportionOptions::default()
            };
            let found = proportions::compare(&control, &treatment, &plain).expect("an effect");
            let found = found.relative.expect("a relative effect");
            let ratio = [found.interval.low + 1.0, found.interval.high + 1.0];
            json!({"statistic": found.statistic, "p": found.p, "interval": ratio})
        }
        "fisher" => {
            let found = proportions::fisher_exact(&control, &treatment, row.alternative());
            json!({"p": found.expect("a p-value")})
        }
        _ => return None,
    })
}

fn rates(row: &Row<'_>, what: &str) -> Option<Value> {
    let rate = |name: &str| {
        let all = row.numbers(name);
        Rate::new(all[0] as u64, all[1]).expect("a rate")
    };
    let (control, treatment, both) = (rate("control"), rate("treatment"), Alternative::TwoSided);
    let wald = counts::compare(&control, &treatment, row.level(), both).expect("an effect");
    let ratio = wald.relative.expect("a relative effect");
    Some(match what {
        "test ratio score" => {
            json!({"p": counts::score_test(&control, &treatment, both).expect("a test").1})
        }
        "test ratio wald-log" => json!({"p": ratio.p}),
        "test ratio exact-cond" => {
            json!({"p": counts::exact_test(&control, &treatment, both).expect("a test")})
        }
        "test diff wald" => json!({"p": wald.absolute.p}),
        "interval ratio wald-log" => {
            json!({"interval": [ratio.interval.low + 1.0, ratio.interval.high + 1.0]})
        }
        "interval diff wald" => json!({"interval": interval(&wald.absolute)}),
        _ => return None,
    })
}
