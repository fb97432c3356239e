//! Guardrails: has something that must not get worse got worse by more than its margin?
//!
//! A test of non-inferiority (Piaggio et al. 2012, CONSORT extension; ICH E9). The interval decides: all of it within
//! the margin, and harm beyond the margin is ruled out; all of it beyond, and the guardrail is broken; else nothing
//! is known yet.

use crate::error::finite;
use crate::{Alternative, Direction, Estimate, Interval, Result, StatsError};

/// What the interval says about the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuardrailState {
    /// The whole interval is within the margin: it is not worse by as much.
    Holds,
    /// The whole interval is beyond the margin.
    Broken,
    /// The margin is in the interval.
    NotKnownYet,
}

/// A metric that may get worse by a margin at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guardrail {
    /// The effect on it, so that better is above zero, with its interval.
    pub gain: Interval,
    /// How much worse it may get: at least 0, in the unit of the effect.
    pub margin: f64,
    /// What the interval says.
    pub state: GuardrailState,
    /// One-sided p-value of "worse by the margin or more": small where the guardrail holds.
    pub p: f64,
}

/// Judges `effect` (treatment less control) on a metric for which `direction` is better.
///
/// The interval may be two-sided, which keeps each side at half its α; or one-sided towards the better
/// ([`Direction::alternative`]), which then can only hold or be unknown.
///
/// # Errors
/// [`StatsError::OutOfRange`] for a margin below zero; [`StatsError::NotFinite`]; [`StatsError::NoVariance`].
pub fn guardrail(effect: &Estimate, direction: Direction, margin: f64) -> Result<Guardrail> {
    finite(margin, "the margin of the guardrail")?;
    if margin < 0.0 {
        return Err(StatsError::out_of_range(
            "the margin of the guardrail",
            margin,
            "at least 0",
        ));
    }
    if effect.standard_error <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the guardrail's effect".into(),
        });
    }
    let Interval { low, high } = direction.gains(effect.interval);
    let gain = Interval::new(low, high)?;
    let state = if gain.is_above(-margin) {
        GuardrailState::Holds
    } else if gain.is_below(-margin) {
        GuardrailState::Broken
    } else {
        GuardrailState::NotKnownYet
    };
    let statistic = (direction.gain(effect.value) + margin) / effect.standard_error;
    let p = effect.reference.p_value(
        finite(statistic, "the test statistic")?,
        Alternative::Greater,
    )?;
    Ok(Guardrail {
        gain,
        margin,
        state,
        p,
    })
}

#[cfg(test)]
mod tests;
