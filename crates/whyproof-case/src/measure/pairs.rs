//! Each treatment against the control, adjusted where there are several.

mod many;
mod strata;

use whyproof_stats::bayes::{Prior, posterior};
use whyproof_stats::cluster::{self, Cluster};
use whyproof_stats::effect::{self, Effect, Options, Spread};
use whyproof_stats::moments::Moments;
use whyproof_stats::multiple::{Correction, simultaneous_level};
use whyproof_stats::regression::Correction as Few;
use whyproof_stats::sequential::{Mixture, confidence_sequence};
use whyproof_stats::{
    Alternative, Estimate, Interval, Level, Reference, Result, StatsError, counts,
};

use super::looks::Looks;
use super::shape::{Parts, Shape};
use super::shares;
use crate::experiment::Method;

const BOTH: Alternative = Alternative::TwoSided;

/// Numbers come rounded to 12 digits: errors this small beside the values are made of that.
const RESOLVED: f64 = 1e-9;

/// How several comparisons are kept from finding something by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Adjusted {
    /// There is one.
    No,
    /// Dunnett's intervals and p-values.
    Dunnett,
    /// Bonferroni's intervals and p-values, which say the same of nothing.
    Bonferroni,
}

/// How effects are estimated, and at which of the planned looks, where some are planned.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'h> {
    pub(super) method: Method,
    pub(super) looks: Option<&'h Looks>,
}

/// The effects of all treatments.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    pub(super) effects: Vec<Effect>,
    pub(super) adjusted: Adjusted,
}

/// Each treatment against the control at `level` for all together. `more` is how many comparisons there are beside
/// these.
pub(super) fn pairs(shape: &Shape, how: How<'_>, level: Level, more: usize) -> Result<Pairs> {
    let treatments = shape.len().saturating_sub(1);
    let fixed = matches!(
        how.method,
        Method::Suited | Method::Student | Method::Normal
    );
    if let (Shape::Arms(arms), true, true) = (shape, fixed, more == 0 && treatments > 1) {
        return many::many(arms, how, level);
    }
    let comparisons = treatments + more;
    let each = simultaneous_level(comparisons.max(1), level, Correction::Bonferroni)?;
    let each_effect = (1..=treatments).map(|at| one(shape, at, how, each));
    let mut effects = each_effect.collect::<Result<Vec<Effect>>>()?;
    if comparisons < 2 {
        return Ok(Pairs {
            effects,
            adjusted: Adjusted::No,
        });
    }
    bonferroni(&mut effects, comparisons);
    Ok(Pairs {
        effects,
        adjusted: Adjusted::Bonferroni,
    })
}

impl Shape {
    pub(super) fn len(&self) -> usize {
        match self {
            Shape::Shares(shares) => shares.len(),
            Shape::Arms(arms) => arms.len(),
            Shape::Rates(rates) => rates.len(),
            Shape::Clusters(parts) | Shape::Strata(parts) => parts.len(),
        }
    }

    /// How many units variants 0 and `at` have.
    pub(super) fn units(&self, at: usize) -> f64 {
        let n = |place: usize| match self {
            Shape::Shares(shares) => shares.get(place).map_or(0, |share| share.n()),
            Shape::Arms(arms) => arms.get(place).map_or(0, |arm| arm.n),
            Shape::Rates(rates) => rates.get(place).map_or(0, |rate| rate.events()),
            Shape::Clusters(each) | Shape::Strata(each) => each
                .get(place)
                .map_or(0, |parts| parts.values().map(Moments::n).sum()),
        };
        (n(0) + n(at)) as f64
    }
}

/// Treatment `at` against the control.
fn one(shape: &Shape, at: usize, how: How<'_>, level: Level) -> Result<Effect> {
    let How { method, looks } = how;
    let empty = || StatsError::Empty {
        which: "the list of variants".into(),
    };
    let effect = match shape {
        Shape::Shares(each) => {
            let (control, treatment) = each.first().zip(each.get(at)).ok_or_else(empty)?;
            shares::compare(control, treatment, level)?
        }
        Shape::Arms(each) => {
            let (control, treatment) = each.first().zip(each.get(at)).ok_or_else(empty)?;
            effect::compare(control, treatment, &options(method, level))?
        }
        Shape::Rates(each) => {
            let (control, treatment) = each.first().zip(each.get(at)).ok_or_else(empty)?;
            counts::compare(control, treatment, level, BOTH)?
        }
        Shape::Clusters(each) => {
            let (control, treatment) = each.first().zip(each.get(at)).ok_or_else(empty)?;
            clustered(control, treatment, method, level)?
        }
        Shape::Strata(each) => strata::compare(each, at, method, level)?,
    };
    resolved(&effect)?;
    match (method, looks) {
        (Method::Sequential, _) => anytime(effect, shape.units(at), level),
        (Method::Bayesian, _) => believed(effect, level),
        (_, Some(looks)) => anew(effect, looks.estimates(level)?),
        _ => Ok(effect),
    }
}

