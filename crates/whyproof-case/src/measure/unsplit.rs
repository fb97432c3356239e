//! Without a random split: one series before and after a change. Differences in differences are in [`super::panel`].

mod regular;

use std::collections::BTreeMap;

use jiff::civil::Date;
use whyproof_stats::effect::Effect;
use whyproof_stats::guardrail::GuardrailState;
use whyproof_stats::moments::Comoments;
use whyproof_stats::without_split::{SeriesOptions, before_after, interrupted};
use whyproof_stats::{Estimate, Result, StatsError};

use super::gather::{self, Row};
use super::judge::{Bench, Beside, Names};
use super::query::{self, By, Series};
use super::scale::{self, Scale};
use super::shown::bare;
use super::told::{Arm, Guarded, Measurement, Note, Trouble};
use super::variants::same;
use super::{Session, forecasted, guard, pairs, panel, trouble, unlike};
use crate::experiment::{Declared, Method, Metric, Summary};
use crate::table::{Column, ColumnKind};

/// What was found of one series.
pub(super) struct Found {
    pub(super) effect: Effect,
    /// What is compared: the control, and the treatment.
    pub(super) names: (String, String),
    pub(super) method: String,
    pub(super) assumptions: Vec<String>,
    pub(super) variants: Vec<Arm>,
    pub(super) trust: Vec<Note>,
    /// Why there is no verdict whatever the interval says.
    pub(super) caution: Option<String>,
}

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
    let series = series(declared, metric);
    let by_unit = declared.method == Method::DifferenceInDifferences;
    let unit = declared.cluster.as_deref().or(declared.unit.as_deref());
    let by = By {
        cluster: unit.filter(|_| by_unit),
        day: Some(time),
        ..By::default()
    };
    let rows = fetch(declared, &series, by, session)?;
    let data = Data {
        declared,
        rows: &rows,
        start,
        all_columns: guard::columns(declared, session),
    };
    let scale = Scale::of(metric, data.is_share(0, metric), scale::amounts(declared));
    told.unit = scale.unit.clone();
    let bench = Bench {
        declared,
        scale: &scale,
        today: session.with.host.today(),
        split_p: None,
    };
    told.end = declared.end.map(|end| (end, bench.is_over()));
    told.is_made_up = true;
    let found = data.found(0, &scale)?;
    told.method = found.method;
    told.assumptions = found.assumptions;
    told.variants = found.variants;
    told.trust.extend(found.trust);
    told.forecast = forecasted::forecasted(&bench, &found.effect)?;
    told.trust.extend(forecasted::waits(&bench));
    let (guardrails, states) = data.guardrails();
    told.guardrails = guardrails;
    let names = Names {
        control: &found.names.0,
        treatment: &found.names.1,
    };
    let beside = Beside {
        guardrails: &states,
        caution: found.caution,
        units: 0.0,
    };
    told.effects = vec![bench.effect(&found.effect, names, &beside)?];
    told.trust.push(Note::warning(
        "Nothing was decided by chance here, so what else changed at the same time is in the effect too.",
    ));
    not_measured(declared, told);
    Ok(())
}

/// The metric that decides, then the guardrails that can be measured over time.
fn series(declared: &Declared, metric: &Metric) -> Vec<Series> {
    let guardrails = declared.guardrails.iter();
    let guardrails = guardrails.filter_map(|guardrail| guardrail.metric.as_ref());
    let guardrails = guardrails.filter(|metric| is_over_time(declared, metric));
    let all = std::iter::once(metric).chain(guardrails);
    all.map(|metric| Series::of(metric, &[])).collect()
}

/// Whether the method can measure such a metric.
fn is_over_time(declared: &Declared, metric: &Metric) -> bool {
    match metric.summary {
        Summary::Mean => true,
        Summary::Quantile(_) => false,
        Summary::Ratio { .. } | Summary::Rate { .. } => {
            declared.method != Method::DifferenceInDifferences
        }
    }
}

/// The rows by day, and what is known of them.
struct Data<'d> {
    declared: &'d Declared,
    rows: &'d [Row],
    start: Date,
    all_columns: Vec<String>,
}

