//! What each column of a table is for.

use whyproof_case::{Cell, Column, ColumnKind, Table};

use super::period;
use crate::chart::NoChart;

/// What the columns are for. Each index is a column's.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    /// The column that was asked to be along the chart.
    pub(crate) x: Option<usize>,
    /// The first column of days, times or periods.
    pub(crate) time: Option<usize>,
    /// Columns of words, and of true and false.
    pub(crate) words: Vec<usize>,
    /// Columns of numbers to draw.
    pub(crate) numbers: Vec<usize>,
    /// An estimate with its interval.
    pub(crate) interval: Option<Bounds>,
}

/// An estimate's column, where there is one, and those of its interval.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    pub(crate) estimate: Option<usize>,
    pub(crate) low: usize,
    pub(crate) high: usize,
}

/// Finds the roles; `x` and `y` name columns where somebody chose them.
pub(crate) fn of(table: &Table, x: Option<&str>, y: &[String]) -> Result<Roles, NoChart> {
    let x = x.map(|name| named(table, "x", name)).transpose()?;
    let chosen = y
        .iter()
        .map(|name| numbers_named(table, name))
        .collect::<Result<Vec<usize>, NoChart>>()?;
    let mut roles = Roles {
        x,
        ..Roles::default()
    };
    for (at, column) in table.columns.iter().enumerate() {
        let free = !chosen.contains(&at);
        let may_be_time = x.is_none_or(|x| x == at);
        if free && may_be_time && roles.time.is_none() && is_time(table, at) {
            roles.time = Some(at);
        } else if is_number(column) {
            roles.numbers.push(at);
        } else if free && x != Some(at) {
            roles.words.push(at);
        }
    }
    roles.numbers.retain(|at| x != Some(*at));
    if !chosen.is_empty() {
        roles.numbers = chosen;
    }
    if let Some(x) = x
        && roles.time != Some(x)
        && !is_number(&table.columns[x])
    {
        roles.words.insert(0, x);
    }
    roles.interval = bounds(table, &roles.numbers);
    Ok(roles)
}

fn named(table: &Table, option: &'static str, name: &str) -> Result<usize, NoChart> {
    let names = || table.columns.iter().map(|column| column.name.as_str());
    table.column(name).ok_or_else(|| NoChart::NoColumn {
        option,
        column: name.to_owned(),
        has: names().collect::<Vec<_>>().join(", "),
    })
}

fn numbers_named(table: &Table, name: &str) -> Result<usize, NoChart> {
    let at = named(table, "y", name)?;
    match is_number(&table.columns[at]) {
        true => Ok(at),
        false => Err(NoChart::NotNumbers {
            option: "y",
            column: name.to_owned(),
        }),
    }
}

fn is_number(column: &Column) -> bool {
    column.kind.is_number() || column.kind == ColumnKind::Span
}

/// Whether a column is along time: days, times, texts that are all periods of one length, and
/// whole numbers that are called years and look like some.
pub(crate) fn is_time(table: &Table, at: usize) -> bool {
    let column = &table.columns[at];
    let cells = || table.rows.iter().filter_map(|row| row.get(at));
    let mut present = cells()
        .filter(|cell| !matches!(cell, Cell::Null))
        .peekable();
    match column.kind {
        ColumnKind::Date | ColumnKind::Time => true,
        ColumnKind::Text => {
            let grain = |cell: &Cell| match cell {
                Cell::Text(words) => period::parse(words).map(|period| period.grain),
                _ => None,
            };
            let first = present.peek().and_then(|cell| grain(cell));
            first.is_some() && present.all(|cell| grain(cell) == first)
        }
        ColumnKind::Int => {
            let is_year = |cell: &Cell| matches!(cell, Cell::Int(1000..=2999));
            tokens(&column.name).any(|token| token == "year")
                && present.peek().is_some()
                && present.all(is_year)
        }
        _ => false,
    }
}

/// The estimate and its interval, where two columns are called its ends.
fn bounds(table: &Table, numbers: &[usize]) -> Option<Bounds> {
    const LOW: [&str; 6] = ["low", "lower", "lo", "lwr", "lcl", "lb"];
    const HIGH: [&str; 7] = ["high", "higher", "upper", "hi", "upr", "ucl", "ub"];
    let called = |words: &[&str]| {
        let is_called = |at: &&usize| {
            tokens(&table.columns[**at].name).any(|token| words.contains(&token.as_str()))
        };
        let mut found = numbers.iter().filter(is_called);
        found.next().copied().filter(|_| found.next().is_none())
    };
    let (low, high) = (called(&LOW)?, called(&HIGH)?);
    let rest = numbers.iter().copied().find(|at| ![low, high].contains(at));
    (low != high).then_some(Bounds {
        estimate: rest,
        low,
        high,
    })
}

/// The words of a column's name, in lower case.
pub(crate) fn tokens(name: &str) -> impl Iterator<Item = String> + '_ {
    name.split(|letter: char| !letter.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
}
