//! CUPED: what covariates from before the split explain is taken off the metric.

use crate::moments::{Comoments, Moments};
use crate::regression::{resolved, solve_positive};
use crate::{Result, StatsError};

/// A column, or the ratio of two columns' sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Index of the column (above, in a ratio).
    pub column: usize,
    /// Index of the column below.
    pub over: Option<usize>,
}

impl Term {
    /// The mean of a column.
    pub fn mean(column: usize) -> Self {
        Self { column, over: None }
    }

    /// The sum of a column over the sum of another: a metric whose unit is finer than the split's.
    pub fn ratio(column: usize, over: usize) -> Self {
        let over = Some(over);
        Self { column, over }
    }

    fn value(self, moments: &Comoments) -> Result<f64> {
        match self.over {
            None => Ok(moments.mean(self.column)),
            Some(over) => Ok(moments.mean(self.column) / denominator(moments, over)?),
        }
    }

    /// Derivative by each column's mean, which makes a ratio linear (delta method).
    fn gradient(self, moments: &Comoments) -> Result<Vec<(usize, f64)>> {
        let Some(over) = self.over else {
            return Ok(vec![(self.column, 1.0)]);
        };
        let below = denominator(moments, over)?;
        let ratio = moments.mean(self.column) / below;
        Ok(vec![(self.column, 1.0 / below), (over, -ratio / below)])
    }

    fn within(self, columns: usize) -> Result<()> {
        let last = self.over.map_or(self.column, |over| over.max(self.column));
        if last < columns {
            return Ok(());
        }
        Err(StatsError::Mismatch {
            what: "column asked for, of how many".into(),
            left: last,
            right: columns,
        })
    }
}

fn denominator(moments: &Comoments, column: usize) -> Result<f64> {
    let mean = moments.mean(column);
    if mean == 0.0 {
        return Err(StatsError::Unusable {
            what: "a ratio".into(),
            why: "what it is divided by sums to zero: filter such rows or choose another column"
                .into(),
        });
    }
    Ok(mean)
}

/// Over which rows θ is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Slope {
    /// All variants together (Deng et al.; tea-tasting, gbstats).
    #[default]
    Total,
    /// Within variants, pooled (analysis of covariance).
    Within,
}

/// The adjusted variants.
#[derive(Debug, Clone, PartialEq)]
pub struct Cuped {
    /// One coefficient a covariate, in units of metric per unit of covariate.
    pub theta: Vec<f64>,
    /// Adjusted n, mean and variance, in the order of the variants that were handed in.
    pub variants: Vec<Moments>,
    /// Share of the variance within variants that is gone: 0.3 saves 30 % of the people. Below
    /// zero where the covariates made things worse.
    pub removed: f64,
}

/// Takes off the metric what `covariates` explain. Each element of `variants` is one variant; the
/// terms say which of its columns are the metric and the covariates, means or ratios alike.
///
/// A covariate must be measured before the split, else it takes part of the effect away. One that
/// is the same for everybody gets θ = 0.
///
/// Source: Deng, Xu, Kohavi & Walker, *Improving the sensitivity of online controlled experiments
/// by utilizing pre-experiment data*, 2013 (ratios: their appendix B, by the delta method).
///
/// # Errors
/// [`StatsError::Empty`] or [`StatsError::TooFew`] of a variant, [`StatsError::Singular`] where one
/// covariate follows from the others, [`StatsError::Mismatch`] where there is no such column,
/// [`StatsError::Unusable`] where a ratio divides by zero.
pub fn cuped(
    variants: &[Comoments],
    metric: Term,
    covariates: &[Term],
    slope: Slope,
) -> Result<Cuped> {
    let columns = variants.first().map_or(0, Comoments::columns);
    for term in covariates.iter().chain([&metric]) {
        term.within(columns)?;
    }
    let mut total = Comoments::empty(columns);
    for (place, variant) in variants.iter().enumerate() {
        enough(variant, place)?;
        total = total.merge(variant)?;
    }
    for column in 0..columns {
        resolved(&total, column, &format!("column {column} (the first is 0)"))?;
    }
    let theta = match slope {
        Slope::Total => theta(&[total.clone()], metric, covariates)?,
        Slope::Within => theta(variants, metric, covariates)?,
    };
    let (mut adjusted, mut before, mut after) = (Vec::new(), 0.0, 0.0);
    for variant in variants {
        let moments = adjust(variant, &total, metric, covariates, &theta)?;
        before += form(
            variant,
            &metric.gradient(variant)?,
            &metric.gradient(variant)?,
        );
        after += moments.m2();
        adjusted.push(moments);
    }
    let removed = if before > 0.0 {
        1.0 - after / before
    } else {
        0.0
    };
    Ok(Cuped {
        theta,
        variants: adjusted,
        removed,
    })
}

