//! The rows that came back, as sufficient statistics by variant.

use whyproof_stats::moments::Comoments;
use whyproof_stats::{Result, StatsError};

use super::query::{Series, name};
use crate::table::{Cell, Table};

/// One row of the answer.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) variant: Option<String>,
    pub(super) cluster: Option<String>,
    /// Its values in the columns of strata, in one.
    pub(super) stratum: Option<String>,
    pub(super) segment: Option<String>,
    /// Days since 1970.
    pub(super) day: Option<i64>,
    pub(super) rows: u64,
    /// One for each series.
    pub(super) sums: Vec<Sums>,
}

/// What one series has in a row of the answer.
#[derive(Debug, Clone)]
pub(super) struct Sums {
    /// Infinite values, and values that are no numbers.
    pub(super) bad: u64,
    /// Values that are neither 0 nor 1.
    pub(super) many: u64,
    pub(super) moments: Comoments,
    /// How many rows have the metric, whatever they lack besides; with covariates alone.
    pub(super) all: Option<u64>,
    /// The least and the largest value, of the mean that decides.
    pub(super) ends: Option<(f64, f64)>,
}

/// Reads the answer to [`sums`](super::query::sums).
pub(super) fn rows(table: &Table, series: &[Series]) -> Result<Vec<Row>> {
    let reader = Reader { table };
    table
        .rows
        .iter()
        .map(|cells| reader.row(cells, series))
        .collect()
}

struct Reader<'t> {
    table: &'t Table,
}

impl Reader<'_> {
    fn cell<'c>(&self, cells: &'c [Cell], name: &str) -> Option<&'c Cell> {
        cells.get(self.table.column(name)?)
    }

    fn text(&self, cells: &[Cell], name: &str) -> Option<String> {
        let cell = self.cell(cells, name)?;
        let text = cell.to_string();
        (*cell != Cell::Null && !text.is_empty()).then_some(text)
    }

    /// `Oslo` and `large`; a value that is missing is a stratum, too.
    fn stratum(&self, cells: &[Cell]) -> Option<String> {
        let names = (0..).map(name::stratum);
        let names = names.take_while(|name| self.table.column(name).is_some());
        let values = names.map(|name| match self.text(cells, &name) {
            Some(text) => format!("`{text}`"),
            None => "no value".to_owned(),
        });
        let values: Vec<String> = values.collect();
        (!values.is_empty()).then(|| values.join(" with "))
    }

    fn count(&self, cells: &[Cell], name: &str) -> u64 {
        let number = self.cell(cells, name).and_then(Cell::number);
        number.filter(|n| *n > 0.0).map_or(0, |n| n as u64)
    }

    fn number(&self, cells: &[Cell], name: &str) -> f64 {
        let number = self.cell(cells, name).and_then(Cell::number);
        number.unwrap_or(f64::NAN)
    }

    fn row(&self, cells: &[Cell], series: &[Series]) -> Result<Row> {
        let sums = series.iter().enumerate();
        let sums = sums.map(|(k, one)| self.sums(cells, k, one.width()));
        Ok(Row {
            variant: self.text(cells, name::VARIANT),
            cluster: self.text(cells, name::CLUSTER),
            stratum: self.stratum(cells),
            segment: self.text(cells, name::SEGMENT),
            day: self.cell(cells, name::DAY).and_then(day),
            rows: self.count(cells, name::ROWS),
            sums: sums.collect::<Result<_>>()?,
        })
    }

    fn ends(&self, cells: &[Cell], k: usize) -> Option<(f64, f64)> {
        let end = |name: &str| self.cell(cells, name).and_then(Cell::number);
        let ends = end(&name::least(k)).zip(end(&name::most(k)))?;
        (ends.0.is_finite() && ends.1.is_finite()).then_some(ends)
    }

    fn sums(&self, cells: &[Cell], k: usize, width: usize) -> Result<Sums> {
        let n = self.count(cells, &name::n(k));
        let moments = if n == 0 {
            Comoments::empty(width)
        } else {
            let mean = |i| self.number(cells, &name::mean(k, i));
            let product = |i: usize, j: usize| {
                let name = name::covariance(k, i.min(j), i.max(j));
                let product = self.number(cells, &name) * n as f64;
                // Rounding may take a variance of nothing below zero.
                if i == j && product < 0.0 {
                    0.0
                } else {
                    product
                }
            };
            let pairs = (0..width).flat_map(|i| (0..width).map(move |j| (i, j)));
            let products = pairs.map(|(i, j)| product(i, j)).collect();
            Comoments::from_centred(n, (0..width).map(mean).collect(), products)?
        };
        Ok(Sums {
            bad: self.count(cells, &name::bad(k)),
            many: self.count(cells, &name::many(k)),
            moments,
            all: self
                .table
                .column(&name::all(k))
                .map(|_| self.count(cells, &name::all(k))),
            ends: self.ends(cells, k),
        })
    }
}

/// Days since 1970.
fn day(cell: &Cell) -> Option<i64> {
    let date = match cell {
        Cell::Date(date) => *date,
        Cell::Time(time) => time.date(),
        _ => return None,
    };
    days(date)
}

/// Days from 1970 to `date`.
pub(super) fn days(date: jiff::civil::Date) -> Option<i64> {
    let since = jiff::civil::date(1970, 1, 1).until(date).ok()?;
    Some(i64::from(since.get_days()))
}

/// One variant, with its rows of the answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

impl Group {
    /// All rows that it has in the data.
    pub(super) fn all(&self) -> u64 {
        self.rows.iter().map(|row| row.rows).sum()
    }

    /// The moments of series `k`.
    pub(super) fn whole(&self, k: usize) -> Result<Comoments> {
        let mut whole: Option<Comoments> = None;
        for moments in self.rows.iter().filter_map(|row| row.sums.get(k)) {
            whole = Some(match whole {
                Some(whole) => whole.merge(&moments.moments)?,
                None => moments.moments.clone(),
            });
        }
        whole.ok_or_else(|| StatsError::Empty {
            which: format!("`{}`", self.name),
        })
    }

    /// How many rows have the metric of series `k`, and lack a covariate.
    pub(super) fn gaps(&self, k: usize) -> u64 {
        let sums = self.rows.iter().filter_map(|row| row.sums.get(k));
        let gaps =
            sums.filter_map(|sums| Some(sums.all?.saturating_sub(sums.moments.n() + sums.bad)));
        gaps.sum()
    }

    /// The least and the largest value of series `k`, where they were asked for.
    pub(super) fn ends(&self, k: usize) -> Option<(f64, f64)> {
        let ends = self.rows.iter().filter_map(|row| row.sums.get(k)?.ends);
        ends.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    }

    /// The rows that can be measured: with clusters, those whose cluster is known.
    pub(super) fn clustered(&self) -> Group {
        let rows = self.rows.iter().filter(|row| row.cluster.is_some());
        Group {
            name: self.name.clone(),
            rows: rows.cloned().collect(),
        }
    }

    /// How many values of series `k` are not 0 or 1, and how many are no numbers.
    pub(super) fn odd(&self, k: usize) -> (u64, u64) {
        let sums = self.rows.iter().filter_map(|row| row.sums.get(k));
        sums.fold((0, 0), |(many, bad), sums| {
            (many + sums.many, bad + sums.bad)
        })
    }
}
