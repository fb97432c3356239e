//! What there is to know about whether the numbers can be trusted, in sentences.

use std::collections::BTreeSet;

use whyproof_stats::effect::{Effect, Options};
use whyproof_stats::means;
use whyproof_stats::moments::Moments;
use whyproof_stats::proportions;
use whyproof_stats::ratios;
use whyproof_stats::trust::{
    SampleRatio, SplitTest, influence, missing_bounds, missing_rates, sample_ratio,
};

use super::gather::Group;
use super::scale::Scale;
use super::shape::{Measured, Shape};
use super::shown::{amount, bare, chance, count, percent, value};
use super::told::{Note, Split, Trouble};
use crate::experiment::{Amount, Declared, Summary};
use crate::explain::list;

/// With fewer clusters in a variant, their intervals are too narrow.
const FEW_CLUSTERS: usize = 20;
/// Variants whose smallest is this part of the largest, or more, look as if they were to be alike.
const ALIKE: f64 = 2.0 / 3.0;
/// A single row that moves the effect by more of its errors has much to say.
const PULL: f64 = 0.5;
/// And so has one without which the error is this much smaller.
const SHRUNK: f64 = 0.8;
/// Units differ in their rates where errors are this many times what Poisson's distribution says.
const SPREAD: f64 = 1.2;

/// The variants' sizes against the declared split: clusters where whole clusters were assigned, else rows.
pub(super) fn split(declared: &Declared, groups: &[Group]) -> Result<Option<Split>, Trouble> {
    if declared.split.is_empty() {
        return Ok(None);
    }
    if declared.split.len() != groups.len() {
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        return Err(Trouble {
            message: format!(
                "`split` has {} shares, and there are {} variants: {}.",
                declared.split.len(),
                groups.len(),
                list(&names)
            ),
            help: "Write a share for each variant, the control first.".to_owned(),
        });
    }
    let counts: Vec<u64> = if declared.cluster.is_some() && are_whole(groups) {
        groups
            .iter()
            .map(|group| clusters(group).len() as u64)
            .collect()
    } else {
        groups.iter().map(Group::all).collect()
    };
    let found = sample_ratio(&counts, &declared.split, SplitTest::Auto);
    let found: SampleRatio = found.map_err(|error| super::trouble::of("split", &error))?;
    Ok(Some(Split {
        p: found.p,
        off: found.is_mismatch(),
        counts: found.observed.into_iter().zip(found.expected).collect(),
    }))
}

