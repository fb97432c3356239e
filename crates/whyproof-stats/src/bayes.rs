//! What to believe of an effect: the normal posterior, from an estimate, its error and a stated prior.
//!
//! The likelihood of the effect is taken as normal with the estimate's standard error, which large samples justify
//! (Gelman et al. 2013, *Bayesian Data Analysis*, section 4.1); with a normal prior the posterior is normal too
//! (section 2.5). gbstats computes the same, and its numbers agree. The prior is part of every answer
//! ([`Posterior::prior`]): show it beside them.

use crate::dist::{Distribution, Normal};
use crate::error::finite;
use crate::{Direction, Interval, Level, Result, StatsError};

/// What was believed of the effect before the data.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Prior {
    /// Nothing: every effect alike. The posterior repeats the data, and its interval is the plain z interval.
    #[default]
    Flat,
    /// Normal, in the unit of the effect (for a relative effect, a ratio less 1).
    Normal {
        /// Its mean.
        mean: f64,
        /// Its variance, above zero.
        variance: f64,
    },
}

impl Prior {
    /// A prior on the relative effect, told in the metric's unit: times the control's mean (its size, where negative).
    pub fn in_units(self, control_mean: f64) -> Prior {
        match self {
            Self::Flat => Self::Flat,
            Self::Normal { mean, variance } => Self::Normal {
                mean: mean * control_mean.abs(),
                variance: variance * control_mean * control_mean,
            },
        }
    }

    /// A prior on the absolute effect, told as a relative one.
    ///
    /// # Errors
    /// [`StatsError::NotPositive`] where the control's mean is zero.
    pub fn as_relative(self, control_mean: f64) -> Result<Prior> {
        if control_mean == 0.0 {
            return Err(StatsError::NotPositive {
                which: "the mean of the control".into(),
                value: 0.0,
            });
        }
        Ok(self.in_units(1.0 / finite(control_mean, "the mean of the control")?))
    }
}

/// What is believed of the effect after the data: normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posterior {
    /// Its mean, in the unit of the effect.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// The prior it rests on.
    pub prior: Prior,
}

/// The posterior of an effect that was estimated as `value` with `standard_error`.
///
/// # Errors
/// [`StatsError::NotFinite`]; [`StatsError::NoVariance`] where the error is zero; [`StatsError::OutOfRange`] for a
/// prior without variance.
pub fn posterior(value: f64, standard_error: f64, prior: Prior) -> Result<Posterior> {
    finite(value, "the estimate")?;
    finite(standard_error, "the standard error")?;
    if standard_error <= 0.0 {
        return Err(StatsError::NoVariance {
            which: "the estimate".into(),
        });
    }
    let Prior::Normal { mean, variance } = prior else {
        return Ok(Posterior {
            mean: value,
            sd: standard_error,
            prior,
        });
    };
    finite(mean, "the prior's mean")?;
    if !(variance > 0.0 && variance.is_finite()) {
        return Err(StatsError::out_of_range(
            "the prior's variance",
            variance,
            "a finite number above zero",
        ));
    }
    // By the share that the data have, so that neither precision can overflow.
    let error2 = standard_error * standard_error;
    let share = variance / (variance + error2);
    Ok(Posterior {
        mean: finite(mean + share * (value - mean), "the posterior's mean")?,
        sd: finite(share.sqrt() * standard_error, "the posterior's deviation")?,
        prior,
    })
}

impl Posterior {
    /// The central interval that holds the effect with probability `level`.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`] where an end overflows.
    pub fn interval(&self, level: Level) -> Result<Interval> {
        let half = Normal.upper_quantile(level.alpha() / 2.0) * self.sd;
        Interval::new(self.mean - half, self.mean + half)
    }

    /// P(the effect is above `value`).
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn chance_above(&self, value: f64) -> Result<f64> {
        finite(value, "the value that the effect is held against")?;
        finite(self.mean, "the posterior's mean")?;
        Ok(Normal.sf((value - self.mean) / self.sd))
    }

