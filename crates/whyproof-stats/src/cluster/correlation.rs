//! How alike units of one cluster are.

use crate::moments::{Moments, Sum};
use crate::{Result, StatsError};

/// The correlation within clusters and what it costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Between two units of one cluster; below zero by chance, or where they compete.
    pub within: f64,
    /// Σn²/Σn: the size of the cluster that a unit finds itself in.
    pub size: f64,
    /// 1 + (size − 1) × `within`, at least 1: how many times as many units clusters need.
    pub design_effect: f64,
}

/// The analysis-of-variance estimate of the correlation within clusters. Each element is one
/// variant's clusters, so that the effect itself is not taken for likeness.
///
/// Source: Donner & Klar, *Design and Analysis of Cluster Randomization Trials*, 2000, section 1.4;
/// design effect for unequal sizes: Kish 1965, Eldridge, Ashby & Kerry 2006.
///
/// # Errors
/// [`StatsError::TooFew`] with fewer than two clusters in all variants, or no cluster of two units;
/// [`StatsError::NoVariance`].
pub fn correlation(variants: &[Vec<Moments>]) -> Result<Correlation> {
    let (mut between, mut within, mut size_loss) = (Sum::new(), Sum::new(), Sum::new());
    let (mut units, mut squares, mut clusters, mut used) = (0u64, Sum::new(), 0u64, 0u64);
    for variant in variants {
        let all = variant.iter().copied().fold(Moments::EMPTY, Moments::merge);
        if all.n() == 0 {
            continue;
        }
        used += 1;
        units += all.n();
        let mut own = Sum::new();
        for cluster in variant.iter().filter(|cluster| cluster.n() > 0) {
            let (n, away) = (cluster.n() as f64, cluster.mean() - all.mean());
            clusters += 1;
            between.add(n * away * away);
            within.add(cluster.m2());
            own.add(n * n);
        }
        squares.add(own.value());
        size_loss.add(own.value() / all.n() as f64);
    }
    if clusters <= used || units <= clusters {
        return Err(StatsError::TooFew {
            which: "the list of clusters".into(),
            n: clusters,
            needed: used + 1,
        });
    }
    let free = (clusters - used) as f64;
    let between = between.value() / free;
    let within = within.value() / (units - clusters) as f64;
    let size = (units as f64 - size_loss.value()) / free;
    let spread = between + (size - 1.0) * within;
    if spread <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the metric".into(),
        });
    }
    let likeness = (between - within) / spread;
    let size = squares.value() / units as f64;
    Ok(Correlation {
        within: likeness,
        size,
        design_effect: (1.0 + (size - 1.0) * likeness).max(1.0),
    })
}
