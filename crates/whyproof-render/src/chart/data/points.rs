//! Rows as points, and how often which values are.

use super::{Source, drawable};
use crate::chart::NoChart;
use crate::chart::stats::bins::{Bins, bins};
use crate::chart::stats::fit::{Fit, fit};
use crate::chart::stats::quantile;

/// Two numbers of each row.
#[derive(Debug)]
pub(crate) struct Scatter {
    /// What is along.
    pub(crate) x: String,
    /// What goes up.
    pub(crate) y: String,
    pub(crate) points: Vec<(f64, f64)>,
    /// The least-squares line; none where fewer than three points or one x make none.
    pub(crate) fit: Option<Fit>,
}

pub(super) fn scatter(source: &mut Source<'_>) -> Result<Scatter, NoChart> {
    let numbers = source.roles.numbers.clone();
    let (x, y) = match (source.roles.x, numbers.as_slice()) {
        (Some(x), [y, ..]) => (x, *y),
        (None, [x, y]) => (*x, *y),
        _ => {
            return Err(NoChart::Needs {
                kind: "scatter",
                needs: "two columns of numbers: choose them with x= and y=",
            });
        }
    };
    // A unit is that of what goes up: x stays as it is.
    let percent = source.percent;
    let mut points = Vec::new();
    for row in 0..source.table.rows.len() {
        source.percent = false;
        let along = source.value(row, x);
        source.percent = percent;
        let up = source.value(row, y);
        points.extend(along.zip(up));
    }
    let (x, y) = (source.name(x), source.name(y));
    drawable(points.iter().map(|point| point.0), &x)?;
    drawable(points.iter().map(|point| point.1), &y)?;
    let fit = fit(&points);
    Ok(Scatter { x, y, points, fit })
}

/// How many rows have which value.
#[derive(Debug)]
pub(crate) struct Histogram {
    pub(crate) name: String,
    pub(crate) bins: Bins,
    /// How many values there are.
    pub(crate) n: usize,
    pub(crate) least: f64,
    pub(crate) median: f64,
    pub(crate) most: f64,
}

pub(super) fn histogram(source: &mut Source<'_>) -> Result<Histogram, NoChart> {
    let first = source.roles.numbers.first().copied().or(source.roles.x);
    let column = first.ok_or(NoChart::NoNumbers)?;
    let rows = 0..source.table.rows.len();
    let mut values: Vec<f64> = rows.filter_map(|row| source.value(row, column)).collect();
    let name = source.name(column);
    drawable(values.iter().copied(), &name)?;
    values.sort_by(f64::total_cmp);
    Ok(Histogram {
        name,
        bins: bins(&values),
        n: values.len(),
        least: quantile(&values, 0.0),
        median: quantile(&values, 0.5),
        most: quantile(&values, 1.0),
    })
}
