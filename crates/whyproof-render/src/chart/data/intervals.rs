//! Estimates, each with the interval that it lies in.

use super::bars;
use super::lines::too_many;
use super::roles::Bounds;
use super::xs;
use super::{Source, drawable};
use crate::chart::NoChart;

const MOST_ROWS: usize = 60;

/// Estimates with their intervals.
#[derive(Debug)]
pub(crate) struct Intervals {
    /// What is estimated.
    pub(crate) measure: String,
    pub(crate) rows: Vec<IntervalRow>,
}

/// One estimate. The ends of its interval may be infinite; an end that isn't known is `None`.
#[derive(Debug)]
pub(crate) struct IntervalRow {
    /// What it is an estimate for; empty where there is only one.
    pub(crate) label: String,
    pub(crate) estimate: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
}

impl IntervalRow {
    /// Its numbers that are finite.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = f64> + Clone {
        [self.low, self.estimate, self.high]
            .into_iter()
            .flatten()
            .filter(|n| n.is_finite())
    }
}

pub(super) fn read(source: &mut Source<'_>) -> Result<Intervals, NoChart> {
    let bounds = source
        .roles
        .interval
        .or_else(|| by_order(&source.roles.numbers));
    let bounds = bounds.ok_or(NoChart::Needs {
        kind: "interval",
        needs: "an estimate and columns named low and high",
    })?;
    let label = bars::labels(source)
        .filter(|&at| ![Some(bounds.low), Some(bounds.high), bounds.estimate].contains(&Some(at)));
    too_many(source.table.rows.len(), "intervals", MOST_ROWS)?;
    let labels = labels(source, label);
    let rows: Vec<IntervalRow> = (0..source.table.rows.len())
        .map(|row| interval(source, row, bounds, &labels))
        .collect();
    let measure = match bounds.estimate {
        Some(at) => source.name(at),
        None => "interval".to_owned(),
    };
    drawable(rows.iter().flat_map(IntervalRow::numbers), &measure)?;
    Ok(Intervals { measure, rows })
}

/// Three numbers are an estimate, low and high where nobody named them.
fn by_order(numbers: &[usize]) -> Option<Bounds> {
    match *numbers {
        [estimate, low, high] => Some(Bounds {
            estimate: Some(estimate),
            low,
            high,
        }),
        _ => None,
    }
}

fn interval(source: &mut Source<'_>, row: usize, bounds: Bounds, labels: &[String]) -> IntervalRow {
    let mut end = |column| match source.number(row, column) {
        Some(number) if number.is_infinite() => Some(number),
        _ => source.value(row, column),
    };
    let (low, high) = (end(bounds.low), end(bounds.high));
    // The other way round it is the same interval.
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        other => other,
    };
    IntervalRow {
        label: labels.get(row).cloned().unwrap_or_default(),
        estimate: bounds.estimate.and_then(|at| source.value(row, at)),
        low,
        high,
    }
}

fn labels(source: &Source<'_>, first: Option<usize>) -> Vec<String> {
    let Some(first) = first else {
        let count = source.table.rows.len();
        let number = |row: usize| {
            if count == 1 {
                String::new()
            } else {
                format!("row {}", row + 1)
            }
        };
        return (0..count).map(number).collect();
    };
    let mut columns = vec![first];
    columns.extend(source.roles.words.iter().copied().filter(|&at| at != first));
    let each: Vec<Vec<String>> = columns
        .iter()
        .map(|&at| xs::labels(source.table, at))
        .collect();
    let join = |row: usize| {
        each.iter()
            .map(|labels| labels[row].as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    (0..source.table.rows.len()).map(join).collect()
}