fn enough(variant: &Comoments, place: usize) -> Result<()> {
    let which = if place == 0 {
        "the control".into()
    } else {
        format!("variant {place}")
    };
    match variant.n() {
        0 => Err(StatsError::Empty { which }),
        1 => Err(StatsError::TooFew {
            which,
            n: 1,
            needed: 2,
        }),
        _ => Ok(()),
    }
}

/// Σ over columns of left × right × their centred sum of products.
fn form(moments: &Comoments, left: &[(usize, f64)], right: &[(usize, f64)]) -> f64 {
    let pairs = left.iter().flat_map(|l| right.iter().map(move |r| (l, r)));
    pairs
        .map(|((i, a), (j, b))| a * b * moments.product(*i, *j))
        .sum()
}

/// Least squares of the metric on the covariates, over `parts`, each about its own means.
fn theta(parts: &[Comoments], metric: Term, covariates: &[Term]) -> Result<Vec<f64>> {
    let k = covariates.len();
    let (mut xx, mut xy) = (vec![vec![0.0; k]; k], vec![0.0; k]);
    for part in parts {
        let y = metric.gradient(part)?;
        let xs: Vec<_> = covariates
            .iter()
            .map(|c| c.gradient(part))
            .collect::<Result<_>>()?;
        for ((left, row), with_y) in xs.iter().zip(&mut xx).zip(&mut xy) {
            *with_y += form(part, left, &y);
            for (right, entry) in xs.iter().zip(row.iter_mut()) {
                *entry += form(part, left, right);
            }
        }
    }
    // What does not vary explains nothing; the others are solved for.
    let varying: Vec<usize> = (0..k).filter(|&i| xx[i][i] > 0.0).collect();
    let matrix: Vec<Vec<f64>> = varying
        .iter()
        .map(|&i| varying.iter().map(|&j| xx[i][j]).collect())
        .collect();
    let right: Vec<f64> = varying.iter().map(|&i| xy[i]).collect();
    let mut theta = vec![0.0; k];
    for (&place, value) in varying
        .iter()
        .zip(solve_positive(&matrix, &right, "the covariates")?)
    {
        theta[place] = value;
    }
    Ok(theta)
}

fn adjust(
    variant: &Comoments,
    total: &Comoments,
    metric: Term,
    covariates: &[Term],
    theta: &[f64],
) -> Result<Moments> {
    let mut value = metric.value(variant)?;
    let mut gradient = metric.gradient(variant)?;
    let unadjusted = form(variant, &gradient, &gradient);
    for (covariate, slope) in covariates.iter().zip(theta) {
        value -= slope * (covariate.value(variant)? - covariate.value(total)?);
        let steps = covariate.gradient(variant)?;
        gradient.extend(
            steps
                .into_iter()
                .map(|(column, step)| (column, -slope * step)),
        );
    }
    let squares = form(variant, &gradient, &gradient);
    // A covariate that explains all leaves rounding, which is no variance.
    let squares = if squares <= 1e-14 * unadjusted {
        0.0
    } else {
        squares
    };
    Moments::from_centred(variant.n(), value, squares)
}
