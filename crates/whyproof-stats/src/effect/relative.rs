//! Treatment / control − 1.

use super::{Arm, Options, RelativeScale};
use crate::error::finite;
use crate::{Alternative, Estimate, Interval, Result, StatsError};

pub(super) fn estimate(control: &Arm, treatment: &Arm, options: &Options) -> Result<Estimate> {
    positive("the control's value", control.value)?;
    match options.relative {
        RelativeScale::Log => log(control, treatment, options),
        RelativeScale::Plain => plain(control, treatment, options),
        RelativeScale::Fieller => fieller(control, treatment, options),
    }
}

fn positive(which: &str, value: f64) -> Result<()> {
    if value > 0.0 {
        Ok(())
    } else {
        Err(StatsError::NotPositive {
            which: which.into(),
            value,
        })
    }
}

/// Delta method on ln(treatment / control); ends carried back by exp.
fn log(control: &Arm, treatment: &Arm, options: &Options) -> Result<Estimate> {
    positive("the treatment's value", treatment.value)?;
    let (error, reference) = options.spread.of(
        &control.scaled(control.value),
        &treatment.scaled(treatment.value),
    )?;
    let ratio = treatment.value / control.value;
    let scale = Estimate::wald(
        ratio.ln(),
        error,
        0.0,
        reference,
        options.level,
        options.alternative,
    )?;
    on_ratio(scale, ratio)
}

/// An estimate of ln(ratio), as one of ratio − 1. The open end of a one-sided interval stays
/// infinite below too, as tea-tasting has it.
pub(crate) fn on_ratio(log: Estimate, ratio: f64) -> Result<Estimate> {
    let interval = match log.alternative {
        Alternative::TwoSided => {
            Interval::new(log.interval.low.exp_m1(), log.interval.high.exp_m1())
        }
        Alternative::Greater => Interval::new(log.interval.low.exp_m1(), f64::INFINITY),
        Alternative::Less => Interval::new(f64::NEG_INFINITY, log.interval.high.exp_m1()),
    };
    Ok(Estimate {
        value: finite(ratio - 1.0, "the ratio")?,
        interval: interval?,
        ..log
    })
}

/// Delta method on the ratio; degrees of freedom of the absolute difference, as gbstats has it.
fn plain(control: &Arm, treatment: &Arm, options: &Options) -> Result<Estimate> {
    let ratio = treatment.value / control.value;
    let (_, reference) = options.spread.of(control, treatment)?;
    let base = control.scaled(control.value);
    let other = treatment.scaled(control.value);
    let variance = other.variance / other.n as f64 + base.variance * ratio * ratio / base.n as f64;
    let (level, alternative) = (options.level, options.alternative);
    Estimate::wald(
        ratio - 1.0,
        variance.sqrt(),
        0.0,
        reference,
        level,
        alternative,
    )
}

/// All r for which treatment − r × control is not significantly other than zero.
fn fieller(control: &Arm, treatment: &Arm, options: &Options) -> Result<Estimate> {
    let plain = plain(control, treatment, options)?;
    let (_, reference) = options.spread.of(control, treatment)?;
    let critical = reference.upper_quantile(options.level.tail(options.alternative))?;
    let ratio = treatment.value / control.value;
    // In units of the control.
    let v1 = control.scaled(control.value).variance / control.n as f64;
    let v2 = treatment.scaled(control.value).variance / treatment.n as f64;
    let g = critical * critical * v1;
    if g >= 1.0 {
        return Err(StatsError::Unusable {
            what: "Fieller's interval".into(),
            why: "the control cannot be told from zero, so it has no ends: use the absolute effect"
                .into(),
        });
    }
    let half = critical * (v2 * (1.0 - g) + ratio * ratio * v1).sqrt();
    let (low, high) = (
        (ratio - half) / (1.0 - g) - 1.0,
        (ratio + half) / (1.0 - g) - 1.0,
    );
    let interval = match options.alternative {
        Alternative::TwoSided => Interval::new(low, high)?,
        Alternative::Greater => Interval::new(low, f64::INFINITY)?,
        Alternative::Less => Interval::new(f64::NEG_INFINITY, high)?,
    };
    // That the ratio is 1 is that the difference is 0.
    let statistic = (ratio - 1.0) / (v1 + v2).sqrt();
    let p = reference.p_value(statistic, options.alternative)?;
    Ok(Estimate {
        interval,
        statistic,
        p,
        ..plain
    })
}
