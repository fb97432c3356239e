//! Lines along time, numbers or words.

use super::grid::{self, Order};
use super::xs::Xs;
use super::{Source, drawable};
use crate::chart::NoChart;

/// More lines than this cannot be told apart, even in one colour.
const MOST_LINES: usize = 60;
/// More words than this cannot stand along a chart.
const MOST_WORDS: usize = 40;

/// Lines, and what is along them.
#[derive(Debug)]
pub(crate) struct Lines {
    /// What is along them.
    pub(crate) x: String,
    /// What they measure, where that is one thing.
    pub(crate) measure: Option<String>,
    pub(crate) xs: Xs,
    pub(crate) lines: Vec<Line>,
}

/// A line: places, each with its value, or with none, which is a gap.
#[derive(Debug)]
pub(crate) struct Line {
    /// Its name; empty where there is only one.
    pub(crate) name: String,
    pub(crate) at: Vec<(usize, Option<f64>)>,
}

impl Line {
    /// The places that have a value.
    pub(crate) fn values(&self) -> impl Iterator<Item = (usize, f64)> + Clone + '_ {
        self.at
            .iter()
            .filter_map(|(place, value)| Some((*place, (*value)?)))
    }
}

impl Lines {
    /// Every value.
    pub(crate) fn values(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        self.lines
            .iter()
            .flat_map(|line| line.values().map(|(_, value)| value))
    }
}

pub(super) fn read(source: &mut Source<'_>) -> Result<Lines, NoChart> {
    let roles = &source.roles;
    let several = || {
        roles
            .numbers
            .first()
            .copied()
            .filter(|_| roles.numbers.len() > 1)
    };
    let x = roles
        .x
        .or(roles.time)
        .or_else(|| roles.words.first().copied())
        .or_else(several);
    let x = x.ok_or(NoChart::Needs {
        kind: "line",
        needs: "a column of times, words or numbers to go along, and one of numbers",
    })?;
    let grid = grid::read(source, x, Order::Along)?;
    let lines = grid.series.into_iter().map(|series| Line {
        name: series.name,
        at: series.at,
    });
    let lines = Lines {
        x: source.name(x),
        measure: grid.measure,
        xs: grid.xs,
        lines: lines.collect(),
    };
    let name = lines
        .measure
        .clone()
        .unwrap_or_else(|| "the columns".to_owned());
    drawable(lines.values(), &name)?;
    if let Xs::Number(at) = &lines.xs {
        drawable(at.iter().copied(), &lines.x)?;
    }
    too_many(lines.lines.len(), "lines", MOST_LINES)?;
    if let Xs::Words(words) = &lines.xs {
        too_many(words.len(), "places along the line", MOST_WORDS)?;
    }
    Ok(lines)
}

/// Refuses more than can be read.
pub(super) fn too_many(count: usize, what: &'static str, most: usize) -> Result<(), NoChart> {
    match count > most {
        true => Err(NoChart::TooMany { count, what, most }),
        false => Ok(()),
    }
}
