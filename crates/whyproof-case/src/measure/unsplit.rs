//! Without a random split: one series before and after a change. Differences in differences are in [`super::panel`].

mod regular;

use std::collections::BTreeMap;

use jiff::civil::Date;
use whyproof_stats::effect::Effect;
use whyproof_stats::moments::Comoments;
use whyproof_stats::without_split::{SeriesOptions, before_after, interrupted};
use whyproof_stats::{Estimate, Result, StatsError};

use super::gather::{self, Row};
use super::judge::{Bench, Names};
use super::query::{self, By, Series};
use super::scale::{self, Scale};
use super::shown::bare;
use super::told::{Arm, Measurement, Note, Trouble};
use super::variants::same;
use super::{Session, forecasted, pairs, panel, trouble};
use crate::experiment::{Declared, Method, Summary};
use crate::table::{Column, ColumnKind};

/// Measures an experiment without a random split.
pub(super) fn measure(
    declared: &Declared,
    session: &mut Session<'_>,
    told: &mut Measurement,
) -> std::result::Result<(), Trouble> {
    let (time, start) = when(declared)?;
    let metric = declared
        .metrics
        .first()
        .ok_or_else(|| missing("metric", "\"COLUMN\""))?;
    if let Summary::Quantile(_) = metric.summary {
        return Err(Trouble {
            message: "A quantile cannot be measured over time.".to_owned(),
            help: "Take a mean, or the share beyond a limit.".to_owned(),
        });
    }
    let series = [Series::of(metric, &[])];
    let by_unit = declared.method == Method::DifferenceInDifferences;
    let unit = declared.cluster.as_deref().or(declared.unit.as_deref());
    let by = By {
        cluster: unit.filter(|_| by_unit),
        segment: None,
        day: Some(time),
    };
    let rows = fetch(declared, &series, by, session)?;
    let is_share = metric.summary == Summary::Mean
        && rows
            .iter()
            .flat_map(|row| &row.sums)
            .all(|sums| sums.many == 0);
    let scale = Scale::of(metric, is_share, scale::amounts(declared));
    told.unit = scale.unit.clone();
    let bench = Bench {
        declared,
        scale: &scale,
        today: session.with.host.today(),
        split_p: None,
    };
    told.end = declared.end.map(|end| (end, bench.is_over()));
    let (effect, names) = if by_unit {
        panel::differences(declared, rows, start, &scale, told)?
    } else {
        over_time(declared, rows, start, &scale, told)?
    };
    pairs::resolved(&effect).map_err(|error| trouble::of(&scale.metric, &error))?;
    told.forecast = forecasted::forecasted(declared, &scale, &effect)?;
    let names = Names {
        control: &names.0,
        treatment: &names.1,
    };
    told.effects = vec![bench.effect(&effect, names, &[])?];
    told.trust.push(Note::warning(
        "Nothing was decided by chance here, so what else changed at the same time is in the effect too.",
    ));
    not_measured(declared, told);
    Ok(())
}

/// The column that says when, and the day of the change.
fn when(declared: &Declared) -> std::result::Result<(&str, Date), Trouble> {
    let time = declared.time.as_deref();
    let time = time.ok_or_else(|| missing("time", "\"COLUMN\""))?;
    let start = declared
        .start
        .ok_or_else(|| missing("start", "\"2026-11-27\""))?;
    Ok((time, start))
}

fn missing(key: &str, example: &str) -> Trouble {
    Trouble {
        message: format!("This method needs `{key}`, and the experiment has none."),
        help: format!("Write `{key} = {example}`."),
    }
}

fn fetch(
    declared: &Declared,
    series: &[Series],
    by: By<'_>,
    session: &mut Session<'_>,
) -> std::result::Result<Vec<Row>, Trouble> {
    let mut columns = query::columns(declared, series);
    columns.retain(|column| !declared.segments.contains(column));
    if let Some(unit) = by
        .cluster
        .filter(|unit| !columns.iter().any(|known| known == unit))
    {
        columns.push(unit.to_owned());
    }
    let from = declared.from.as_deref().unwrap_or_default();
    let known = session.known(from, &columns)?;
    trouble::columns(series, &known.columns)?;
    is_time(by.day.unwrap_or_default(), &known.columns)?;
    let table = session.ask_one(query::sums(declared, series, &known, by))?;
    let metric = series.first().map_or("", |one| one.metric.name.as_str());
    let rows = gather::rows(&table, series).map_err(|error| trouble::of(metric, &error))?;
    let bad: u64 = rows
        .iter()
        .flat_map(|row| &row.sums)
        .map(|sums| sums.bad)
        .sum();
    if bad > 0 {
        return Err(trouble::not_finite(metric, Some(bad)));
    }
    Ok(rows)
}

fn is_time(column: &str, kinds: &[Column]) -> std::result::Result<(), Trouble> {
    match query::kind(column, kinds) {
        Some(ColumnKind::Date | ColumnKind::Time) | None => Ok(()),
        Some(kind) => Err(Trouble {
            message: format!("`{column}` is {}, and `time` has to be days.", kind.word()),
            help: "Write days as 2026-11-27, or make them of it in a query.".to_owned(),
        }),
    }
}

