//! From a table to what is drawn.

mod bars;
mod grid;
mod intervals;
mod lines;
pub(crate) mod period;
mod points;
pub(crate) mod roles;
pub(crate) mod xs;

pub(crate) use bars::Bars;
pub(crate) use intervals::{IntervalRow, Intervals};
pub(crate) use lines::{Line, Lines};
pub(crate) use points::{Histogram, Scatter};

use whyproof_case::{Cell, ColumnKind, Table};

use super::kind::{ChartKind, of_roles};
use super::number::Unit;
use super::{NoChart, Options};
use roles::Roles;

/// What is drawn, of any kind.
#[derive(Debug)]
pub(crate) struct Chart {
    pub(crate) body: Body,
    pub(crate) unit: Unit,
    pub(crate) left_out: LeftOut,
}

/// What is drawn, by kind.
#[derive(Debug)]
pub(crate) enum Body {
    Line(Lines),
    Bar(Bars),
    Scatter(Scatter),
    Histogram(Histogram),
    Interval(Intervals),
}

/// What could not be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// Values that are not there.
    pub(crate) missing: usize,
    /// Values that are infinite or not a number.
    pub(crate) infinite: usize,
    /// Rows that have no place along the chart.
    pub(crate) placeless: usize,
}

/// Reads a table as a chart.
pub(crate) fn chart(table: &Table, options: &Options) -> Result<Chart, NoChart> {
    if table.rows.is_empty() {
        return Err(NoChart::NoRows);
    }
    let roles = roles::of(table, options.x.as_deref(), &options.y)?;
    let kind = match options.kind {
        Some(kind) => kind,
        None => of_roles(table, &roles)?,
    };
    let unit = unit(table, &roles, options);
    let mut source = Source {
        table,
        roles,
        percent: false,
        left_out: LeftOut::default(),
    };
    source.percent = unit.is_percent() && source.are_fractions(kind);
    let body = match kind {
        ChartKind::Line => Body::Line(lines::read(&mut source)?),
        ChartKind::Bar => Body::Bar(bars::read(&mut source)?),
        ChartKind::Scatter => Body::Scatter(points::scatter(&mut source)?),
        ChartKind::Histogram => Body::Histogram(points::histogram(&mut source)?),
        ChartKind::Interval => Body::Interval(intervals::read(&mut source)?),
    };
    let left_out = source.left_out;
    Ok(Chart {
        body,
        unit,
        left_out,
    })
}

/// Lengths of time are in seconds, unless something else is said.
fn unit(table: &Table, roles: &Roles, options: &Options) -> Unit {
    let is_span = |at: &usize| table.columns[*at].kind == ColumnKind::Span;
    let spans = !roles.numbers.is_empty() && roles.numbers.iter().all(is_span);
    Unit::new(options.unit.as_deref().or(spans.then_some("s")))
}

/// A table that is being read.
pub(crate) struct Source<'t> {
    pub(crate) table: &'t Table,
    pub(crate) roles: Roles,
    /// Whether the numbers are fractions that are shown as percents.
    pub(crate) percent: bool,
    pub(crate) left_out: LeftOut,
}

impl Source<'_> {
    /// The number to draw; what is none is counted as left out.
    pub(crate) fn value(&mut self, row: usize, column: usize) -> Option<f64> {
        match self.number(row, column) {
            None => self.left_out.missing += 1,
            Some(number) if !number.is_finite() => self.left_out.infinite += 1,
            finite => return finite.map(tidy),
        }
        None
    }

    /// The number in a cell, infinite or not, as it is shown.
    pub(crate) fn number(&self, row: usize, column: usize) -> Option<f64> {
        let cell = self.table.rows.get(row)?.get(column)?;
        let number = match cell {
            Cell::Span(seconds) => Some(*seconds),
            other => other.number(),
        };
        number.map(|number| if self.percent { number * 100.0 } else { number })
    }

    /// A column's name in words.
    pub(crate) fn name(&self, column: usize) -> String {
        spoken(&self.table.columns[column].name)
    }

    /// Whether what is drawn are fractions: none beyond 1, in no column that says percent.
    fn are_fractions(&self, kind: ChartKind) -> bool {
        let columns: &[usize] = match (kind, self.roles.numbers.as_slice()) {
            (ChartKind::Scatter, [.., up]) => std::slice::from_ref(up),
            (ChartKind::Histogram, [first, ..]) => std::slice::from_ref(first),
            (_, all) => all,
        };
        columns.iter().all(|&at| {
            let says = roles::tokens(&self.table.columns[at].name)
                .any(|token| ["percent", "percentage", "pct", "points"].contains(&token.as_str()));
            let small = |row| {
                self.number(row, at)
                    .is_none_or(|n| !n.is_finite() || n.abs() <= 1.0)
            };
            !says && (0..self.table.rows.len()).all(small)
        })
    }
}

/// What is nothing next to any other number is drawn as nothing.
fn tidy(number: f64) -> f64 {
    if number.abs() < 1e-290 { 0.0 } else { number }
}

/// A name as a sentence has it.
pub(crate) fn spoken(name: &str) -> String {
    let words = name.replace('_', " ");
    match words.trim() {
        "" => "value".to_owned(),
        trimmed => trimmed.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A cell's words in one line.
pub(crate) fn one_line(words: &str) -> String {
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.is_empty() {
        "(missing)".to_owned()
    } else {
        joined
    }
}

/// Refuses numbers between which no scale can be drawn.
pub(crate) fn drawable(
    values: impl Iterator<Item = f64> + Clone,
    column: &str,
) -> Result<(), NoChart> {
    let least = values.clone().fold(f64::INFINITY, f64::min);
    let most = values.fold(f64::NEG_INFINITY, f64::max);
    let column = column.to_owned();
    if least > most {
        return Err(NoChart::AllMissing { column });
    }
    if least < -1e290 || most > 1e290 {
        return Err(NoChart::TooFarApart { column });
    }
    Ok(())
}
