//! The normal equations about the grand means.

use nalgebra::{DMatrix, DVector};

use crate::error::finite;
use crate::moments::Comoments;
use crate::{Result, StatsError};

/// A regressor that the others determine to more than this share is taken as determined.
const DETERMINED: f64 = 1e-11;

/// What the normal equations give, before any errors.
pub(super) struct Solved {
    pub(super) n: u64,
    /// Means of the regressors.
    pub(super) means: DVector<f64>,
    pub(super) outcome_mean: f64,
    /// One coefficient a regressor; the intercept follows from the means.
    pub(super) slopes: DVector<f64>,
    /// Inverse of the centred cross-products of the regressors.
    pub(super) bread: DMatrix<f64>,
    /// Σe².
    pub(super) residual: f64,
}

impl Solved {
    pub(super) fn regressors(&self) -> usize {
        self.slopes.len()
    }
}

/// Refuses a column whose mean is rounded by more than a thousandth of its standard error: values of
/// 10¹⁵ that differ by units. What is computed from such means would be wrong, however carefully.
pub(crate) fn resolved(moments: &Comoments, column: usize, which: &str) -> Result<()> {
    let n = moments.n() as f64;
    let error = (moments.product(column, column) / (n * n)).sqrt();
    let rounding = f64::EPSILON * moments.mean(column).abs();
    if error > 0.0 && rounding > 1e-3 * error {
        return Err(StatsError::Unusable {
            what: which.into(),
            why: "its values are so far from zero, against what they differ by, that their mean \
                  is rounded: subtract a constant from all of them first"
                .into(),
        });
    }
    Ok(())
}

/// Centred cross-products of the regressors (columns 1…) and with the outcome (column 0).
pub(super) fn products(moments: &Comoments) -> (DMatrix<f64>, DVector<f64>) {
    let k = moments.columns().saturating_sub(1);
    (
        DMatrix::from_fn(k, k, |i, j| moments.product(i + 1, j + 1)),
        DVector::from_fn(k, |i, _| moments.product(i + 1, 0)),
    )
}

/// Least squares of column 0 on an intercept and the others.
pub(super) fn solve(total: &Comoments) -> Result<Solved> {
    for column in 0..total.columns() {
        resolved(
            total,
            column,
            if column == 0 {
                "the metric"
            } else {
                "a regressor"
            },
        )?;
    }
    let (xx, xy) = products(total);
    let bread = inverse(&xx, "the regressors")?;
    let slopes = refined(&xx, &xy, &bread);
    let yy = total.product(0, 0);
    // The form that is a sum of squares in exact arithmetic, so that little is lost near a perfect fit.
    let residual = yy - 2.0 * slopes.dot(&xy) + slopes.dot(&(&xx * &slopes));
    finite(residual, "the residual sum of squares")?;
    Ok(Solved {
        n: total.n(),
        means: DVector::from_fn(xy.len(), |i, _| total.mean(i + 1)),
        outcome_mean: total.mean(0),
        slopes,
        bread,
        // What is left of rounding is no variance.
        residual: if residual <= 1e-14 * yy {
            0.0
        } else {
            residual
        },
    })
}

/// One step of iterative refinement costs nothing here and gives back a digit or two.
fn refined(xx: &DMatrix<f64>, xy: &DVector<f64>, inverse: &DMatrix<f64>) -> DVector<f64> {
    let first = inverse * xy;
    let lack = xy - xx * &first;
    first + inverse * lack
}

/// Inverse of a symmetric positive definite matrix.
///
/// # Errors
/// [`StatsError::Singular`] where a column is constant or follows from the others.
pub(super) fn inverse(matrix: &DMatrix<f64>, what: &str) -> Result<DMatrix<f64>> {
    factored(matrix, what).map(|(inverse, _)| inverse)
}

/// The inverse, and the logarithm of the determinant.
///
/// # Errors
/// As [`inverse`].
pub(super) fn factored(matrix: &DMatrix<f64>, what: &str) -> Result<(DMatrix<f64>, f64)> {
    let singular = || StatsError::Singular { what: what.into() };
    if matrix.iter().any(|x| !x.is_finite()) {
        return Err(StatsError::not_finite(what));
    }
    // On the scale of correlations the pivots say how much of a column is its own.
    let scale: Vec<f64> = matrix.diagonal().iter().map(|d| d.sqrt()).collect();
    if scale.iter().any(|&s| s.is_nan() || s <= 0.0) {
        return Err(singular());
    }
    let k = matrix.nrows();
    let scaled = DMatrix::from_fn(k, k, |i, j| matrix[(i, j)] / scale[i] / scale[j]);
    let factor = scaled.cholesky().ok_or_else(singular)?;
    let pivots = factor.l_dirty().diagonal();
    if pivots.iter().any(|p| p * p < DETERMINED) {
        return Err(singular());
    }
    let logs = pivots.iter().chain(&scale).map(|x| 2.0 * x.ln()).sum();
    let inverse = factor.inverse();
    let inverse = DMatrix::from_fn(k, k, |i, j| inverse[(i, j)] / scale[i] / scale[j]);
    Ok((inverse, logs))
}

/// Solves `matrix` · x = `right` for a symmetric positive definite `matrix`, given by rows.
///
/// # Errors
/// [`StatsError::Singular`] as [`inverse`].
pub(crate) fn solve_positive(matrix: &[Vec<f64>], right: &[f64], what: &str) -> Result<Vec<f64>> {
    let k = right.len();
    let matrix = DMatrix::from_fn(k, k, |i, j| {
        matrix
            .get(i)
            .and_then(|row| row.get(j))
            .copied()
            .unwrap_or(0.0)
    });
    let right = DVector::from_column_slice(right);
    let inverse = inverse(&matrix, what)?;
    Ok(refined(&matrix, &right, &inverse).iter().copied().collect())
}
