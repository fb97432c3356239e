//! What is told beside the decision: other metrics, and segments that were declared beforehand.

use whyproof_stats::effect::Effect;
use whyproof_stats::{Level, Result};

use super::Session;
use super::gather::{self, Group};
use super::pairs::{How, pairs};
use super::query::{self, By, Known, Series};
use super::scale::{self, Scale};
use super::shape::{Measured, Shape};
use super::told::{Note, Other, Segment, Trouble};
use crate::experiment::{Declared, Method, Summary};

/// Of more values, a column is no segment.
const MOST_SEGMENTS: usize = 50;

/// The effects of a family of comparisons, adjusted for all of them together by Bonferroni.
pub(super) fn family(shapes: Vec<Result<Shape>>, how: How<'_>) -> Vec<Result<Vec<Effect>>> {
    let treatments = |shape: &Shape| shape.len().saturating_sub(1);
    let all: usize = shapes.iter().flatten().map(treatments).sum();
    let effects = shapes.into_iter().map(|shape| {
        let shape = shape?;
        let more = all - treatments(&shape);
        Ok(pairs(&shape, how, Level::P95, more)?.effects)
    });
    effects.collect()
}

/// The effects on the metrics after the first; series `1..=many`.
pub(super) fn others(all: &[Measured<'_>], how: How<'_>) -> Vec<Other> {
    let shapes = all.iter().map(Measured::shape).collect();
    let mut told = Vec::new();
    for (measured, effects) in all.iter().zip(family(shapes, how)) {
        let metric = &measured.series.metric;
        let scale = Scale::of(metric, measured.is_share(), std::iter::empty());
        for (at, group) in measured.groups.iter().skip(1).enumerate() {
            let effect = match &effects {
                Ok(effects) => effects.get(at).map(|effect| {
                    let estimate = scale::told(&effect.absolute, how.method == Method::Bayesian);
                    ((effect.control, effect.treatment), estimate)
                }),
                Err(_) => None,
            };
            let failed = || match &effects {
                Err(error) => super::trouble::of(&metric.name, error).message,
                Ok(_) => format!("`{}` was not measured.", metric.name),
            };
            told.push(Other {
                metric: metric.name.clone(),
                unit: scale.unit.clone(),
                treatment: group.name.clone(),
                effect: effect.ok_or_else(failed),
            });
        }
    }
    told
}

/// The effect on the first metric by segment.
pub(super) fn segments(
    declared: &Declared,
    series: &Series,
    known: &Known,
    names: &[String],
    how: How<'_>,
    session: &mut Session<'_>,
) -> std::result::Result<(Vec<Segment>, Vec<Note>), Trouble> {
    let mut notes = Vec::new();
    if let (Summary::Quantile(_), false) = (&series.metric.summary, declared.segments.is_empty()) {
        notes.push(Note::fine("Segments are not measured of a quantile."));
        return Ok((Vec::new(), notes));
    }
    let one = std::slice::from_ref(series);
    let sql = declared.segments.iter().map(|segment| {
        let by = By {
            cluster: declared.cluster.as_deref(),
            segment: Some(segment),
            ..By::default()
        };
        query::sums(declared, one, known, by)
    });
    let sql: Vec<String> = sql.collect();
    let tables = session.ask(&sql)?;
    let mut parts: Vec<Part> = Vec::new();
    for (column, table) in declared.segments.iter().zip(tables) {
        let rows = gather::rows(&table, one);
        let rows = rows.map_err(|error| super::trouble::of(&series.metric.name, &error))?;
        let found = parts_of(column, rows, names, declared.cluster.is_some());
        if found.len() > MOST_SEGMENTS {
            notes.push(Note::fine(format!(
                "`{column}` has {} values: too many for segments, so their effects are not shown.",
                found.len()
            )));
        } else {
            parts.extend(found);
        }
    }
    let shapes = parts
        .iter()
        .map(|part| part.measured(declared, series).shape());
    let effects = family(shapes.collect(), how);
    let is_posterior = declared.method == Method::Bayesian;
    let mut told = Vec::new();
    for (part, effects) in parts.iter().zip(&effects) {
        told.extend(part.told(effects, &series.metric.name, is_posterior));
    }
    Ok((told, notes))
}

/// The variants in one segment.
struct Part {
    column: String,
    value: String,
    groups: Vec<Group>,
}

/// The segments of a column, in the order of their values.
fn parts_of(column: &str, rows: Vec<gather::Row>, names: &[String], clustered: bool) -> Vec<Part> {
    let mut values: Vec<String> = rows.iter().filter_map(|row| row.segment.clone()).collect();
    values.sort();
    values.dedup();
    let group = |name: &String, value: &String| Group {
        name: name.clone(),
        rows: rows
            .iter()
            .filter(|row| row.variant.as_ref() == Some(name) && row.segment.as_ref() == Some(value))
            .filter(|row| !clustered || row.cluster.is_some())
            .cloned()
            .collect(),
    };
    values
        .iter()
        .map(|value| Part {
            column: column.to_owned(),
            value: value.clone(),
            groups: names.iter().map(|name| group(name, value)).collect(),
        })
        .collect()
}

impl Part {
    fn measured<'p>(&'p self, declared: &Declared, series: &'p Series) -> Measured<'p> {
        Measured {
            groups: &self.groups,
            series,
            k: 0,
            method: declared.method,
            clustered: declared.cluster.is_some(),
            stratified: false,
            orders: &[],
        }
    }

    fn told(
        &self,
        effects: &Result<Vec<Effect>>,
        metric: &str,
        is_posterior: bool,
    ) -> Vec<Segment> {
        let n = |group: Option<&Group>| {
            let whole = group.and_then(|group| group.whole(0).ok());
            whole.map_or(0, |whole| whole.n())
        };
        let each = self.groups.iter().skip(1).enumerate();
        each.map(|(at, group)| Segment {
            column: self.column.clone(),
            value: self.value.clone(),
            treatment: group.name.clone(),
            n: (n(self.groups.first()), n(Some(group))),
            effect: match effects {
                Ok(effects) => effects
                    .get(at)
                    .map(|effect| scale::told(&effect.absolute, is_posterior))
                    .ok_or_else(|| "It was not measured.".to_owned()),
                Err(error) => Err(super::trouble::of(metric, error).message),
            },
        })
        .collect()
    }
}
