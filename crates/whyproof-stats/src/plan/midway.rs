//! How much more data, from the middle of an experiment.

use crate::bayes::Prior;
use crate::dist::{Distribution, Normal};
use crate::error::finite;
use crate::numeric::root_above;
use crate::sequential::{Mixture, half_width_at};
use crate::{Alternative, Level, Result, StatsError};

/// What has been measured so far, and what is to be found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Midway {
    /// Standard error of the effect so far, in the metric's unit (or of the relative effect).
    pub standard_error: f64,
    /// Units so far, all variants together.
    pub n: f64,
    /// The effect to be found, in the same unit.
    pub target: f64,
    /// Level of the two-sided interval.
    pub level: Level,
    /// The prior, where the result will be read as a posterior.
    pub prior: Prior,
    /// The mixture, where the interval will be always valid; a prior is then not used.
    pub mixture: Option<Mixture>,
}

impl Midway {
    /// The chance to find the target when `more` times the units so far have been added (0: with what there is), with
    /// the variance of a unit as it has been. As GrowthBook's mid-experiment power.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`], [`StatsError::NoVariance`], [`StatsError::OutOfRange`].
    pub fn power(&self, more: f64) -> Result<f64> {
        finite(self.target, "the effect to be found")?;
        finite(self.standard_error, "the standard error")?;
        if self.standard_error <= 0.0 {
            return Err(StatsError::NoVariance {
                which: "the effect so far".into(),
            });
        }
        if !(more >= 0.0 && more.is_finite()) {
            return Err(StatsError::out_of_range(
                "how much more data",
                more,
                "at least 0",
            ));
        }
        let error = self.standard_error / (1.0 + more).sqrt();
        let z = Normal.upper_quantile(self.level.alpha() / 2.0);
        // Where the estimate must be for the interval to leave zero out, above and below.
        let (above, below) = match (self.mixture, self.prior) {
            (Some(mixture), _) => {
                let n = self.n * (1.0 + more);
                let half =
                    half_width_at(mixture, n, error * error, self.level, Alternative::TwoSided)?
                        * error;
                (half, -half)
            }
            (None, Prior::Flat) => (z * error, -z * error),
            (None, Prior::Normal { mean, variance }) => {
                if !(variance > 0.0 && variance.is_finite()) {
                    let allowed = "a finite number above zero";
                    return Err(StatsError::out_of_range(
                        "the prior's variance",
                        variance,
                        allowed,
                    ));
                }
                let error2 = error * error;
                let half = z * error2 * (1.0 / variance + 1.0 / error2).sqrt();
                let pull = error2 * finite(mean, "the prior's mean")? / variance;
                (half - pull, -half - pull)
            }
        };
        Ok(Normal.sf((above - self.target) / error) + Normal.cdf((below - self.target) / error))
    }
}

/// How many times the units so far must be added to find the target with the chance `power`; 0 where what there is
/// suffices. Exact, where GrowthBook halves an interval until the power is within 1e-5.
///
/// # Errors
/// [`StatsError::Unusable`] where no amount of data would do; as [`Midway::power`].
pub fn more_data(midway: &Midway, power: f64) -> Result<f64> {
    if !(power > 0.0 && power < 1.0) {
        return Err(StatsError::out_of_range(
            "the power",
            power,
            "between 0 and 1",
        ));
    }
    if midway.power(0.0)? >= power {
        return Ok(0.0);
    }
    let gap = |more: f64| midway.power(more).map_or(f64::NAN, |p| p - power);
    (gap(1e12) >= 0.0)
        .then(|| root_above(0.0, 1.0, gap))
        .flatten()
        .ok_or_else(|| StatsError::Unusable {
            what: "how much more data is needed".into(),
            why: "no amount would find an effect this small: choose a larger target".into(),
        })
}
