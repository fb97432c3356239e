//! Bars: a number, or a few, for each of some categories.

use super::grid::{self, Order};
use super::lines::too_many;
use super::{Source, drawable};
use crate::chart::NoChart;

const MOST_BARS: usize = 80;
const MOST_SERIES: usize = 6;

/// Bars in groups: a group for each label, a bar in it for each series.
#[derive(Debug)]
pub(crate) struct Bars {
    /// What the labels are.
    pub(crate) x: String,
    /// What the bars measure, where that is one thing.
    pub(crate) measure: Option<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) series: Vec<BarSeries>,
}

/// One bar of each group; none where its value is missing.
#[derive(Debug)]
pub(crate) struct BarSeries {
    /// Its name; empty where there is only one.
    pub(crate) name: String,
    pub(crate) values: Vec<Option<f64>>,
}

impl Bars {
    /// Every value.
    pub(crate) fn values(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        self.series
            .iter()
            .flat_map(|series| series.values.iter().flatten().copied())
    }
}

pub(super) fn read(source: &mut Source<'_>) -> Result<Bars, NoChart> {
    let x = labels(source).ok_or(NoChart::Needs {
        kind: "bar",
        needs: "a column of words for its bars, and one of numbers",
    })?;
    let grid = grid::read(source, x, Order::Given)?;
    let labels: Vec<String> = (0..grid.xs.len())
        .map(|place| grid.xs.label(place))
        .collect();
    too_many(labels.len() * grid.series.len(), "bars", MOST_BARS)?;
    too_many(grid.series.len(), "bars for each category", MOST_SERIES)?;
    let series = grid.series.into_iter().map(|series| {
        let mut values = vec![None; labels.len()];
        for (place, value) in series.at {
            values[place] = value;
        }
        BarSeries {
            name: series.name,
            values,
        }
    });
    let series = series.collect();
    let bars = Bars {
        x: source.name(x),
        measure: grid.measure,
        labels,
        series,
    };
    let name = bars
        .measure
        .clone()
        .unwrap_or_else(|| "the columns".to_owned());
    drawable(bars.values(), &name)?;
    Ok(bars)
}

/// The column that holds the labels: the one that was chosen, else the first of words or times,
/// else the first of several numbers.
pub(super) fn labels(source: &Source<'_>) -> Option<usize> {
    let roles = &source.roles;
    let words = roles.words.first().copied();
    let first = match (roles.time, words) {
        (Some(time), Some(words)) => Some(time.min(words)),
        (time, words) => time.or(words),
    };
    let several = || {
        roles
            .numbers
            .first()
            .copied()
            .filter(|_| roles.numbers.len() > 1)
    };
    roles.x.or(first).or_else(several)
}
