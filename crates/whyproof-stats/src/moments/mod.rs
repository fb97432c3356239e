//! Sufficient statistics: counts, means and centred sums of squares and products.
//!
//! Centred, because Σx² − (Σx)²/n loses the variance of values far from zero. Merged by the
//! pairwise formulas of Chan, Golub & LeVeque (*Updating formulae and a pairwise algorithm for
//! computing sample variances*, 1979); sums are Neumaier's.

mod columns;
mod grouped;
mod sum;
mod univariate;

#[cfg(test)]
mod tests;

pub use columns::Comoments;
pub use grouped::Grouped;
pub use sum::Sum;
pub use univariate::Moments;
