//! How an effect was estimated, in words; and what it takes for granted.

use std::collections::BTreeSet;

use super::pairs::Adjusted;
use super::shape::{Measured, Parts, Shape};
use super::shown::percent;
use crate::experiment::{Declared, Method, Summary};
use crate::explain::list;

/// The method of an experiment whose people were split.
pub(super) fn words(
    declared: &Declared,
    measured: &Measured<'_>,
    shape: &Shape,
    adjusted: Adjusted,
) -> String {
    let mut words = base(declared, measured, shape);
    if let Some(covariates) = covariates(measured) {
        words.push_str(&covariates);
    }
    words.push_str(match declared.method {
        Method::Sequential => "; always valid, by an asymptotic confidence sequence",
        Method::Bayesian => "; a normal posterior from a flat prior",
        _ => "",
    });
    words.push_str(match adjusted {
        Adjusted::No => "",
        Adjusted::Dunnett => "; adjusted for several treatments by Dunnett's test",
        Adjusted::Bonferroni => "; adjusted for several treatments by Bonferroni",
    });
    words
}

fn base(declared: &Declared, measured: &Measured<'_>, shape: &Shape) -> String {
    let spread = match declared.method {
        Method::Student => "Student's t",
        method if method.is_by_normal() => "normal",
        _ => "Welch's t",
    };
    match (shape, &measured.series.metric.summary) {
        (Shape::Shares(_), _) => {
            "difference of shares, score interval of Miettinen and Nurminen".to_owned()
        }
        (Shape::Rates(_), _) => "difference of rates of events, Poisson".to_owned(),
        (Shape::Clusters(_), summary) => {
            let what = match summary {
                Summary::Mean => "means",
                _ => "ratios, delta method",
            };
            let by = declared.cluster.as_deref().unwrap_or_default();
            format!("difference of {what}, errors clustered by `{by}` (CR1)")
        }
        (Shape::Strata(each), _) => strata(declared, each),
        (Shape::Arms(_), Summary::Quantile(_)) => {
            let clustered = declared.cluster.as_ref();
            let clustered = clustered.map(|by| format!(" and clustered by `{by}`"));
            let clustered = clustered.unwrap_or_default();
            format!("difference of quantiles, errors from order statistics{clustered}, {spread}")
        }
        (Shape::Arms(_), Summary::Mean) => format!("difference of means, {spread}"),
        (Shape::Arms(_), _) => format!("difference of ratios, delta method, {spread}"),
    }
}

/// Within strata, each counted by its share of all rows.
fn strata(declared: &Declared, each: &[Parts]) -> String {
    let names: BTreeSet<&String> = each.iter().flat_map(Parts::keys).collect();
    let columns: Vec<String> = declared.strata.iter().map(|by| format!("`{by}`")).collect();
    let columns = list(&columns.iter().map(String::as_str).collect::<Vec<_>>());
    let freedom = if declared.method.is_by_normal() {
        "normal"
    } else {
        "t by Satterthwaite"
    };
    format!(
        "difference of means within {} strata by {columns}, weighted by their shares of all rows (post-stratified), {freedom}",
        names.len()
    )
}

fn covariates(measured: &Measured<'_>) -> Option<String> {
    let columns = measured.series.covariates();
    if columns.is_empty() {
        return None;
    }
    let wholes = measured.groups.iter().map(|group| group.whole(measured.k));
    let wholes = wholes.collect::<Result<Vec<_>, _>>().ok()?;
    let removed = measured.adjusted(&wholes).ok()?.removed;
    let names: Vec<String> = columns.iter().map(|name| format!("`{name}`")).collect();
    let names = list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    Some(if removed > 0.0 {
        format!(
            "; CUPED by {names} takes {} of the variance away",
            percent(removed)
        )
    } else {
        format!("; CUPED by {names} takes no variance away")
    })
}

/// What must hold for the effect to be the idea's.
pub(super) fn assumptions(
    declared: &Declared,
    measured: &Measured<'_>,
    units: &str,
) -> Vec<String> {
    let mut told = Vec::new();
    match &declared.cluster {
        Some(cluster) => {
            told.push(format!(
                "Chance alone decided who, or which `{cluster}`, had which variant."
            ));
            told.push(format!(
                "What one does tells nothing of others, but within a `{cluster}`."
            ));
        }
        None => {
            told.push("Chance alone decided who had which variant.".to_owned());
            told.push(match declared.unit {
                Some(_) => format!(
                    "Each row is one of the {units}, counted once, and tells nothing of the others."
                ),
                None => "Each row is somebody else, and tells nothing of the others: without `unit` nobody looked whether one comes twice."
                    .to_owned(),
            });
        }
    }
    if !measured.series.covariates().is_empty() {
        told.push("The covariates were known before the start.".to_owned());
    }
    if !declared.strata_used().is_empty() {
        told.push("Who is in which stratum was known before the start.".to_owned());
    }
    told
}
