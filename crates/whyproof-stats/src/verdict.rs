//! Was it the right thing?
//!
//! The interval is held against the smallest worthwhile effect, not against zero. What is worthwhile was declared
//! before; without it there is no verdict.

use crate::error::finite;
use crate::guardrail::GuardrailState;
use crate::trust::MISMATCH;
use crate::{Direction, Interval, Result, StatsError};

/// What a measurement says about the idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval is beyond the smallest worthwhile effect, and nothing stands against it.
    RightThing,
    /// The whole interval falls short of it, or a guardrail is broken.
    WrongThing,
    /// Neither.
    NotKnownYet,
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::RightThing => "right thing",
            Self::WrongThing => "wrong thing",
            Self::NotKnownYet => "not known yet",
        })
    }
}

/// Why a verdict is what it is, or what it must be read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The whole interval is beyond the smallest worthwhile effect.
    Beyond,
    /// The whole interval falls short of the smallest worthwhile effect.
    FallsShort,
    /// The smallest worthwhile effect is in the interval.
    Straddles,
    /// A guardrail's whole interval is beyond its margin.
    GuardrailBroken,
    /// A guardrail's interval does not rule out harm beyond its margin.
    GuardrailOpen,
    /// Variants did not get the declared shares of units (p below 0.001).
    SplitMismatch,
    /// No split was checked.
    SplitUnknown,
    /// The end date is not reached, and the method does not allow looking before.
    NotOverYet,
}

/// Whether the method may be read at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// The interval holds whenever one looks: always-valid, or a planned look of a group-sequential design.
    AnyTime,
    /// The interval holds at the declared end only.
    Fixed {
        /// Whether the end has come.
        reached: bool,
    },
}

/// What a verdict is given on. Effects of down-is-better metrics keep their sign: `direction` says how to read it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured<'a> {
    /// Interval of the effect of the first metric, treatment less control, adjusted for the number of variants.
    pub interval: Interval,
    /// Which way is better.
    pub direction: Direction,
    /// Smallest worthwhile effect, at least 0, in the unit of the interval. `None`: not declared.
    pub worthwhile: Option<f64>,
    /// What each guardrail says.
    pub guardrails: &'a [GuardrailState],
    /// P-value of the split check. `None`: there was no split to check.
    pub split_p: Option<f64>,
    /// Whether it may be read now.
    pub horizon: Horizon,
}

/// A verdict with its reasons, the decisive one first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, and what to read it with; in a fixed order after the first.
    pub reasons: Vec<Reason>,
}

/// The verdict on one variant; none where no smallest worthwhile effect was declared.
///
/// *Right thing* where the whole interval is beyond the smallest worthwhile effect (reaching it exactly counts), no
/// guardrail is broken, the split is not off and a fixed horizon is reached. *Wrong thing* where the whole interval
/// falls short, or a guardrail is broken. Else *not known yet*. What does not change a verdict is among its reasons,
/// to be read with it: a wrong thing that was measured on a split gone wrong should be measured again.
///
/// # Errors
/// [`StatsError::OutOfRange`] for a smallest worthwhile effect below 0, or a p-value not from 0 to 1;
/// [`StatsError::NotFinite`].
pub fn judge(measured: &Measured<'_>) -> Result<Option<Ruling>> {
    if let Some(p) = measured.split_p
        && !(0.0..=1.0).contains(&p)
    {
        return Err(StatsError::out_of_range(
            "the p-value of the split",
            p,
            "from 0 to 1",
        ));
    }
    let Some(worthwhile) = measured.worthwhile else {
        return Ok(None);
    };
    finite(worthwhile, "the smallest worthwhile effect")?;
    if worthwhile < 0.0 {
        let allowed = "at least 0: the direction says which way is better";
        return Err(StatsError::out_of_range(
            "the smallest worthwhile effect",
            worthwhile,
            allowed,
        ));
    }
    let gain = measured.direction.gains(measured.interval);
    if gain.low.is_nan() || gain.high.is_nan() {
        return Err(StatsError::not_finite("an end of the effect's interval"));
    }
    let mut against = against(measured);
    let read = if gain.low >= worthwhile {
        Reason::Beyond
    } else if gain.high < worthwhile {
        Reason::FallsShort
    } else {
        Reason::Straddles
    };
    let broken = against.first() == Some(&Reason::GuardrailBroken);
    let verdict = match read {
        _ if broken => Verdict::WrongThing,
        Reason::FallsShort => Verdict::WrongThing,
        Reason::Beyond if against.is_empty() => Verdict::RightThing,
        _ => Verdict::NotKnownYet,
    };
    // The decisive reason first: what stands against a good interval, else the interval.
    let mut reasons = if broken || (read == Reason::Beyond && verdict != Verdict::RightThing) {
        against.push(read);
        against
    } else {
        against.insert(0, read);
        against
    };
    if measured.guardrails.contains(&GuardrailState::NotKnownYet) {
        reasons.push(Reason::GuardrailOpen);
    }
    if measured.split_p.is_none() {
        reasons.push(Reason::SplitUnknown);
    }
    Ok(Some(Ruling { verdict, reasons }))
}

/// What stands against a right thing, most important first.
fn against(measured: &Measured<'_>) -> Vec<Reason> {
    let found = [
        (
            measured.guardrails.contains(&GuardrailState::Broken),
            Reason::GuardrailBroken,
        ),
        (
            measured.split_p.is_some_and(|p| p < MISMATCH),
            Reason::SplitMismatch,
        ),
        (
            measured.horizon == (Horizon::Fixed { reached: false }),
            Reason::NotOverYet,
        ),
    ];
    found
        .into_iter()
        .filter_map(|(holds, reason)| holds.then_some(reason))
        .collect()
}

/// How many times the units measured so far would make the interval leave the smallest worthwhile effect out, if the
/// effect stays where it is: the half-width shrinks with the root of the number of units. 1 where it does already.
///
/// An expectation, not a promise: the estimate will move. Half of such experiments need more.
///
/// # Errors
/// [`StatsError::Unusable`] where the estimate *is* the smallest worthwhile effect, to rounding: no amount of data
/// would tell. [`StatsError::NotFinite`] for an interval with an open end towards the worthwhile effect.
pub fn units_to_tell(
    effect: f64,
    interval: Interval,
    direction: Direction,
    worthwhile: f64,
) -> Result<f64> {
    let (gain, ends) = (direction.gain(effect), direction.gains(interval));
    let gap = finite(
        gain - worthwhile,
        "the distance to the smallest worthwhile effect",
    )?;
    let half = if gap >= 0.0 {
        gain - ends.low
    } else {
        ends.high - gain
    };
    finite(half, "the end of the interval")?;
    let times = (half / gap).powi(2);
    if times.is_finite() {
        Ok(times.max(1.0))
    } else {
        Err(StatsError::Unusable {
            what: "how much more data would tell".into(),
            why: "the estimate is the smallest worthwhile effect itself: more data need not tell"
                .into(),
        })
    }
}

#[cfg(test)]
mod tests;
