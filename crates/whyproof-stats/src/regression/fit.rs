//! A fitted model: coefficients, their covariance, and tests of them.

use nalgebra::{DMatrix, DVector};

use super::solve::{Solved, inverse};
use crate::dist::{Distribution, FisherF};
use crate::effect::on_ratio;
use crate::{Alternative, Estimate, Level, Reference, Result, StatsError};

/// A fitted linear model. Coefficient 0 is the intercept, unless means were absorbed; the others
/// follow in the order of the columns, in units of outcome per unit of the column.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    coefficients: DVector<f64>,
    covariance: DMatrix<f64>,
    reference: Reference,
    n: u64,
    /// Σe².
    residual: f64,
}

/// A test that several combinations of coefficients are zero at once (Wald's, as F).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    /// Wald's statistic over the number of combinations.
    pub f: f64,
    /// Degrees of freedom above and below.
    pub df: (f64, f64),
    /// P(F > `f`) where all are zero.
    pub p: f64,
}

impl Fit {
    /// From the covariance of (intercept about the means, slopes), which is simplest to compute.
    pub(super) fn about_means(
        solved: &Solved,
        covariance: &DMatrix<f64>,
        reference: Reference,
    ) -> Result<Self> {
        let k = solved.regressors() + 1;
        // Intercept = mean of the outcome − means · slopes.
        let mut turn = DMatrix::identity(k, k);
        let mut coefficients = DVector::zeros(k);
        coefficients[0] = solved.outcome_mean - solved.means.dot(&solved.slopes);
        for i in 1..k {
            turn[(0, i)] = -solved.means[i - 1];
            coefficients[i] = solved.slopes[i - 1];
        }
        let covariance = &turn * covariance * turn.transpose();
        Self::new(
            coefficients,
            covariance,
            reference,
            solved.n,
            solved.residual,
        )
    }

    pub(super) fn new(
        coefficients: DVector<f64>,
        covariance: DMatrix<f64>,
        reference: Reference,
        n: u64,
        residual: f64,
    ) -> Result<Self> {
        let all = coefficients.iter().chain(covariance.iter());
        if all.into_iter().any(|x| !x.is_finite()) {
            return Err(StatsError::not_finite("a coefficient"));
        }
        // After a perfect fit the errors are rounding; zero makes every test of it say so.
        let covariance = if residual > 0.0 {
            covariance
        } else {
            covariance * 0.0
        };
        Ok(Self {
            coefficients,
            covariance,
            reference,
            n,
            residual,
        })
    }

    /// How many coefficients there are.
    pub fn len(&self) -> usize {
        self.coefficients.len()
    }

    /// Whether there is no coefficient.
    pub fn is_empty(&self) -> bool {
        self.coefficients.is_empty()
    }

    /// Rows that the model was fitted to.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Sum of the squared residuals.
    pub fn residual_sum_of_squares(&self) -> f64 {
        self.residual
    }

    /// The coefficients.
    pub fn coefficients(&self) -> &[f64] {
        self.coefficients.as_slice()
    }

    /// Covariance of coefficients `i` and `j`; zero where there is none.
    pub fn covariance(&self, i: usize, j: usize) -> f64 {
        self.covariance.get((i, j)).copied().unwrap_or(0.0)
    }

    /// Coefficient `i` with its interval, tested against zero.
    ///
    /// # Errors
    /// [`StatsError::Mismatch`] where there is none, [`StatsError::NoVariance`] after a perfect fit.
    pub fn estimate(&self, i: usize, level: Level, alternative: Alternative) -> Result<Estimate> {
        let mut weights = vec![0.0; self.len()];
        if let Some(weight) = weights.get_mut(i) {
            *weight = 1.0;
        } else {
            return Err(StatsError::Mismatch {
                what: "coefficient asked for, of how many".into(),
                left: i,
                right: self.len(),
            });
        }
        self.contrast(&weights, level, alternative)
    }

