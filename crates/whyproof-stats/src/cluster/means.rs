//! A cluster as one unit.

use crate::Result;
use crate::moments::Moments;

/// Moments of the clusters' means, each cluster once: what a Welch test of clusters takes, where
/// whole clusters were split. Clusters without units are left out.
///
/// Source: Donner & Klar, *Design and Analysis of Cluster Randomization Trials*, 2000, section 6.2.
///
/// # Errors
/// [`StatsError::Empty`](crate::StatsError::Empty) without clusters.
pub fn means(clusters: &[Moments]) -> Result<Moments> {
    let used = clusters.iter().filter(|cluster| cluster.n() > 0);
    let values: Vec<f64> = used.map(Moments::mean).collect();
    Moments::from_values(&values)
}
