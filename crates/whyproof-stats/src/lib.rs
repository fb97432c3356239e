//! Statistics of experiments: effects with intervals from sufficient statistics, planning, trust.
//!
//! Pure and deterministic: no files, no clock, no global state, and no randomness but from a seed
//! that is handed in. A public function returns numbers or a [`StatsError`] in words, never NaN.
//!
//! Every function names its source. Where libraries differ in a convention, the convention is a
//! named value of an option and its doc comment says which library does what.

pub mod adjust;
pub mod bayes;
pub mod cluster;
pub mod counts;
mod direction;
pub mod dist;
pub mod effect;
mod error;
mod estimate;
pub mod forecast;
pub mod guardrail;
pub mod means;
pub mod moments;
pub mod multiple;
mod numeric;
pub mod plan;
pub mod proportions;
pub mod quantiles;
pub mod ranks;
pub mod ratios;
pub mod regression;
pub mod sequential;
pub mod trust;
pub mod verdict;
pub mod without_split;

pub use direction::Direction;
pub use error::StatsError;
pub use estimate::{Alternative, Estimate, Interval, Level, Reference};

/// What every fallible function of this crate returns.
pub type Result<T> = std::result::Result<T, StatsError>;