    /// Σ weight × coefficient with its interval, tested against zero.
    ///
    /// # Errors
    /// [`StatsError::Mismatch`] in lengths, [`StatsError::NoVariance`] after a perfect fit.
    pub fn contrast(
        &self,
        weights: &[f64],
        level: Level,
        alternative: Alternative,
    ) -> Result<Estimate> {
        self.same_length(weights)?;
        let weights = DVector::from_column_slice(weights);
        let value = weights.dot(&self.coefficients);
        let variance = weights.dot(&(&self.covariance * &weights));
        let error = variance.max(0.0).sqrt();
        Estimate::wald(value, error, 0.0, self.reference, level, alternative)
    }

    /// Σ `other` × coefficient over Σ `base` × coefficient, less 1, with its interval: delta method
    /// on the logarithm, as tea-tasting has it; test and standard error are the logarithm's.
    ///
    /// # Errors
    /// As [`Fit::contrast`], and [`StatsError::NotPositive`] where one of the two is not above zero.
    pub fn relative(
        &self,
        base: &[f64],
        other: &[f64],
        level: Level,
        alternative: Alternative,
    ) -> Result<Estimate> {
        self.same_length(base)?;
        self.same_length(other)?;
        let of = |weights: &[f64]| DVector::from_column_slice(weights).dot(&self.coefficients);
        let (below, above) = (of(base), of(other));
        positive(below, "the control")?;
        positive(above, "the treatment")?;
        let gradient = other.iter().zip(base).map(|(o, b)| o / above - b / below);
        let gradient = DVector::from_iterator(self.len(), gradient);
        let variance = gradient.dot(&(&self.covariance * &gradient)).max(0.0);
        log_ratio(above / below, variance, self.reference, level, alternative)
    }

    /// Whether all of these combinations of coefficients are zero at once.
    ///
    /// # Errors
    /// [`StatsError::Mismatch`] in lengths, [`StatsError::Singular`] where one follows from others.
    pub fn joint(&self, combinations: &[Vec<f64>]) -> Result<Joint> {
        for weights in combinations {
            self.same_length(weights)?;
        }
        let count = combinations.len();
        let rows = DMatrix::from_fn(count, self.len(), |i, j| {
            combinations
                .get(i)
                .and_then(|w| w.get(j))
                .copied()
                .unwrap_or(0.0)
        });
        let values = &rows * &self.coefficients;
        let spread = &rows * &self.covariance * rows.transpose();
        let inverse = inverse(&spread, "the combinations of coefficients tested together")?;
        let f = values.dot(&(inverse * &values)) / count as f64;
        let above = count as f64;
        // A χ² over its degrees of freedom is F with no end of them below.
        let below = self.reference.df().unwrap_or(1e12);
        Ok(Joint {
            f,
            df: (above, below),
            p: FisherF::new(above, below)?.sf(f),
        })
    }

    fn same_length(&self, weights: &[f64]) -> Result<()> {
        if weights.len() == self.len() {
            return Ok(());
        }
        Err(StatsError::Mismatch {
            what: "weights and coefficients".into(),
            left: weights.len(),
            right: self.len(),
        })
    }
}

/// `value`, if a relative effect can be taken of it.
pub(crate) fn positive(value: f64, which: &str) -> Result<f64> {
    if value > 0.0 {
        return Ok(value);
    }
    Err(StatsError::NotPositive {
        which: which.into(),
        value,
    })
}

/// A ratio less 1, from the variance of its logarithm.
pub(crate) fn log_ratio(
    ratio: f64,
    variance: f64,
    reference: Reference,
    level: Level,
    alternative: Alternative,
) -> Result<Estimate> {
    let log = Estimate::wald(
        ratio.ln(),
        variance.sqrt(),
        0.0,
        reference,
        level,
        alternative,
    )?;
    on_ratio(log, ratio)
}