/// The names of a group's clusters.
fn clusters(group: &Group) -> Vec<&str> {
    let mut names: Vec<&str> = group
        .rows
        .iter()
        .filter_map(|row| row.cluster.as_deref())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether every cluster is in one variant.
fn are_whole(groups: &[Group]) -> bool {
    let mut all: Vec<&str> = groups.iter().flat_map(clusters).collect();
    let many = all.len();
    all.sort_unstable();
    all.dedup();
    all.len() == many
}

/// A sentence on the split.
pub(super) fn on_split(split: Option<&Split>, groups: &[Group]) -> Note {
    let Some(split) = split else {
        return Note::fine(
            "No `split` was declared, so it was not checked whether people went missing from a variant.",
        );
    };
    let counts: Vec<String> = split
        .counts
        .iter()
        .zip(groups)
        .map(|((seen, wanted), group)| {
            format!(
                "{} in {} ({} expected)",
                count(*seen),
                group.name,
                count(wanted.round() as u64)
            )
        })
        .collect();
    let counts = list(&counts.iter().map(String::as_str).collect::<Vec<_>>());
    if split.off {
        Note::warning(format!(
            "The variants do not have the sizes that were declared: {counts}, p {}. Somebody is missing, or counted twice; find out why before you believe any effect.",
            chance(split.p)
        ))
    } else {
        Note::fine(format!(
            "The variants have the sizes that were declared: {counts}, p {}.",
            chance(split.p)
        ))
    }
}

/// Where no split was declared: that variants which look as if they were to be alike are not.
pub(super) fn uneven(groups: &[Group]) -> Option<Note> {
    let has_clusters = groups.iter().any(|group| !clusters(group).is_empty());
    let counts: Vec<u64> = groups.iter().map(Group::all).collect();
    let (least, most) = counts.iter().min().zip(counts.iter().max())?;
    if has_clusters || (*least as f64) < ALIKE * *most as f64 {
        return None;
    }
    let alike = vec![1.0 / counts.len() as f64; counts.len()];
    let found = sample_ratio(&counts, &alike, SplitTest::Auto).ok()?;
    let each = counts.iter().zip(groups);
    let each = each.map(|(n, group)| format!("{} in {}", count(*n), group.name));
    let each: Vec<String> = each.collect();
    found.is_mismatch().then(|| {
        Note::warning(format!(
            "No `split` was declared, and if the variants were to be alike somebody is missing, or counted twice: {}.",
            list(&each.iter().map(String::as_str).collect::<Vec<_>>())
        ))
    })
}

/// Rows that are left out, and whether that may make the effect.
pub(super) fn missing(measured: &Measured<'_>, groups: &[Group], scale: &Scale) -> Vec<Note> {
    let mut told = Vec::new();
    let rows: Vec<u64> = groups.iter().map(Group::all).collect();
    let gone: Vec<u64> = groups
        .iter()
        .zip(measured.groups)
        .map(|(all, measured_group)| {
            let n = measured_group
                .whole(measured.k)
                .map_or(0, |whole| whole.n());
            all.all().saturating_sub(n)
        })
        .collect();
    if gone.iter().all(|gone| *gone == 0) {
        return told;
    }
    let Ok(found) = missing_rates(&gone, &rows) else {
        return told;
    };
    let each: Vec<String> = groups
        .iter()
        .zip(&found.rates)
        .map(|(group, rate)| format!("{} with {}", percent(*rate), group.name))
        .collect();
    let each = list(&each.iter().map(String::as_str).collect::<Vec<_>>());
    if !found.differ() {
        told.push(Note::fine(format!(
            "Values are missing, about as often in each variant: {each}."
        )));
        return told;
    }
    let pair = two(measured, &found.rates).filter(|_| measured.is_share());
    let bounds =
        pair.and_then(|[control, treatment]| missing_bounds(control, treatment, 0.0, 1.0).ok());
    let may = match bounds {
        Some(bounds) => format!(
            "Whatever the missing ones did, the difference that was found would be between {} and {}.",
            amount(bounds.low, &scale.unit),
            amount(bounds.high, &scale.unit)
        ),
        None => "Who is missing may be part of the effect.".to_owned(),
    };
    told.push(Note::warning(format!(
        "Values are missing more often in one variant than chance explains: {each}. {may}"
    )));
    told
}

/// Mean and share missing of control and treatment, where there are two.
fn two(measured: &Measured<'_>, rates: &[f64]) -> Option<[(f64, f64); 2]> {
    let [control, treatment] = measured.groups else {
        return None;
    };
    let mean = |group: &Group| Some(group.whole(measured.k).ok()?.mean(0));
    let [lost, gone] = rates else { return None };
    Some([(mean(control)?, *lost), (mean(treatment)?, *gone)])
}

/// What the clusters, that have values of series `k`, say of the interval.
pub(super) fn on_clusters(groups: &[Group], k: usize, cluster: &str) -> Option<Note> {
    let each = groups.iter().map(|group| {
        let names = super::caution::clusters(group, k);
        (names.len(), group.name.as_str())
    });
    let (least, name) = each
        .filter(|(many, _)| *many > 0)
        .min_by_key(|(many, _)| *many)?;
    (least < FEW_CLUSTERS).then(|| {
        Note::warning(format!(
            "{name} has only {least} values of `{cluster}`: with so few, intervals are too narrow."
        ))
    })
}

/// That covariates lack values, which were filled.
pub(super) fn on_gaps(measured: &Measured<'_>) -> Option<Note> {
    let names: Vec<String> = measured
        .series
        .gaps
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| {
        Note::fine(format!(
            "{} lacks values: nobody is left out for that, and whether it has one is a covariate, too.",
            list(&names)
        ))
    })
}

/// Whether one row alone makes the difference: the same without the row farthest from the mean in each variant
/// (`whyproof_stats::trust::influence`).
pub(super) fn on_extremes(measured: &Measured<'_>, scale: &Scale) -> Option<Note> {
    if measured.is_share() {
        return None;
    }
    let mut farthest: Option<(f64, f64, &str)> = None;
    let mut wholes = Vec::new();
    for group in measured.groups.iter().take(2) {
        let whole = group.whole(measured.k).ok()?.column(0).ok()?;
        let (least, most) = group.ends(measured.k)?;
        let about = whole.mean();
        let end = if most - about >= about - least {
            most
        } else {
            least
        };
        let without = without(&whole, end)?;
        if farthest.is_none_or(|(distance, ..)| (end - about).abs() > distance) {
            farthest = Some(((end - about).abs(), end, group.name.as_str()));
        }
        wholes.push((whole, without));
    }
    let [(control, control_without), (treatment, treatment_without)] = wholes.as_slice() else {
        return None;
    };
    let options = Options::default();
    let with = means::compare(control, treatment, &options).ok()?.absolute;
    let less = means::compare(control_without, treatment_without, &options)
        .ok()?
        .absolute;
    let found = influence(&with, &less).ok()?;
    let matters = found.changes_conclusion
        || found.shift_in_errors.abs() > PULL
        || found.error_ratio < SHRUNK;
    let (_, end, name) = farthest?;
    matters.then(|| {
        Note::warning(format!(
            "One row has much to say: without the one farthest out in each variant ({} in {name}) the difference is {} ({} to {}).",
            amount(end, &scale.unit),
            amount(less.value, &scale.unit),
            bare(less.interval.low, &scale.unit),
            bare(less.interval.high, &scale.unit)
        ))
    })
}

