//! Distribution functions, accurate in the tails and at large parameters.
//!
//! The error function is `libm`'s. The incomplete beta and gamma functions are here, not a
//! library's: those on offer under our licences lose digits or stop early at the hundred thousands
//! of degrees of freedom that experiments have (tests hold these to 50-digit values by mpmath).
//!
//! `x` may be infinite. NaN for `x` gives NaN: callers look at their data first.

mod discrete;
mod noncentral;
mod normal;
mod root;
mod special;
mod student;
mod tailed;

#[cfg(test)]
mod tests;

pub use discrete::{Binomial, Hypergeometric, Poisson};
pub use noncentral::NoncentralT;
pub use normal::Normal;
pub use special::{beta_tails, gamma_tails};
pub use student::StudentT;
pub use tailed::{Beta, ChiSquare, FisherF, Gamma};

/// A continuous distribution.
pub trait Distribution {
    /// Density at `x`.
    fn pdf(&self, x: f64) -> f64;
    /// P(X ≤ `x`).
    fn cdf(&self, x: f64) -> f64;
    /// P(X > `x`), accurate where [`Distribution::cdf`] is near 1.
    fn sf(&self, x: f64) -> f64;
    /// The `x` with P(X ≤ `x`) = `p`; `p` is clamped to 0..=1.
    fn quantile(&self, p: f64) -> f64;
    /// The `x` with P(X > `x`) = `p`; `p` is clamped to 0..=1.
    fn upper_quantile(&self, p: f64) -> f64;
}