impl Data<'_> {
    fn is_share(&self, k: usize, metric: &Metric) -> bool {
        let sums = self.rows.iter().filter_map(|row| row.sums.get(k));
        metric.summary == Summary::Mean && sums.into_iter().all(|sums| sums.many == 0)
    }

    /// The effect on series `k`.
    fn found(&self, k: usize, scale: &Scale) -> std::result::Result<Found, Trouble> {
        let bad = self.rows.iter().filter_map(|row| row.sums.get(k));
        let bad: u64 = bad.map(|sums| sums.bad).sum();
        if bad > 0 {
            return Err(trouble::not_finite(&scale.metric, Some(bad)));
        }
        let found = match self.declared.method {
            Method::DifferenceInDifferences => {
                panel::differences(self.declared, self.rows, self.start, k, scale)?
            }
            _ => over_time(self.declared, self.rows, self.start, k, scale)?,
        };
        pairs::resolved(&found.effect).map_err(|error| trouble::of(&scale.metric, &error))?;
        Ok(found)
    }

    /// The guardrails, measured in the same way, and the states of those that could be.
    fn guardrails(&self) -> (Vec<Guarded>, Vec<GuardrailState>) {
        let (mut told, mut states) = (Vec::new(), Vec::new());
        let mut k = 0;
        for guardrail in &self.declared.guardrails {
            let Some(metric) = &guardrail.metric else {
                told.push(guard::in_words(guardrail, &self.all_columns));
                continue;
            };
            if !is_over_time(self.declared, metric) {
                let says = format!(
                    "`{}` is not measured by this method, which takes means.",
                    metric.name
                );
                told.push(guard::unmeasured(guardrail, says));
                continue;
            }
            k += 1;
            let scale = Scale::of(metric, self.is_share(k, metric), guardrail.margin.iter());
            match self.found(k, &scale) {
                Ok(found) => {
                    let (guarded, state) =
                        guard::guarded(guardrail, &scale, &found.names.1, &found.effect);
                    told.push(guarded);
                    states.extend(state);
                }
                Err(trouble) => told.push(guard::unmeasured(guardrail, trouble.message)),
            }
        }
        (told, states)
    }
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
    columns
        .retain(|column| !declared.segments.contains(column) && !declared.strata.contains(column));
    if let Some(unit) = by
        .cluster
        .filter(|unit| !columns.iter().any(|known| known == unit))
    {
        columns.push(unit.to_owned());
    }
    let from = declared.from.as_deref().unwrap_or_default();
    let known = session.known(from, &columns)?;
    unlike::columns(declared, series, &known.columns, session)?;
    is_time(by.day.unwrap_or_default(), &known.columns)?;
    let table = session.ask_one(query::sums(declared, series, &known, by))?;
    let metric = series.first().map_or("", |one| one.metric.name.as_str());
    let rows = gather::rows(&table, series).map_err(|error| trouble::of(metric, &error))?;
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
    rows: &[Row],
    start: Date,
    k: usize,
    scale: &Scale,
) -> std::result::Result<Found, Trouble> {
    let failed = |error| trouble::of(&scale.metric, &error);
    let treated = |row: &&Row| {
        let named = row.variant.as_ref();
        declared.treatments.is_empty()
            || named.is_some_and(|name| declared.treatments.iter().any(|wanted| same(wanted, name)))
    };
    let periods = periods(rows.iter().filter(treated), k).map_err(failed)?;
    let days: Vec<i64> = periods.keys().copied().collect();
    regular::regular(&days)?;
    let values: Vec<f64> = periods.values().map(value).collect();
    let start = gather::days(start).unwrap_or(i64::MAX);
    let change = days.iter().filter(|day| **day < start).count();
    let estimated = estimate(declared, &values, change, scale).map_err(failed)?;
    let after = values.get(change..).unwrap_or_default();
    let mean = after.iter().sum::<f64>() / after.len().max(1) as f64;
    let effect = Effect {
        control: mean - estimated.effect.value,
        treatment: mean,
        absolute: estimated.effect,
        relative: Err(StatsError::Unusable {
            what: "a relative effect".into(),
            why: "there is no control beside it to be relative to".into(),
        }),
    };
    let assumptions = estimated.assumptions.iter();
    Ok(Found {
        effect,
        names: ("before".to_owned(), "after".to_owned()),
        method: estimated.method.to_owned(),
        assumptions: assumptions.map(|&words| words.to_owned()).collect(),
        variants: arms(&periods, change),
        trust: estimated.last.into_iter().collect(),
        caution: None,
    })
}

/// The effect on a series of values.
struct Estimated {
    effect: Estimate,
    method: &'static str,
    assumptions: &'static [&'static str],
    /// What it is in the last period.
    last: Option<Note>,
}

fn estimate(
    declared: &Declared,
    values: &[f64],
    change: usize,
    scale: &Scale,
) -> Result<Estimated> {
    let options = SeriesOptions::default();
    if declared.method == Method::BeforeAfter {
        let found = before_after(values, change, options)?;
        return Ok(Estimated {
            effect: found.effect,
            method: "step of a series with a straight trend, errors that remember (autoregressive)",
            assumptions: found.assumptions,
            last: None,
        });
    }
    let found = interrupted(values, change, options)?;
    let last = Note::fine(format!(
        "In the last period the effect is {} (95% interval {} to {}).",
        bare(found.last.value, &scale.unit),
        bare(found.last.interval.low, &scale.unit),
        bare(found.last.interval.high, &scale.unit)
    ));
    Ok(Estimated {
        effect: found.average,
        method: "interrupted time series: level and trend may change, errors that remember (autoregressive); the average over the time after",
        assumptions: found.assumptions,
        last: Some(last),
    })
}

/// The moments of each day.
fn periods<'r>(rows: impl Iterator<Item = &'r Row>, k: usize) -> Result<BTreeMap<i64, Comoments>> {
    let mut periods: BTreeMap<i64, Comoments> = BTreeMap::new();
    for row in rows {
        let (Some(day), Some(sums)) = (row.day, row.sums.get(k)) else {
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
    let ignored = [
        (declared.metrics.len() > 1, "other metrics"),
        (!declared.segments.is_empty(), "segments"),
        (!declared.strata.is_empty(), "strata"),
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