/// The moments without one value; none where too few are left.
fn without(whole: &Moments, value: f64) -> Option<Moments> {
    let n = whole.n();
    if n < 4 {
        return None;
    }
    let away = value - whole.mean();
    let left = (n - 1) as f64;
    let squares = (whole.m2() - away * away * n as f64 / left).max(0.0);
    Moments::from_centred(n - 1, whole.mean() - away / left, squares).ok()
}

/// Whether clusters are in more than one variant: where whole clusters were to be assigned, somebody was not.
pub(super) fn on_shared(groups: &[Group], cluster: &str) -> Option<Note> {
    let each: Vec<BTreeSet<&str>> = groups
        .iter()
        .map(|group| clusters(group).into_iter().collect())
        .collect();
    let all: BTreeSet<&str> = each.iter().flatten().copied().collect();
    let is_shared = |name: &&str| each.iter().filter(|one| one.contains(*name)).count() > 1;
    let shared = all.iter().filter(|name| is_shared(name)).count();
    if shared == 0 {
        return None;
    }
    let says = format!(
        "{} of the {} values of `{cluster}` are in more than one variant",
        count(shared as u64),
        count(all.len() as u64)
    );
    // Where most are, people were split within them, and a few clusters happen to be in one alone.
    Some(if 2 * shared >= all.len() {
        Note::fine(format!("{says}: people were split within them."))
    } else {
        Note::warning(format!(
            "{says}: where each was to have one, find out who had the other."
        ))
    })
}

/// That strata and covariates which were declared are not used, where they are not.
pub(super) fn on_unused(declared: &Declared, measured: &Measured<'_>, shape: &Shape) -> Vec<Note> {
    let mut told = Vec::new();
    if !declared.strata.is_empty() && !matches!(shape, Shape::Strata(_)) {
        told.push(Note::fine(match declared.cluster {
            Some(_) => "Strata are not used with clusters: the interval holds without them.",
            None => "Strata are used for means and shares: the interval holds without them.",
        }));
    }
    let covariates = declared.covariates_of(&measured.series.metric.name, true);
    if !covariates.is_empty() && measured.series.covariates().is_empty() {
        told.push(Note::fine(
            "Covariates are used for means, shares and ratios: the interval holds without them.",
        ));
    }
    told
}

/// Whether units differ in their rates by more than chance: then the interval of a rate is too narrow.
pub(super) fn on_rates(measured: &Measured<'_>, effect: &Effect) -> Option<Note> {
    let Summary::Rate { per } = &measured.series.metric.summary else {
        return None;
    };
    let mut variance = 0.0;
    for group in measured.groups.iter().take(2) {
        let arm = ratios::arm(&group.whole(measured.k).ok()?, 0, 1).ok()?;
        variance += arm.variance / arm.n as f64;
    }
    let times = variance.sqrt() / effect.absolute.standard_error;
    (times > SPREAD).then(|| {
        Note::warning(format!(
            "Rows differ in their rates by more than chance, so the interval is too narrow: write `{} / {per}`.",
            measured.series.metric.column
        ))
    })
}

/// What the control was expected to have, and has.
pub(super) fn on_baseline(baseline: &Amount, control: f64, scale: &Scale) -> Note {
    if scale.fits(baseline).is_err() {
        return Note::warning(format!(
            "`baseline` is {}, which “{}” cannot be: of a share write \"40%\".",
            amount(baseline.value, &baseline.unit),
            scale.metric
        ));
    }
    Note::fine(format!(
        "The control was expected to have {}, and has {}.",
        value(baseline.value, &baseline.unit),
        value(control, &scale.unit)
    ))
}

/// With fewer rows in a variant, what is normal about their mean rests on the rows being so.
const FEW: u64 = 15;

/// For means that rest on few rows.
pub(super) fn on_few(groups: &[Group], k: usize, is_share: bool) -> Option<Note> {
    let few = groups
        .iter()
        .map(|group| (group, group.whole(k).map_or(0, |whole| whole.n())))
        .find(|(_, n)| *n < FEW)?;
    (!is_share).then(|| {
        Note::warning(format!(
            "There are only {} with {}: the interval holds only where values are spread like a normal distribution.",
            super::shown::rows(few.1),
            few.0.name
        ))
    })
}

/// For shares that are counted on few people, whether the exact interval of each would say the same.
pub(super) fn on_small(shape: &Shape) -> Option<Note> {
    let Shape::Shares(shares) = shape else {
        return None;
    };
    let few = shares.iter().any(|share| share.n() < 30);
    let exact = shares
        .first()
        .and_then(|share| proportions::clopper_pearson(share, whyproof_stats::Level::P95).ok());
    let exact = exact.filter(|_| few)?;
    Some(Note::fine(format!(
        "There are few people: the control's share alone may be anything from {} to {}.",
        percent(exact.low),
        percent(exact.high)
    )))
}
