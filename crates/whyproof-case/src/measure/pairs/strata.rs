//! Variants compared within strata, which count by their shares of all rows: post-stratification.

use std::collections::BTreeSet;

use whyproof_stats::adjust::{Stratum, Weights, stratified};
use whyproof_stats::effect::Effect;
use whyproof_stats::moments::Moments;
use whyproof_stats::{Level, Result, StatsError};

use super::super::shape::Parts;
use super::BOTH;
use crate::experiment::Method;

/// Variant `at` against the control.
///
/// # Errors
/// Where a stratum has fewer than two rows of either.
pub(super) fn compare(each: &[Parts], at: usize, method: Method, level: Level) -> Result<Effect> {
    let names: BTreeSet<&String> = each.iter().flat_map(Parts::keys).collect();
    let of = |place: usize, name: &String| {
        let parts = each.get(place).and_then(|parts| parts.get(name));
        parts.copied().unwrap_or(Moments::EMPTY)
    };
    let mut strata = Vec::new();
    let mut shares = Vec::new();
    for name in names {
        // Of all variants, so that several treatments are of the same people.
        let all: u64 = (0..each.len()).map(|place| of(place, name).n()).sum();
        let (control, treatment) = (of(0, name), of(at, name));
        if all == 0 {
            continue;
        }
        if control.n() < 2 || treatment.n() < 2 {
            return Err(StatsError::Unusable {
                what: format!("the stratum {name}"),
                why: "it has fewer than two rows of a variant; join it with another in a query, or leave `strata` out"
                    .into(),
            });
        }
        strata.push(Stratum { control, treatment });
        shares.push(all as f64);
    }
    let use_t = matches!(method, Method::Suited | Method::Student);
    let found = stratified(&strata, Weights::Known(&shares), use_t, level, BOTH)?;
    Ok(Effect {
        control: found.control,
        treatment: found.treatment,
        absolute: found.absolute,
        relative: found.relative,
    })
}
