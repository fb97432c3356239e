//! Classical errors.

use nalgebra::DMatrix;

use super::fit::Fit;
use super::solve::{Solved, solve};
use crate::moments::Comoments;
use crate::{Reference, Result, StatsError};

/// Least squares of column 0 on an intercept and the other columns, all errors of one variance.
///
/// Source: Greene, *Econometric Analysis*, chapter 4. As `statsmodels.OLS.fit()`.
///
/// # Errors
/// [`StatsError::TooFew`] without a row to spare, [`StatsError::Singular`] where a column follows
/// from the others.
pub fn ordinary(moments: &Comoments) -> Result<Fit> {
    let solved = solve(moments)?;
    let df = spare(&solved)?;
    let covariance = bread(&solved) * (solved.residual / df);
    Fit::about_means(&solved, &covariance, Reference::StudentT(df))
}

/// Rows less coefficients, intercept included.
pub(super) fn spare(solved: &Solved) -> Result<f64> {
    let k = solved.regressors() as u64 + 1;
    if solved.n > k {
        Ok((solved.n - k) as f64)
    } else {
        Err(StatsError::TooFew {
            which: "the regression".into(),
            n: solved.n,
            needed: k + 1,
        })
    }
}

/// Inverse of the cross-products, intercept about the means included.
pub(super) fn bread(solved: &Solved) -> DMatrix<f64> {
    let k = solved.regressors();
    let mut all = DMatrix::zeros(k + 1, k + 1);
    all[(0, 0)] = 1.0 / solved.n as f64;
    all.view_mut((1, 1), (k, k)).copy_from(&solved.bread);
    all
}
