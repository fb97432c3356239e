//! One series, before and after a change: with a trend, and with a trend that may change too.

use super::Assumptions;
use crate::moments::Sum;
use crate::regression::{Autoregressive, Fit, autoregressive, newey_west};
use crate::{Alternative, Estimate, Level, Result, StatsError};

const BEFORE_AFTER: Assumptions = &[
    "Without the change, the straight trend from before would have gone on.",
    "Nothing else that moves the metric changed at the same time.",
    "What is measured, and of whom, stayed the same.",
    "The change moved the level at once and left the trend as it was.",
    "There is no season that the straight trend cannot follow.",
];

const INTERRUPTED: Assumptions = &[
    "Without the change, the straight trend from before would have gone on.",
    "Nothing else that moves the metric changed at the same time.",
    "What is measured, and of whom, stayed the same.",
    "Nobody acted on the change before it came.",
    "There is no season that the straight trend cannot follow.",
];

/// Fewest periods either side (Cochrane EPOC, *Interrupted time series analyses*).
const PERIODS: usize = 3;

/// What is assumed of how a period's error depends on those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeriesErrors {
    /// A share of each error is inherited from the period before ([`autoregressive`]): our choice,
    /// since its intervals cover in short series.
    #[default]
    Autoregressive,
    /// Newey and West's, with the factor n/(n − k): nothing assumed of the form, but in short
    /// series much too small. [`lags_for`](crate::regression::lags_for) gives the usual number.
    NeweyWest {
        /// Over how many periods errors may be correlated.
        lags: usize,
    },
}

/// How a series is judged.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SeriesOptions {
    /// Which errors the effects are given.
    pub errors: SeriesErrors,
    /// Of the intervals.
    pub level: Level,
    /// Of the tests.
    pub alternative: Alternative,
}

/// What [`before_after`] finds.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeAfter {
    /// The step at the change, in the metric's unit.
    pub effect: Estimate,
    /// The trend, in the metric's unit per period.
    pub trend: Estimate,
    /// Share of one period's error that the next one inherits, where that was estimated.
    pub memory: Option<f64>,
    /// Durbin and Watson's statistic of the residuals: near 2 where they remember nothing.
    pub durbin_watson: f64,
    /// What must hold.
    pub assumptions: Assumptions,
}

/// What [`interrupted`] finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Interrupted {
    /// The step at the change, in the metric's unit.
    pub step: Estimate,
    /// How much the trend changed, in the metric's unit per period.
    pub slope: Estimate,
    /// The trend from before, in the metric's unit per period.
    pub trend: Estimate,
    /// The effect, averaged over the periods after the change.
    pub average: Estimate,
    /// The effect in the last period.
    pub last: Estimate,
    /// Share of one period's error that the next one inherits, where that was estimated.
    pub memory: Option<f64>,
    /// Durbin and Watson's statistic of the residuals: near 2 where they remember nothing.
    pub durbin_watson: f64,
    /// What must hold.
    pub assumptions: Assumptions,
}

/// The step of a series at `change`, the index of the first period after it, with one straight
/// trend throughout. `values` are one a period, in order, none left out.
///
/// Source: Wagner et al., *Segmented regression analysis of interrupted time series studies in
/// medication use research*, 2002, without its second slope; errors as [`SeriesErrors`] says.
///
/// # Errors
/// [`StatsError::TooFew`] with fewer than 3 periods either side, [`StatsError::NotFinite`],
/// [`StatsError::NoVariance`] where the model fits perfectly.
pub fn before_after(values: &[f64], change: usize, options: SeriesOptions) -> Result<BeforeAfter> {
    let columns = columns(values, change)?;
    let fitted = fit(values, &columns[..2], options)?;
    let estimate = |i| fitted.fit.estimate(i, options.level, options.alternative);
    Ok(BeforeAfter {
        effect: estimate(2)?,
        trend: estimate(1)?,
        memory: fitted.memory,
        durbin_watson: fitted.durbin_watson,
        assumptions: BEFORE_AFTER,
    })
}

/// A series whose level and trend may both change at `change`, the index of the first period after
/// it. `values` are one a period, in order, none left out.
///
/// Source: Wagner et al. 2002; Bernal, Cummins & Gasparrini, *Interrupted time series regression
/// for the evaluation of public health interventions*, 2017; errors as [`SeriesErrors`] says. The
/// step is taken at the last period before the change, so that the first one after has step + slope.
///
/// # Errors
/// As [`before_after`].
pub fn interrupted(values: &[f64], change: usize, options: SeriesOptions) -> Result<Interrupted> {
    let columns = columns(values, change)?;
    let fitted = fit(values, &columns, options)?;
    let estimate = |i| fitted.fit.estimate(i, options.level, options.alternative);
    let after = (values.len() - change) as f64;
    let at = |since| {
        let weights = [0.0, 0.0, 1.0, since];
        fitted
            .fit
            .contrast(&weights, options.level, options.alternative)
    };
    Ok(Interrupted {
        step: estimate(2)?,
        slope: estimate(3)?,
        trend: estimate(1)?,
        average: at((after + 1.0) / 2.0)?,
        last: at(after)?,
        memory: fitted.memory,
        durbin_watson: fitted.durbin_watson,
        assumptions: INTERRUPTED,
    })
}

/// Period, whether after the change, periods since.
fn columns(values: &[f64], change: usize) -> Result<[Vec<f64>; 3]> {
    let after = values.len().saturating_sub(change);
    for (n, which) in [(change.min(values.len()), "before"), (after, "after")] {
        if n < PERIODS {
            return Err(StatsError::TooFew {
                which: format!("the time {which} the change"),
                n: n as u64,
                needed: PERIODS as u64,
            });
        }
    }
    let periods = 0..values.len();
    Ok([
        periods.clone().map(|t| t as f64).collect(),
        periods
            .clone()
            .map(|t| f64::from(u8::from(t >= change)))
            .collect(),
        periods
            .map(|t| (t + 1).saturating_sub(change) as f64)
            .collect(),
    ])
}

struct Fitted {
    fit: Fit,
    memory: Option<f64>,
    durbin_watson: f64,
}

fn fit(values: &[f64], columns: &[Vec<f64>], options: SeriesOptions) -> Result<Fitted> {
    // About the first value, so that residuals of values far from zero keep their digits.
    let origin = values.first().copied().unwrap_or(0.0);
    let values: Vec<f64> = values.iter().map(|x| x - origin).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let (fit, memory) = match options.errors {
        SeriesErrors::Autoregressive => {
            let Autoregressive { fit, memory } = autoregressive(&values, &columns)?;
            (fit, Some(memory))
        }
        SeriesErrors::NeweyWest { lags } => (newey_west(&values, &columns, lags, true)?, None),
    };
    let residuals: Vec<f64> = values
        .iter()
        .enumerate()
        .map(|(t, value)| {
            let row = std::iter::once(1.0).chain(columns.iter().filter_map(|c| c.get(t).copied()));
            value - row.zip(fit.coefficients()).map(|(x, b)| x * b).sum::<f64>()
        })
        .collect();
    let steps = residuals
        .iter()
        .skip(1)
        .zip(&residuals)
        .map(|(b, a)| (b - a) * (b - a));
    let squares = residuals.iter().map(|e| e * e).collect::<Sum>().value();
    if fit.residual_sum_of_squares() <= 0.0 || squares <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the series about its trend".into(),
        });
    }
    let durbin_watson = steps.collect::<Sum>().value() / squares;
    Ok(Fitted {
        fit,
        memory,
        durbin_watson,
    })
}
