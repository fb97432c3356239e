//! Two shares: score intervals of the difference and of the ratio, and the test that goes with them.

use whyproof_stats::effect::Effect;
use whyproof_stats::proportions::{
    ExactOrder, Share, fisher_exact, relative_score_interval, score_interval, score_test,
    unconditional_exact,
};
use whyproof_stats::{Alternative, Estimate, Level, Reference, Result, StatsError};

/// Fewer expected in a cell of the table, and the exact test is taken.
const FEW: f64 = 5.0;
/// In as many tables the unconditional test is looked for; beyond them Fisher's is.
const TABLES: u64 = 40_000;

/// The treatment's share against the control's (Miettinen and Nurminen 1985).
pub(super) fn compare(control: &Share, treatment: &Share, level: Level) -> Result<Effect> {
    let successes = control.successes() + treatment.successes();
    let all = control.n() + treatment.n();
    if successes == 0 || successes == all {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    let (statistic, score_p) = score_test(control, treatment, 0.0, Alternative::TwoSided)?;
    let p = if is_small(control, treatment) {
        exact(control, treatment)?
    } else {
        score_p
    };
    let variance = |share: &Share| share.p() * share.q() / share.n() as f64;
    let plain = (variance(control) + variance(treatment)).sqrt();
    // All in one and none in the other have no variance of their own, but the test has.
    let difference = treatment.p() - control.p();
    let standard_error = if plain > 0.0 {
        plain
    } else {
        (difference / statistic).abs()
    };
    let estimate = Estimate {
        value: difference,
        standard_error,
        reference: Reference::Normal,
        interval: score_interval(control, treatment, level)?,
        level,
        alternative: Alternative::TwoSided,
        statistic,
        p,
    };
    Ok(Effect {
        control: control.p(),
        treatment: treatment.p(),
        absolute: estimate,
        relative: relative(control, treatment, estimate),
    })
}

/// The exact p-value: unconditional, by the statistic of the score interval (Barnard 1945), which Fisher's test is more
/// timid than.
fn exact(control: &Share, treatment: &Share) -> Result<f64> {
    let both = Alternative::TwoSided;
    if (control.n() + 1).saturating_mul(treatment.n() + 1) <= TABLES {
        unconditional_exact(control, treatment, ExactOrder::Pooled, both)
    } else {
        fisher_exact(control, treatment, both)
    }
}

/// Whether fewer than five are expected somewhere in the table.
pub(super) fn is_small(control: &Share, treatment: &Share) -> bool {
    let all = (control.n() + treatment.n()) as f64;
    let share = (control.successes() + treatment.successes()) as f64 / all;
    let least = control.n().min(treatment.n()) as f64 * share.min(1.0 - share);
    least < FEW
}

fn relative(control: &Share, treatment: &Share, absolute: Estimate) -> Result<Estimate> {
    let each = [
        ("the control's share", control),
        ("the treatment's share", treatment),
    ];
    for (which, share) in each {
        if share.successes() == 0 {
            return Err(StatsError::NotPositive {
                which: which.into(),
                value: 0.0,
            });
        }
    }
    let part = |share: &Share| share.q() / share.successes() as f64;
    let error = (part(control) + part(treatment)).sqrt();
    Ok(Estimate {
        value: treatment.p() / control.p() - 1.0,
        standard_error: error,
        interval: relative_score_interval(control, treatment, absolute.level)?,
        ..absolute
    })
}