    /// P(treatment is better than control).
    pub fn chance_to_win(&self, direction: Direction) -> f64 {
        Normal.cdf(direction.gain(self.mean) / self.sd)
    }

    /// P(the effect is beyond the smallest worthwhile one), `worthwhile` at least 0 and in the unit of the effect.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] below 0.
    pub fn chance_beyond(&self, direction: Direction, worthwhile: f64) -> Result<f64> {
        finite(worthwhile, "the smallest worthwhile effect")?;
        if worthwhile < 0.0 {
            let allowed = "at least 0: the direction says which way is better";
            return Err(StatsError::out_of_range(
                "the smallest worthwhile effect",
                worthwhile,
                allowed,
            ));
        }
        Ok(Normal.sf((worthwhile - direction.gain(self.mean)) / self.sd))
    }

    /// Expected loss of choosing the treatment: the mean of what would be lost where it is the worse one, zero
    /// counted where it is not (gbstats' *risk* of the variation; Stucchio 2015). In the unit of the effect.
    pub fn loss_of_treatment(&self, direction: Direction) -> f64 {
        let gain = direction.gain(self.mean);
        // At most its size: at the edge of what floating point holds, mean over deviation overflows.
        (self.sd * loss(gain / self.sd)).min(gain.abs() + self.sd)
    }

    /// Expected loss of staying with the control.
    pub fn loss_of_control(&self, direction: Direction) -> f64 {
        let gain = direction.gain(self.mean);
        (self.sd * loss(-gain / self.sd)).min(gain.abs() + self.sd)
    }
}

/// E max(0, −X) of a normal X with mean `z` and deviation 1: φ(z) − z Φ(−z) (Raiffa and Schlaifer 1961).
fn loss(z: f64) -> f64 {
    if z < -38.0 {
        // Surely a loss: its size. Beyond what the tail can hold, even at infinity.
        return -z;
    }
    if z < 8.0 {
        return Normal.pdf(z) - z * Normal.sf(z);
    }
    // Far out the two terms cancel: φ(z) (1/z² − 3/z⁴ + 15/z⁶ − …), stopped where it begins to grow again.
    let (mut term, mut sum) = (1.0 / (z * z), 0.0);
    for k in 1..60 {
        sum += term;
        let next = -term * (2.0 * f64::from(k) + 1.0) / (z * z);
        if next.abs() >= term.abs() || next.abs() < 1e-17 * sum {
            break;
        }
        term = next;
    }
    Normal.pdf(z) * sum
}

/// The mean of a normal variable that is known to lie between `low` and `high`, either of which may be infinite
/// (Johnson, Kotz and Balakrishnan 1994, section 13.10.1).
///
/// # Errors
/// [`StatsError::OutOfRange`] unless `sd` is above zero and `low` below `high`; [`StatsError::NotFinite`] for the
/// mean; [`StatsError::Unusable`] where nothing of the distribution is left between them.
pub fn truncated_normal_mean(mean: f64, sd: f64, low: f64, high: f64) -> Result<f64> {
    finite(mean, "the mean")?;
    if !(sd > 0.0 && sd.is_finite()) {
        return Err(StatsError::out_of_range(
            "the deviation",
            sd,
            "a finite number above zero",
        ));
    }
    if low.is_nan() || high.is_nan() || low >= high {
        return Err(StatsError::out_of_range(
            "the lower bound",
            low,
            "below the upper bound",
        ));
    }
    let (a, b) = ((low - mean) / sd, (high - mean) / sd);
    // On the side where the tails are small, so that their difference keeps its digits.
    let (a, b, sign) = if a + b < 0.0 {
        (-b, -a, -1.0)
    } else {
        (a, b, 1.0)
    };
    let mass = Normal.sf(a) - Normal.sf(b);
    if mass <= f64::MIN_POSITIVE {
        return Err(StatsError::Unusable {
            what: "the mean between the bounds".into(),
            why: "practically nothing of the distribution lies there: widen the bounds".into(),
        });
    }
    let within = sign * (Normal.pdf(a) - Normal.pdf(b)) / mass;
    Ok((mean + sd * within).clamp(low, high))
}

#[cfg(test)]
mod tests;