fn options(method: Method, level: Level) -> Options {
    let spread = match method {
        Method::Student => Spread::Student,
        _ if method.is_by_normal() => Spread::Normal,
        _ => Spread::Welch,
    };
    Options {
        level,
        spread,
        ..Options::default()
    }
}

/// Refuses a difference whose digits were lost before it came here.
pub(super) fn resolved(effect: &Effect) -> Result<()> {
    let size = effect.control.abs().max(effect.treatment.abs());
    if effect.absolute.standard_error < RESOLVED * size {
        return Err(StatsError::Unusable {
            what: "the difference".into(),
            why: "the values lie so far from zero that their 12 digits do not hold it: take a constant off them in a query"
                .into(),
        });
    }
    Ok(())
}

fn clustered(control: &Parts, treatment: &Parts, method: Method, level: Level) -> Result<Effect> {
    let mut names: Vec<&String> = control.keys().chain(treatment.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let of =
        |clusters: &Parts, name: &String| clusters.get(name).copied().unwrap_or(Moments::EMPTY);
    let clusters: Vec<Cluster> = names
        .into_iter()
        .map(|name| Cluster {
            control: of(control, name),
            treatment: of(treatment, name),
        })
        .collect();
    let found = cluster::effect(&clusters, Few::Stata, level, BOTH)?;
    let effect = Effect {
        control: found.control,
        treatment: found.treatment,
        absolute: found.absolute,
        relative: found.relative,
    };
    // Two means are taken of as many clusters as there are: less than the regression's own G − 1, which finds too much
    // where they are few.
    let reference = match method {
        Method::Normal => Reference::Normal,
        _ => Reference::StudentT(found.clusters.saturating_sub(2).max(1) as f64),
    };
    anew(effect, |value, error| {
        Estimate::wald(value, error, 0.0, reference, level, BOTH)
    })
}

/// The effect with intervals and p-values that hold whenever one looks.
fn anytime(effect: Effect, units: f64, level: Level) -> Result<Effect> {
    anew(effect, |value, error| {
        confidence_sequence(value, error, units, 0.0, Mixture::default(), level, BOTH)
    })
}

/// The same effect and errors, with the intervals and p-values that `estimate` makes of them; the relative one on the
/// scale of the logarithm.
fn anew(effect: Effect, estimate: impl Fn(f64, f64) -> Result<Estimate>) -> Result<Effect> {
    let absolute = estimate(effect.absolute.value, effect.absolute.standard_error)?;
    let relative = effect.relative.and_then(|plain| {
        let log = estimate(plain.value.ln_1p(), plain.standard_error)?;
        of_log(log, plain.value)
    });
    Ok(Effect {
        absolute,
        relative,
        ..effect
    })
}

/// The effect with the posterior's interval, from a flat prior.
fn believed(effect: Effect, level: Level) -> Result<Effect> {
    let believe = |plain: &Estimate, value: f64| -> Result<Estimate> {
        let belief = posterior(value, plain.standard_error, Prior::Flat)?;
        Ok(Estimate {
            value: belief.mean,
            interval: belief.interval(level)?,
            reference: Reference::Normal,
            level,
            ..*plain
        })
    };
    let absolute = believe(&effect.absolute, effect.absolute.value)?;
    let relative = effect
        .relative
        .and_then(|plain| of_log(believe(&plain, plain.value.ln_1p())?, plain.value));
    Ok(Effect {
        absolute,
        relative,
        ..effect
    })
}

/// An estimate of the logarithm of a ratio as one of the ratio less 1.
fn of_log(log: Estimate, value: f64) -> Result<Estimate> {
    Ok(Estimate {
        value,
        interval: Interval::new(log.interval.low.exp_m1(), log.interval.high.exp_m1())?,
        ..log
    })
}

/// Bonferroni's p-values in the place of plain ones.
fn bonferroni(effects: &mut [Effect], comparisons: usize) {
    let adjusted = |p: f64| (p * comparisons as f64).min(1.0);
    for effect in effects {
        effect.absolute.p = adjusted(effect.absolute.p);
        if let Ok(relative) = &mut effect.relative {
            relative.p = adjusted(relative.p);
        }
    }
}
