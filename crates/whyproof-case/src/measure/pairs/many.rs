//! Several treatments of one control, which share its chance: Dunnett's test.

use whyproof_stats::effect::{Arm, Effect};
use whyproof_stats::multiple::{self, Family, dunnett};
use whyproof_stats::{Level, Result};

use super::super::shape::Shape;
use super::{Adjusted, BOTH, How, Pairs, of_log, one};
use crate::experiment::Method;

/// Several treatments of one control, by Dunnett's test.
pub(super) fn many(arms: &[Arm], how: How<'_>, level: Level) -> Result<Pairs> {
    let family = match how.method {
        Method::Student => Family::Pooled,
        Method::Normal => Family::Normal,
        _ => Family::Welch,
    };
    let plain = (1..arms.len()).map(|at| {
        let effect = one(&Shape::Arms(arms.to_vec()), at, how, level)?;
        Ok(effect)
    });
    let mut effects = plain.collect::<Result<Vec<Effect>>>()?;
    let arm = |arm: &Arm| multiple::Arm {
        n: arm.n as f64,
        mean: arm.value,
        variance: arm.variance,
    };
    let all: Vec<multiple::Arm> = arms.iter().map(arm).collect();
    if let Some((control, treatments)) = all.split_first() {
        let adjusted = dunnett(*control, treatments, family, level, BOTH)?;
        for (effect, estimate) in effects.iter_mut().zip(adjusted) {
            effect.absolute = estimate;
        }
        ratios(*control, treatments, family, level, &mut effects)?;
    }
    Ok(Pairs {
        effects,
        adjusted: Adjusted::Dunnett,
    })
}

/// The relative effects that there are, adjusted on the scale of the logarithm.
fn ratios(
    control: multiple::Arm,
    treatments: &[multiple::Arm],
    family: Family,
    level: Level,
    effects: &mut [Effect],
) -> Result<()> {
    let log = |arm: &multiple::Arm| multiple::Arm {
        n: arm.n,
        mean: arm.mean.ln(),
        variance: arm.variance / arm.mean / arm.mean,
    };
    let mut with: Vec<(&mut Effect, multiple::Arm)> = effects
        .iter_mut()
        .zip(treatments)
        .filter(|(effect, _)| effect.relative.is_ok())
        .map(|(effect, arm)| (effect, log(arm)))
        .collect();
    if with.is_empty() {
        return Ok(());
    }
    let arms: Vec<multiple::Arm> = with.iter().map(|(_, arm)| *arm).collect();
    let adjusted = dunnett(log(&control), &arms, family, level, BOTH)?;
    for ((effect, _), log) in with.iter_mut().zip(adjusted) {
        let value = effect.treatment / effect.control - 1.0;
        effect.relative = of_log(log, value);
    }
    Ok(())
}
