//! Errors that units of one cluster share.

use nalgebra::{DMatrix, DVector};

use super::fit::Fit;
use super::ordinary::bread;
use super::solve::{Solved, products, solve};
use crate::moments::Comoments;
use crate::{Reference, Result, StatsError};

/// What is done about few clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Correction {
    /// Nothing (CR0; statsmodels with `use_correction=False`).
    None,
    /// × G/(G − 1) × (n − 1)/(n − k) (CR1), the default of Stata and statsmodels.
    #[default]
    Stata,
}

impl Correction {
    /// The factor for `g` clusters, `n` rows and `k` coefficients.
    pub(super) fn factor(self, g: u64, n: u64, k: u64) -> Result<f64> {
        if g < 2 {
            return Err(StatsError::TooFew {
                which: "the list of clusters".into(),
                n: g,
                needed: 2,
            });
        }
        if n <= k {
            return Err(StatsError::TooFew {
                which: "the regression".into(),
                n,
                needed: k + 1,
            });
        }
        Ok(match self {
            Self::None => 1.0,
            Self::Stata => g as f64 / (g - 1) as f64 * ((n - 1) as f64 / (n - k) as f64),
        })
    }
}

/// Least squares of column 0 on an intercept and the other columns, with errors clustered: one
/// element of `clusters` each. Compared with t of G − 1 degrees of freedom.
///
/// Source: Liang & Zeger, *Longitudinal data analysis using generalized linear models*, 1986;
/// Cameron & Miller, *A practitioner's guide to cluster-robust inference*, 2015, which also says
/// why fewer than about 40 clusters, or very uneven ones, make such intervals too narrow.
///
/// # Errors
/// [`StatsError::TooFew`] with fewer than two clusters or no row to spare,
/// [`StatsError::Singular`] where a column follows from the others, [`StatsError::Mismatch`] where
/// clusters have different columns.
pub fn clustered(clusters: &[Comoments], correction: Correction) -> Result<Fit> {
    let width = clusters.first().map_or(1, Comoments::columns);
    let mut total = Comoments::empty(width);
    for cluster in clusters {
        total = total.merge(cluster)?;
    }
    let g = clusters.iter().filter(|cluster| cluster.n() > 0).count() as u64;
    let factor = correction.factor(g, total.n(), width as u64)?;
    let solved = solve(&total)?;
    let mut meat = DMatrix::zeros(width, width);
    for cluster in clusters.iter().filter(|cluster| cluster.n() > 0) {
        let score = score(&solved, cluster);
        meat += &score * score.transpose();
    }
    let bread = bread(&solved);
    let covariance = &bread * meat * &bread * factor;
    Fit::about_means(&solved, &covariance, Reference::StudentT((g - 1) as f64))
}

/// Σ row × residual over a cluster, about the grand means.
fn score(solved: &Solved, cluster: &Comoments) -> DVector<f64> {
    let n = cluster.n() as f64;
    let (xx, xy) = products(cluster);
    let away = DVector::from_fn(xy.len(), |i, _| cluster.mean(i + 1) - solved.means[i]);
    let residual = (cluster.mean(0) - solved.outcome_mean) - away.dot(&solved.slopes);
    let within = xy - xx * &solved.slopes;
    let slopes = within + away * (n * residual);
    let all: Vec<f64> = std::iter::once(n * residual)
        .chain(slopes.iter().copied())
        .collect();
    DVector::from_vec(all)
}
