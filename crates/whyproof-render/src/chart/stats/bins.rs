//! Bins of a histogram.

use super::quantile;
use crate::chart::scale::ticks::{multiple, nearest_nice, next_nice};

/// More bins than this are narrower than a reader can follow.
const MOST: usize = 60;

/// Bins of one width.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bins {
    pub(crate) width: f64,
    /// The edges, one more than there are bins. A value on an edge is in the bin above it; on the
    /// last edge, in the last.
    pub(crate) edges: Vec<f64>,
    pub(crate) counts: Vec<usize>,
    /// Whether a bin holds one whole number, which stands in its middle.
    pub(crate) is_each: bool,
}

/// Sorts ascending numbers into bins with nice edges.
pub(crate) fn bins(ascending: &[f64]) -> Bins {
    bins_of(ascending, MOST)
}

/// The same with at most `most` bins.
pub(crate) fn bins_of(ascending: &[f64], most: usize) -> Bins {
    let (least, last) = (quantile(ascending, 0.0), quantile(ascending, 1.0));
    let are_whole = ascending
        .iter()
        .all(|value| value.fract() == 0.0 && value.abs() < 1e9);
    let wanted = freedman_diaconis(ascending).unwrap_or_else(|| sturges(ascending));
    let magnitude = least.abs().max(last.abs());
    // Numbers that differ in their last digits only are one number.
    let is_one = last - least <= magnitude * 1e-9;
    let mut width = match is_one {
        true if magnitude == 0.0 || are_whole => 1.0,
        true => nearest_nice(magnitude * 0.1),
        false => nearest_nice(wanted),
    };
    if are_whole {
        width = width.max(1.0);
    }
    while (last - least) / width > most as f64 - 1.0 {
        width = next_nice(width);
    }
    let is_each = are_whole && width == 1.0;
    let shift = if is_each { 0.5 } else { 0.0 };
    let first = ((least + shift) / width).floor();
    let count = (((last + shift) / width).floor() - first) as usize + 1;
    let edge = |at: usize| multiple(first + at as f64, width) - shift;
    let mut edges: Vec<f64> = (0..=count).map(edge).collect();
    // The largest value on an edge needs no bin of its own.
    if count > 1 && !is_each && edges[count - 1] >= last {
        edges.pop();
    }
    let counts = count_in(ascending, &edges);
    Bins {
        width,
        edges,
        counts,
        is_each,
    }
}

fn count_in(values: &[f64], edges: &[f64]) -> Vec<usize> {
    let mut counts = vec![0; edges.len().saturating_sub(1)];
    let last = counts.len().saturating_sub(1);
    for value in values {
        let at = edges
            .partition_point(|edge| edge <= value)
            .saturating_sub(1)
            .min(last);
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

/// Twice the interquartile range over the cube root of how many there are; none where half of the
/// values are the same.
///
/// Source: Freedman and Diaconis, "On the histogram as a density estimator: L₂ theory",
/// Zeitschrift für Wahrscheinlichkeitstheorie 57, 1981, pp. 453–476.
pub(crate) fn freedman_diaconis(ascending: &[f64]) -> Option<f64> {
    let range = quantile(ascending, 0.75) - quantile(ascending, 0.25);
    let width = 2.0 * range / (ascending.len() as f64).cbrt();
    (width.is_finite() && width > 0.0).then_some(width)
}

/// The range over one and the binary logarithm of how many there are.
///
/// Source: Sturges, "The Choice of a Class Interval", Journal of the American Statistical
/// Association 21(153), 1926, pp. 65–66.
fn sturges(ascending: &[f64]) -> f64 {
    let range = quantile(ascending, 1.0) - quantile(ascending, 0.0);
    range / (1.0 + (ascending.len() as f64).log2())
}
