//! Errors whose variance differs from row to row.

use nalgebra::{DMatrix, DVector};

use super::fit::Fit;
use super::ordinary::{bread, spare};
use super::solve::{Solved, solve};
use crate::error::finite;
use crate::moments::{Comoments, Moments};
use crate::{Reference, Result, StatsError};

/// All rows with one value of every regressor; a single row is a cell of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The regressors, without the intercept.
    pub design: Vec<f64>,
    /// The outcome of its rows.
    pub outcome: Moments,
}

impl Cell {
    /// One row.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn row(outcome: f64, design: &[f64]) -> Result<Self> {
        Ok(Self {
            design: design.to_vec(),
            outcome: Moments::from_centred(1, outcome, 0.0)?,
        })
    }

    /// As moments of outcome and regressors, in which only the outcome varies.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn comoments(&self) -> Result<Comoments> {
        if self.outcome.n() == 0 {
            return Ok(Comoments::empty(self.design.len() + 1));
        }
        let mut means = vec![self.outcome.mean()];
        means.extend_from_slice(&self.design);
        let k = means.len();
        let mut products = vec![0.0; k * k];
        if let Some(first) = products.first_mut() {
            *first = self.outcome.m2();
        }
        Comoments::from_centred(self.outcome.n(), means, products)
    }
}

/// Which estimate of a row's variance is taken, where h is its leverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Robust {
    /// e² (White 1980).
    Hc0,
    /// e² n/(n − k) (Hinkley 1977), what Stata calls robust.
    Hc1,
    /// e²/(1 − h): unbiased under equal variances; of two means, Welch's error.
    #[default]
    Hc2,
    /// e²/(1 − h)², near the jackknife (MacKinnon & White 1985): safest in small samples.
    Hc3,
}

/// Least squares of the outcome on an intercept and the design, with errors robust to unequal
/// variance.
///
/// Source: MacKinnon & White, *Some heteroskedasticity-consistent covariance matrix estimators with
/// improved finite sample properties*, 1985. As `statsmodels.OLS.fit(cov_type="HC0"…, use_t=True)`.
///
/// # Errors
/// [`StatsError::TooFew`], [`StatsError::Singular`], [`StatsError::Mismatch`] where cells differ in
/// length, or [`StatsError::Unusable`] where HC2 or HC3 meets a row that decides its own fit.
pub fn heteroskedastic(cells: &[Cell], kind: Robust) -> Result<Fit> {
    let width = cells.first().map_or(1, |cell| cell.design.len() + 1);
    let mut total = Comoments::empty(width);
    for cell in cells {
        for &value in &cell.design {
            finite(value, "a regressor")?;
        }
        total = total.merge(&cell.comoments()?)?;
    }
    let solved = solve(&total)?;
    let df = spare(&solved)?;
    let bread = bread(&solved);
    let mut meat = DMatrix::zeros(width, width);
    for cell in cells.iter().filter(|cell| cell.outcome.n() > 0) {
        let row = about(&solved, &cell.design);
        let leverage = row.dot(&(&bread * &row));
        let squares = squares(&solved, cell, &row) * inflation(kind, leverage)?;
        meat += &row * row.transpose() * squares;
    }
    let mut covariance = &bread * meat * &bread;
    if kind == Robust::Hc1 {
        covariance *= solved.n as f64 / df;
    }
    Fit::about_means(&solved, &covariance, Reference::StudentT(df))
}

/// A row of the design with its intercept, about the means.
pub(super) fn about(solved: &Solved, design: &[f64]) -> DVector<f64> {
    let rest = design.iter().zip(solved.means.iter()).map(|(x, m)| x - m);
    let row: Vec<f64> = std::iter::once(1.0).chain(rest).collect();
    DVector::from_vec(row)
}

/// How far a value is from what the model gives for `row`.
pub(super) fn residual(solved: &Solved, value: f64, row: &DVector<f64>) -> f64 {
    let fitted: f64 = row
        .iter()
        .skip(1)
        .zip(solved.slopes.iter())
        .map(|(x, b)| x * b)
        .sum();
    (value - solved.outcome_mean) - fitted
}

/// Σe² over a cell.
fn squares(solved: &Solved, cell: &Cell, row: &DVector<f64>) -> f64 {
    let e = residual(solved, cell.outcome.mean(), row);
    cell.outcome.m2() + cell.outcome.n() as f64 * e * e
}

fn inflation(kind: Robust, leverage: f64) -> Result<f64> {
    let own = 1.0 - leverage;
    match kind {
        Robust::Hc0 | Robust::Hc1 => Ok(1.0),
        Robust::Hc2 | Robust::Hc3 if own < 1e-10 => Err(StatsError::Unusable {
            what: "HC2 or HC3".into(),
            why: "one row decides a coefficient alone, so nothing says how far it varies: \
                  merge or drop its column"
                .into(),
        }),
        Robust::Hc2 => Ok(1.0 / own),
        Robust::Hc3 => Ok(1.0 / (own * own)),
    }
}
