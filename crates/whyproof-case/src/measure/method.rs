//! How an effect was estimated, in words; and what it takes for granted.

use super::pairs::Adjusted;
use super::shape::{Measured, Shape};
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
        Adjusted::Holm => {
            "; adjusted for several treatments, intervals by Bonferroni and p-values by Holm"
        }
    });
    words
}

fn base(declared: &Declared, measured: &Measured<'_>, shape: &Shape) -> String {
    let spread = match declared.method {
        Method::Student => "Student's t",
        Method::Normal | Method::Sequential | Method::Bayesian => "normal",
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
        (Shape::Arms(_), Summary::Quantile(_)) => {
            format!("difference of quantiles, errors from order statistics, {spread}")
        }
        (Shape::Arms(_), Summary::Mean) => format!("difference of means, {spread}"),
        (Shape::Arms(_), _) => format!("difference of ratios, delta method, {spread}"),
    }
}

fn covariates(measured: &Measured<'_>) -> Option<String> {
    let own = measured.series.metric.columns().len();
    let columns = measured.series.columns.get(own..).unwrap_or_default();
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
pub(super) fn assumptions(declared: &Declared, units: &str) -> Vec<String> {
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
            told.push(format!(
                "Each row is one of the {units}, counted once, and tells nothing of the others."
            ));
        }
    }
    if !declared.covariates.is_empty() {
        told.push("The covariates were known before the start.".to_owned());
    }
    told
}
