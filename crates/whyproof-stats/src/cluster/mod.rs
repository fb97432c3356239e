//! Effects where units come in clusters (villages, shops, teams) that share what happens to them.
//!
//! Which to take: [`effect`] where the split was of units within clusters or of clusters alike;
//! [`means`] where whole clusters were split and are few (a cluster then counts as one unit,
//! whatever its size). [`correlation`] says how much planning must allow for.

mod correlation;
mod effect;
mod means;

#[cfg(test)]
mod tests;

pub use correlation::{Correlation, correlation};
pub use effect::{Cluster, ClusterEffect, effect};
pub use means::means;
