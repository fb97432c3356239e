//! Intervals of a difference of two proportions that hold for small counts too.

use super::{Share, score_interval, wilson};
use crate::dist::{Distribution, Normal};
use crate::{Interval, Level, Result};

/// How the interval of a difference is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DifferenceMethod {
    /// Newcombe's hybrid of two Wilson intervals (R. G. Newcombe, *Interval estimation for the
    /// difference between independent proportions*, 1998, method 10).
    #[default]
    Newcombe,
    /// Score interval of Miettinen and Nurminen (1985), with their n / (n − 1).
    Score,
    /// Wald with a success and a failure more in each (A. Agresti & B. Caffo, 2000).
    AgrestiCaffo,
    /// p₂ − p₁ ± z × standard error.
    Wald,
}

/// Two-sided interval of treatment − control.
///
/// # Errors
/// [`crate::StatsError::NotConverged`] where the score interval does not settle.
pub fn difference(
    control: &Share,
    treatment: &Share,
    level: Level,
    method: DifferenceMethod,
) -> Result<Interval> {
    match method {
        DifferenceMethod::Newcombe => newcombe(control, treatment, level),
        DifferenceMethod::Score => score_interval(control, treatment, level),
        DifferenceMethod::AgrestiCaffo => {
            let more = |s: &Share| Share::new(s.successes() + 1, s.n() + 2);
            wald(&more(control)?, &more(treatment)?, level)
        }
        DifferenceMethod::Wald => wald(control, treatment, level),
    }
}

fn newcombe(control: &Share, treatment: &Share, level: Level) -> Result<Interval> {
    let (one, two) = (wilson(control, level)?, wilson(treatment, level)?);
    let (p1, p2) = (control.p(), treatment.p());
    let low = p2 - p1 - (p2 - two.low).hypot(one.high - p1);
    let high = p2 - p1 + (two.high - p2).hypot(p1 - one.low);
    Interval::new(low, high)
}

fn wald(control: &Share, treatment: &Share, level: Level) -> Result<Interval> {
    let variance = |s: &Share| s.p() * s.q() / s.n() as f64;
    let half = Normal.upper_quantile(level.alpha() / 2.0)
        * (variance(control) + variance(treatment)).sqrt();
    let difference = treatment.p() - control.p();
    Interval::new(difference - half, difference + half)
}
