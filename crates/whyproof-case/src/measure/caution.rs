//! Why no verdict is given though the interval would give one: what it rests on is too little to be read as it stands.

use std::collections::BTreeSet;

use whyproof_stats::Interval;
use whyproof_stats::effect::Effect;

use super::gather::Group;
use super::scale;
use super::shape::{Measured, Shape};
use super::shares::is_small;
use super::shown::chance;
use crate::experiment::{Amount, Declared, Method};

/// With fewer clusters in a variant even t with as many degrees of freedom as clusters less two finds too much: 7 in 100
/// of two or three where there is nothing, 6 of four, by simulation.
const CLUSTERS: usize = 5;
/// With fewer units in a variant an asymptotic confidence sequence does not hold yet.
const UNITS: u64 = 30;
/// With fewer ones, or fewer noughts, a share is not spread like a normal distribution.
const ONES: f64 = 5.0;
/// A chance as large is not ruled out.
const LIKELY: f64 = 0.05;

/// Why treatment `at` gets no verdict, as a clause.
pub(super) fn of(
    declared: &Declared,
    measured: &Measured<'_>,
    shape: &Shape,
    at: usize,
    effect: &Effect,
) -> Option<String> {
    let pair: Vec<&Group> = [0, at]
        .iter()
        .filter_map(|place| measured.groups.get(*place))
        .collect();
    few_clusters(declared, &pair, measured.k)
        .or_else(|| too_early(declared, measured, &pair))
        .or_else(|| by_few(declared, measured, shape, at, effect))
        .or_else(|| unlike(declared, effect))
}

/// Where whole clusters are compared, and they are fewer than five.
pub(super) fn few_clusters(declared: &Declared, pair: &[&Group], k: usize) -> Option<String> {
    let unit = declared.unit.as_deref();
    let over_time = declared.method == Method::DifferenceInDifferences;
    let name = declared.cluster.as_deref().or(unit.filter(|_| over_time))?;
    let least = pair.iter().map(|group| clusters(group, k).len()).min()?;
    (least < CLUSTERS).then(|| {
        format!("with fewer than {} values of `{name}` in a variant its interval is not to be relied on", crate::explain::number(CLUSTERS))
    })
}

/// The clusters of a variant that have values of series `k`.
pub(super) fn clusters(group: &Group, k: usize) -> BTreeSet<&str> {
    let has = |row: &&super::gather::Row| {
        let sums = row.sums.get(k);
        sums.is_some_and(|sums| sums.moments.n() > 0)
    };
    let rows = group.rows.iter().filter(has);
    rows.filter_map(|row| row.cluster.as_deref()).collect()
}

/// Where an interval that may be looked at early is looked at with next to nothing.
fn too_early(declared: &Declared, measured: &Measured<'_>, pair: &[&Group]) -> Option<String> {
    if !declared.method.is_sequential() {
        return None;
    }
    let is_share = measured.is_share();
    let is_early = |group: &&Group| {
        let Ok(whole) = group.whole(measured.k) else {
            return true;
        };
        let n = match declared.cluster {
            Some(_) => clusters(group, measured.k).len() as u64,
            None => whole.n(),
        };
        let ones = whole.mean(0) * whole.n() as f64;
        n < UNITS || (is_share && ones.min(whole.n() as f64 - ones) < ONES)
    };
    let which = match declared.method.has_planned_looks() {
        true => "that may be looked at before the end",
        false => "that may be looked at on any day",
    };
    let is_early = pair.iter().any(is_early);
    is_early.then(|| format!("an interval {which} does not hold with so little in a variant yet"))
}

/// Where a share is of so few that the interval and an exact test differ, or a normal distribution was asked for.
fn by_few(
    declared: &Declared,
    measured: &Measured<'_>,
    shape: &Shape,
    at: usize,
    effect: &Effect,
) -> Option<String> {
    if let Shape::Shares(shares) = shape {
        let (control, treatment) = shares.first().zip(shares.get(at))?;
        let p = effect.absolute.p;
        let differ =
            is_small(control, treatment) && p >= LIKELY && !effect.absolute.interval.contains(0.0);
        return differ.then(|| {
            format!(
                "of so few an exact test does not rule out chance (p {})",
                chance(p)
            )
        });
    }
    let plain = matches!(
        declared.method,
        Method::Normal | Method::Student | Method::Bayesian
    );
    if !plain || declared.cluster.is_some() || !measured.is_share() {
        return None;
    }
    let few = [0, at].iter().any(|place| {
        let group = measured.groups.get(*place);
        let whole = group.and_then(|group| group.whole(measured.k).ok());
        whole.is_none_or(|whole| {
            let n = whole.n() as f64;
            (whole.mean(0) * n).min(n - whole.mean(0) * n) < ONES
        })
    });
    few.then(|| "so few are not spread like a normal distribution: leave `method` out".to_owned())
}

/// Where what is worth it is in percent, and the same difference in the metric's own unit may be nothing.
fn unlike(declared: &Declared, effect: &Effect) -> Option<String> {
    if !declared
        .worthwhile
        .as_ref()
        .is_some_and(Amount::is_relative)
    {
        return None;
    }
    let gains = |interval: Interval| scale::direction(declared.direction).gains(interval);
    let relative = gains(effect.relative.as_ref().ok()?.interval);
    let absolute = gains(effect.absolute.interval);
    (absolute.contains(0.0) && !relative.contains(0.0)).then(|| {
        "in the metric's own unit the difference may be nothing: a few large values make it"
            .to_owned()
    })
}
