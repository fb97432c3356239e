//! Several columns with their co-moments.

use super::{Moments, Sum};
use crate::error::finite;
use crate::{Result, StatsError};

/// Count, means and centred sums of squares and products of k columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Comoments {
    n: u64,
    means: Vec<f64>,
    /// Σ(x − mean)(y − mean), the whole k × k matrix by rows.
    products: Vec<f64>,
}

impl Comoments {
    /// No rows of `k` columns.
    pub fn empty(k: usize) -> Self {
        Self {
            n: 0,
            means: vec![0.0; k],
            products: vec![0.0; k * k],
        }
    }

    /// From `n`, the means, and Σ(x − mean)(y − mean) as a k × k matrix by rows.
    ///
    /// # Errors
    /// [`StatsError::Empty`], [`StatsError::NotFinite`], [`StatsError::Mismatch`] in the sizes, or
    /// [`StatsError::OutOfRange`] where a sum of squares is below zero.
    pub fn from_centred(n: u64, means: Vec<f64>, products: Vec<f64>) -> Result<Self> {
        if n == 0 {
            return Err(StatsError::Empty {
                which: "the variant".into(),
            });
        }
        let k = means.len();
        if products.len() != k * k {
            let what = "entries of the matrix of products".into();
            return Err(StatsError::Mismatch {
                what,
                left: products.len(),
                right: k * k,
            });
        }
        for &mean in &means {
            finite(mean, "a mean")?;
        }
        for &product in &products {
            finite(product, "a sum of products")?;
        }
        let new = Self { n, means, products };
        for i in 0..k {
            if new.product(i, i) < 0.0 {
                let what = "a centred sum of squares";
                return Err(StatsError::out_of_range(
                    what,
                    new.product(i, i),
                    "zero or more",
                ));
            }
        }
        Ok(new)
    }

    /// From `n`, Σx of each column, and Σxy as a k × k matrix by rows.
    ///
    /// # Errors
    /// As [`Comoments::from_centred`], and [`StatsError::Cancelled`] as [`Moments::from_sums`].
    pub fn from_sums(n: u64, sums: &[f64], sums_of_products: &[f64]) -> Result<Self> {
        let k = sums.len();
        if sums_of_products.len() != k * k {
            let what = "entries of the matrix of products".into();
            return Err(StatsError::Mismatch {
                what,
                left: sums_of_products.len(),
                right: k * k,
            });
        }
        let raw = |i: usize, j: usize| sums_of_products.get(i * k + j).copied().unwrap_or(0.0);
        let columns = sums.iter().enumerate();
        let columns = columns.map(|(i, sum)| Moments::from_sums(n, *sum, raw(i, i)));
        let columns = columns.collect::<Result<Vec<Moments>>>()?;
        let mut products = Vec::with_capacity(k * k);
        for (i, column) in columns.iter().enumerate() {
            for (j, sum) in sums.iter().enumerate() {
                let centred = (-column.mean()).mul_add(*sum, raw(i, j));
                products.push(if i == j { column.m2() } else { centred });
            }
        }
        Self::from_centred(n, columns.iter().map(Moments::mean).collect(), products)
    }

    /// From columns of equal length, in two passes.
    ///
    /// # Errors
    /// [`StatsError::Empty`], [`StatsError::NotFinite`], or [`StatsError::Mismatch`] in lengths.
    pub fn from_columns(columns: &[&[f64]]) -> Result<Self> {
        let n = columns.first().map_or(0, |c| c.len());
        let mut means = Vec::with_capacity(columns.len());
        let mut centred: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
        for column in columns {
            if column.len() != n {
                let what = "rows of the columns".into();
                return Err(StatsError::Mismatch {
                    what,
                    left: column.len(),
                    right: n,
                });
            }
            // The mean is rounded; what it lacks is taken off the deviations.
            let mean = Moments::from_values(column)?.mean();
            let lack = column.iter().map(|x| x - mean).collect::<Sum>().value() / n.max(1) as f64;
            means.push(mean);
            centred.push(column.iter().map(|x| (x - mean) - lack).collect());
        }
        let mut products = Vec::with_capacity(columns.len() * columns.len());
        for left in &centred {
            for right in &centred {
                let terms = left.iter().zip(right).map(|(x, y)| x * y);
                products.push(terms.collect::<Sum>().value());
            }
        }
        Self::from_centred(n as u64, means, products)
    }

    /// Both together, as if measured in one.
    ///
    /// # Errors
    /// [`StatsError::Mismatch`] where they have different numbers of columns.
    pub fn merge(&self, other: &Self) -> Result<Self> {
        let k = self.columns();
        if other.columns() != k {
            let what = "columns".into();
            return Err(StatsError::Mismatch {
                what,
                left: k,
                right: other.columns(),
            });
        }
        if self.n == 0 {
            return Ok(other.clone());
        }
        if other.n == 0 {
            return Ok(self.clone());
        }
        let n = self.n.saturating_add(other.n);
        let share = other.n as f64 / n as f64;
        let weight = self.n as f64 * share;
        let differences: Vec<f64> = self
            .means
            .iter()
            .zip(&other.means)
            .map(|(a, b)| b - a)
            .collect();
        let means = self
            .means
            .iter()
            .zip(&differences)
            .map(|(m, d)| m + d * share)
            .collect();
        let pairs = differences
            .iter()
            .flat_map(|d| differences.iter().map(move |e| d * e));
        let products = self.products.iter().zip(&other.products).zip(pairs);
        let products = products.map(|((a, b), de)| a + b + de * weight).collect();
        Ok(Self { n, means, products })
    }

    /// Number of rows.
    pub fn n(&self) -> u64 {
        self.n
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.means.len()
    }

    /// Mean of column `i`; zero where there is none.
    pub fn mean(&self, i: usize) -> f64 {
        self.means.get(i).copied().unwrap_or(0.0)
    }

    /// All means.
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// Σ(x − mean)(y − mean) of columns `i` and `j`; zero where there is none.
    pub fn product(&self, i: usize, j: usize) -> f64 {
        if j >= self.columns() {
            return 0.0;
        }
        self.products
            .get(i * self.columns() + j)
            .copied()
            .unwrap_or(0.0)
    }

    /// Sample covariance of columns `i` and `j`, divisor n − 1.
    ///
    /// # Errors
    /// [`StatsError::TooFew`] with fewer than two rows.
    pub fn covariance(&self, i: usize, j: usize) -> Result<f64> {
        if self.n < 2 {
            return Err(StatsError::TooFew {
                which: "the variant".into(),
                n: self.n,
                needed: 2,
            });
        }
        Ok(self.product(i, j) / (self.n - 1) as f64)
    }

    /// Column `i` alone.
    ///
    /// # Errors
    /// [`StatsError::Mismatch`] where there is no such column, [`StatsError::Empty`] without rows.
    pub fn column(&self, i: usize) -> Result<Moments> {
        if i >= self.columns() {
            let what = "column asked for, of how many".into();
            return Err(StatsError::Mismatch {
                what,
                left: i,
                right: self.columns(),
            });
        }
        Moments::from_centred(self.n, self.mean(i), self.product(i, i))
    }
}
