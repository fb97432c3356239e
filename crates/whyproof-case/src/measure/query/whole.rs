//! A metric's sums by the engine's own `moments`, in one pass over its columns.

use super::{Series, name, quoted};
use crate::table::Column;

/// Most columns of one call.
pub(super) const COLUMNS: usize = 16;

/// What is asked of one metric; the engine computes calls that are the same once.
pub(super) fn of_series(k: usize, series: &Series, kinds: &[Column]) -> Vec<String> {
    let columns: Vec<String> = match series.gaps.is_empty() {
        true => series.columns.iter().map(|one| quoted(one)).collect(),
        false => series.values(kinds),
    };
    let call = format!("moments({})", columns.join(", "));
    let counts = [name::n(k), name::bad(k), name::many(k)];
    let means = (0..columns.len()).map(|i| name::mean(k, i));
    // The lower triangle, row by row.
    let pairs = (0..columns.len()).flat_map(|i| (0..=i).map(move |j| (j, i)));
    let covariances = pairs.map(|(i, j)| name::covariance(k, i, j));
    let names = counts.into_iter().chain(means).chain(covariances);
    let wanted = names.enumerate();
    wanted
        .map(|(at, name)| format!("{call}[{}] as {name}", at + 1))
        .collect()
}
