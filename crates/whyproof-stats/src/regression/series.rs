//! Rows in the order of time, whose errors remember.

use nalgebra::{DMatrix, DVector};

use super::fit::Fit;
use super::ordinary::{bread, spare};
use super::robust::{about, residual};
use super::solve::solve;
use crate::moments::Comoments;
use crate::{Reference, Result, StatsError};

/// The usual number of lags for `n` rows: ⌊4 (n/100)^(2/9)⌋ (Newey & West 1994).
pub fn lags_for(n: usize) -> usize {
    // Truncated on purpose; the value is small and positive.
    (4.0 * libm::pow(n as f64 / 100.0, 2.0 / 9.0)) as usize
}

/// Least squares of `outcome` on an intercept and `columns`, in the order of time, with errors that
/// allow for correlation over `lags` rows (Bartlett weights). `corrected` multiplies by n/(n − k).
///
/// Source: Newey & West, *A simple, positive semi-definite, heteroskedasticity and autocorrelation
/// consistent covariance matrix*, 1987. As statsmodels with `cov_type="HAC"`, `use_correction`.
///
/// # Errors
/// [`StatsError::TooFew`] without a row to spare, [`StatsError::Singular`] where a column follows
/// from the others, [`StatsError::Mismatch`] in lengths, [`StatsError::OutOfRange`] where there are
/// as many lags as rows.
pub fn newey_west(
    outcome: &[f64],
    columns: &[&[f64]],
    lags: usize,
    corrected: bool,
) -> Result<Fit> {
    if lags >= outcome.len() && !outcome.is_empty() {
        return Err(StatsError::out_of_range(
            "the number of lags",
            lags as f64,
            "fewer than the rows",
        ));
    }
    let all: Vec<&[f64]> = std::iter::once(outcome)
        .chain(columns.iter().copied())
        .collect();
    let solved = solve(&Comoments::from_columns(&all)?)?;
    let df = spare(&solved)?;
    let mut scores: Vec<DVector<f64>> = Vec::with_capacity(outcome.len());
    for (i, &value) in outcome.iter().enumerate() {
        let design: Vec<f64> = columns
            .iter()
            .filter_map(|column| column.get(i).copied())
            .collect();
        let row = about(&solved, &design);
        let e = residual(&solved, value, &row);
        scores.push(row * e);
    }
    let k = columns.len() + 1;
    let mut meat = DMatrix::zeros(k, k);
    for lag in 0..=lags {
        let mut products: DMatrix<f64> = DMatrix::zeros(k, k);
        for (later, earlier) in scores.iter().skip(lag).zip(&scores) {
            products += later * earlier.transpose();
        }
        let weight = 1.0 - lag as f64 / (lags + 1) as f64;
        if lag == 0 {
            meat += products;
        } else {
            meat += (&products + products.transpose()) * weight;
        }
    }
    let bread = bread(&solved);
    let mut covariance = &bread * meat * &bread;
    if corrected {
        covariance *= solved.n as f64 / df;
    }
    Fit::about_means(&solved, &covariance, Reference::StudentT(df))
}
