//! Difference of two variants with errors clustered.

use crate::moments::{Comoments, Moments};
use crate::regression::{Cell, Correction, clustered};
use crate::{Alternative, Estimate, Level, Result, StatsError};

/// One cluster's units, by variant; one of the two may be [`Moments::EMPTY`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cluster {
    /// Those in the control.
    pub control: Moments,
    /// Those in the treatment.
    pub treatment: Moments,
}

/// What [`effect`] finds.
#[derive(Debug, Clone, PartialEq)]
pub struct ClusterEffect {
    /// Mean of the control, in the metric's unit.
    pub control: f64,
    /// Mean of the treatment.
    pub treatment: f64,
    /// Treatment less control.
    pub absolute: Estimate,
    /// Treatment over control, less 1 (delta method on the logarithm), or why there is none.
    pub relative: Result<Estimate>,
    /// Clusters with at least one unit.
    pub clusters: u64,
}

/// Treatment less control over all units, the error clustered (regression of the metric on the
/// variant; t with G − 1 degrees of freedom).
///
/// Source and warnings: [`clustered`]. A single cluster in a variant is refused: its error would
/// come from the other variant alone, and be far too small (MacKinnon & Webb 2017).
///
/// # Errors
/// [`StatsError::Empty`] of a variant, [`StatsError::TooFew`] with fewer than two clusters in one,
/// [`StatsError::NoVariance`] where all values are the same.
pub fn effect(
    clusters: &[Cluster],
    correction: Correction,
    level: Level,
    alternative: Alternative,
) -> Result<ClusterEffect> {
    enough(clusters.iter().map(|c| &c.control), "the control")?;
    enough(clusters.iter().map(|c| &c.treatment), "the treatment")?;
    let rows = clusters.iter().map(comoments).collect::<Result<Vec<_>>>()?;
    let fit = clustered(&rows, correction)?;
    let sum = |arm: fn(&Cluster) -> Moments| {
        clusters
            .iter()
            .map(arm)
            .fold(Moments::EMPTY, Moments::merge)
            .mean()
    };
    Ok(ClusterEffect {
        control: sum(|c| c.control),
        treatment: sum(|c| c.treatment),
        absolute: fit.estimate(1, level, alternative)?,
        relative: fit.relative(&[1.0, 0.0], &[1.0, 1.0], level, alternative),
        clusters: rows.iter().filter(|row| row.n() > 0).count() as u64,
    })
}

/// Outcome and indicator of the treatment.
fn comoments(cluster: &Cluster) -> Result<Comoments> {
    let arm = |outcome, treated| Cell {
        design: vec![treated],
        outcome,
    };
    let control = arm(cluster.control, 0.0).comoments()?;
    control.merge(&arm(cluster.treatment, 1.0).comoments()?)
}

fn enough<'a>(arms: impl Iterator<Item = &'a Moments>, which: &str) -> Result<()> {
    match arms.filter(|arm| arm.n() > 0).count() as u64 {
        0 => Err(StatsError::Empty {
            which: which.into(),
        }),
        1 => Err(StatsError::TooFew {
            which: format!("the list of clusters of {which}"),
            n: 1,
            needed: 2,
        }),
        _ => Ok(()),
    }
}