/// One series: the step, or the average over the time after the change.
fn over_time(
    declared: &Declared,
    rows: Vec<Row>,
    start: Date,
    scale: &Scale,
    told: &mut Measurement,
) -> std::result::Result<(Effect, (String, String)), Trouble> {
    let failed = |error| trouble::of(&scale.metric, &error);
    let treated = |row: &Row| {
        let named = row.variant.as_ref();
        declared.treatments.is_empty()
            || named.is_some_and(|name| declared.treatments.iter().any(|wanted| same(wanted, name)))
    };
    let periods = periods(rows.iter().filter(|row| treated(row))).map_err(failed)?;
    let days: Vec<i64> = periods.keys().copied().collect();
    regular::regular(&days)?;
    let values: Vec<f64> = periods.values().map(value).collect();
    let start = gather::days(start).unwrap_or(i64::MAX);
    let change = days.iter().filter(|day| **day < start).count();
    let (estimate, assumptions) =
        estimate(declared, &values, change, scale, told).map_err(failed)?;
    told.assumptions = assumptions.iter().map(|&words| words.to_owned()).collect();
    let after = values.get(change..).unwrap_or_default();
    let mean = after.iter().sum::<f64>() / after.len().max(1) as f64;
    told.variants = arms(&periods, change);
    let effect = Effect {
        control: mean - estimate.value,
        treatment: mean,
        absolute: estimate,
        relative: Err(StatsError::Unusable {
            what: "a relative effect".into(),
            why: "there is no control beside it to be relative to".into(),
        }),
    };
    Ok((effect, ("before".to_owned(), "after".to_owned())))
}

type Assumed = (Estimate, &'static [&'static str]);

fn estimate(
    declared: &Declared,
    values: &[f64],
    change: usize,
    scale: &Scale,
    told: &mut Measurement,
) -> Result<Assumed> {
    let options = SeriesOptions::default();
    if declared.method == Method::BeforeAfter {
        let found = before_after(values, change, options)?;
        told.method =
            "step of a series with a straight trend, errors that remember (autoregressive)"
                .to_owned();
        return Ok((found.effect, found.assumptions));
    }
    let found = interrupted(values, change, options)?;
    told.method = "interrupted time series: level and trend may change, errors that remember (autoregressive); the average over the time after"
        .to_owned();
    told.trust.push(Note::fine(format!(
        "In the last period the effect is {} (95% interval {} to {}).",
        bare(found.last.value, &scale.unit),
        bare(found.last.interval.low, &scale.unit),
        bare(found.last.interval.high, &scale.unit)
    )));
    Ok((found.average, found.assumptions))
}

/// The moments of each day.
fn periods<'r>(rows: impl Iterator<Item = &'r Row>) -> Result<BTreeMap<i64, Comoments>> {
    let mut periods: BTreeMap<i64, Comoments> = BTreeMap::new();
    for row in rows {
        let (Some(day), Some(sums)) = (row.day, row.sums.first()) else {
            continue;
        };
        if sums.moments.n() == 0 {
            continue;
        }
        let known = periods.get(&day).cloned();
        let merged = match known {
            Some(known) => known.merge(&sums.moments)?,
            None => sums.moments.clone(),
        };
        periods.insert(day, merged);
    }
    Ok(periods)
}

/// A mean, or a ratio of sums.
fn value(moments: &Comoments) -> f64 {
    if moments.columns() == 2 {
        moments.mean(0) / moments.mean(1)
    } else {
        moments.mean(0)
    }
}

fn arms(periods: &BTreeMap<i64, Comoments>, change: usize) -> Vec<Arm> {
    let arm = |name: &str, skip: usize, take: usize| {
        let moments: Vec<&Comoments> = periods.values().skip(skip).take(take).collect();
        let n = moments.iter().map(|moments| moments.n()).sum();
        let sum: f64 = moments.iter().map(|moments| value(moments)).sum();
        Arm {
            name: name.to_owned(),
            n,
            rows: n,
            missing: 0,
            value: (!moments.is_empty()).then(|| sum / moments.len() as f64),
        }
    };
    vec![arm("before", 0, change), arm("after", change, usize::MAX)]
}

/// What was declared and is not measured by these methods.
fn not_measured(declared: &Declared, told: &mut Measurement) {
    for guardrail in &declared.guardrails {
        let guarded = if guardrail.metric.is_none() {
            super::guard::in_words(guardrail)
        } else {
            let says = format!("`{}` is not measured without a split.", guardrail.text);
            super::guard::unmeasured(guardrail, says)
        };
        told.guardrails.push(guarded);
    }
    let ignored = [
        (declared.metrics.len() > 1, "other metrics"),
        (!declared.segments.is_empty(), "segments"),
        (!declared.covariates.is_empty(), "covariates"),
    ];
    let ignored: Vec<&str> = ignored
        .into_iter()
        .filter_map(|(is, what)| is.then_some(what))
        .collect();
    if !ignored.is_empty() {
        told.trust.push(Note::fine(format!(
            "Not measured by this method: {}.",
            crate::explain::list(&ignored)
        )));
    }
}
