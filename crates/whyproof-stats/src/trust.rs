//! Whether the numbers can be trusted, before they are believed.

mod assignment;
mod missing;
mod outliers;
mod same;

pub use assignment::{MISMATCH, SampleRatio, SplitTest, sample_ratio};
pub use missing::{MissingRates, missing_bounds, missing_rates};
pub use outliers::{Influence, influence, skewness_needs};
pub(crate) use same::clopper_pearson;
pub use same::{SameCheck, same_check};

#[cfg(test)]
mod tests;

/// The exact binomial test, for tests of other modules.
#[cfg(test)]
pub(crate) fn exact(k: u64, n: u64, p: f64) -> f64 {
    assignment::exact_binomial(k, n, p).unwrap()
}
