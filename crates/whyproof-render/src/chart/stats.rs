//! The statistics that charts show.

pub(crate) mod bins;
pub(crate) mod fit;

/// A quantile of ascending numbers, between the two that are nearest.
///
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician
/// 50(4), 1996, definition 7, which numpy and R have as their default.
pub(crate) fn quantile(ascending: &[f64], share: f64) -> f64 {
    let last = ascending.len().saturating_sub(1);
    let at = share.clamp(0.0, 1.0) * last as f64;
    let below = at.floor() as usize;
    let low = ascending.get(below).copied().unwrap_or(0.0);
    let high = ascending.get(below + 1).copied().unwrap_or(low);
    low + (high - low) * (at - below as f64)
}
