//! A mean of its own for every group, absorbed.

use std::collections::BTreeMap;

use nalgebra::{DMatrix, DVector};

use super::clustered::Correction;
use super::fit::Fit;
use super::solve::{products, solve};
use crate::moments::Comoments;
use crate::{Reference, Result, StatsError};

/// One group whose mean is absorbed, with the cluster that it lies in.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Groups of one cluster share their errors. Where groups are the clusters, a number each.
    pub cluster: u64,
    /// Outcome (column 0) and regressors of its rows.
    pub moments: Comoments,
}

/// Which errors a model with absorbed means is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupErrors {
    /// One variance for all, t with n − k.
    Classical,
    /// Clustered, t with G − 1.
    Clustered(Correction),
}

/// Least squares of column 0 on the other columns and a mean for every group, by demeaning
/// (Frisch & Waugh 1933). The coefficients are those of the columns; there is no intercept.
///
/// As statsmodels with a dummy per group: the absorbed means count as coefficients.
///
/// # Errors
/// [`StatsError::Singular`] where a column does not vary within groups or follows from others,
/// [`StatsError::TooFew`] with fewer than two clusters or no row to spare,
/// [`StatsError::Mismatch`] where groups have different columns.
pub fn fixed_effects(groups: &[Group], errors: GroupErrors) -> Result<Fit> {
    let within = within(groups)?;
    let used = groups.iter().filter(|group| group.moments.n() > 0).count() as u64;
    let solved = solve(&within)?;
    let n = within.n();
    let k = used + solved.regressors() as u64;
    let mut scores: BTreeMap<u64, DVector<f64>> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.moments.n() > 0) {
        let (xx, xy) = products(&group.moments);
        let score = xy - xx * &solved.slopes;
        scores
            .entry(group.cluster)
            .and_modify(|sum| *sum += &score)
            .or_insert(score);
    }
    let (covariance, df) = match errors {
        GroupErrors::Classical => {
            if n <= k {
                return Err(StatsError::TooFew {
                    which: "the regression".into(),
                    n,
                    needed: k + 1,
                });
            }
            let df = (n - k) as f64;
            (&solved.bread * (solved.residual / df), df)
        }
        GroupErrors::Clustered(correction) => {
            let g = scores.len() as u64;
            let factor = correction.factor(g, n, k)?;
            let mut meat = DMatrix::zeros(solved.regressors(), solved.regressors());
            for score in scores.values() {
                meat += score * score.transpose();
            }
            (
                &solved.bread * meat * &solved.bread * factor,
                (g - 1) as f64,
            )
        }
    };
    Fit::new(
        solved.slopes,
        covariance,
        Reference::StudentT(df),
        n,
        solved.residual,
    )
}

/// All groups as one, each about its own means.
fn within(groups: &[Group]) -> Result<Comoments> {
    let width = groups.first().map_or(1, |group| group.moments.columns());
    let (mut n, mut sums) = (0, vec![crate::moments::Sum::new(); width * width]);
    for group in groups {
        if group.moments.columns() != width {
            return Err(StatsError::Mismatch {
                what: "columns".into(),
                left: width,
                right: group.moments.columns(),
            });
        }
        n += group.moments.n();
        for (place, sum) in sums.iter_mut().enumerate() {
            sum.add(group.moments.product(place / width, place % width));
        }
    }
    let products = sums.into_iter().map(|sum| sum.value()).collect();
    Comoments::from_centred(n, vec![0.0; width], products)
}
