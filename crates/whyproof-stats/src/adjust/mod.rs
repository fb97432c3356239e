//! Less variance from what is known before the split: CUPED, strata.
//!
//! [`cuped`] gives back adjusted [`Moments`](crate::moments::Moments), a variant each, so that every
//! method for means (Welch, Bayes, sequential) works on them unchanged.
//!
//! Convention: θ is the slope over all variants together, as tea-tasting and gbstats have it
//! ([`Slope::Total`]). The slope within variants ([`Slope::Within`], analysis of covariance) differs
//! by what the variants' means of the covariate differ, which a random split makes vanish.

mod cuped;
mod strata;

#[cfg(test)]
mod tests;

pub use cuped::{Cuped, Slope, Term, cuped};
pub use strata::{Stratified, Stratum, Weights, stratified};
