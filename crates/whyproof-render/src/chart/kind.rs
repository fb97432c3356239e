//! The kinds of charts, and which one a table asks for.

use whyproof_case::Table;

use super::NoChart;
use super::data::roles::{self, Roles};

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// How numbers change along time.
    Line,
    /// A number for each of some categories.
    Bar,
    /// Two numbers for each row.
    Scatter,
    /// How many rows have which value.
    Histogram,
    /// Estimates, each with the interval that it lies in.
    Interval,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: [ChartKind; 5] = [
        ChartKind::Line,
        ChartKind::Bar,
        ChartKind::Scatter,
        ChartKind::Histogram,
        ChartKind::Interval,
    ];

    /// The word for it, in `chart=word` and in what is said about it.
    pub fn word(self) -> &'static str {
        match self {
            ChartKind::Line => "line",
            ChartKind::Bar => "bar",
            ChartKind::Scatter => "scatter",
            ChartKind::Histogram => "histogram",
            ChartKind::Interval => "interval",
        }
    }

    /// The kind with that word.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn parse(word: &str) -> Result<ChartKind, NoChart> {
        let wanted = word.trim().to_ascii_lowercase();
        let found = ChartKind::ALL
            .into_iter()
            .find(|kind| kind.word() == wanted);
        found.ok_or_else(|| NoChart::BadOption {
            option: "chart",
            value: word.to_owned(),
            expected: "line, bar, scatter, histogram or interval",
        })
    }

    /// The kind that a table's columns ask for.
    ///
    /// # Errors
    ///
    /// Where they ask for none.
    pub fn of(table: &Table) -> Result<ChartKind, NoChart> {
        roles::of(table, None, &[]).and_then(|roles| of_roles(table, &roles))
    }
}

/// The kind that columns ask for once it is known what each is for.
pub(super) fn of_roles(table: &Table, roles: &Roles) -> Result<ChartKind, NoChart> {
    if table.rows.is_empty() {
        return Err(NoChart::NoRows);
    }
    if roles.interval.is_some() {
        return Ok(ChartKind::Interval);
    }
    if roles.numbers.is_empty() {
        return Err(NoChart::NoNumbers);
    }
    if roles.time.is_some() {
        return Ok(ChartKind::Line);
    }
    if !roles.words.is_empty() {
        return Ok(ChartKind::Bar);
    }
    match (roles.numbers.len(), table.rows.len()) {
        (1, 1) => Err(NoChart::OneNumber),
        (1, _) => Ok(ChartKind::Histogram),
        (2, _) => Ok(ChartKind::Scatter),
        _ => Err(NoChart::Needs {
            kind: "scatter",
            needs: "two columns of numbers: choose them with x= and y=",
        }),
    }
}
