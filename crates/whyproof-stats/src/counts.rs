//! Counts and rates: events over exposure (user-days, hours), Poisson.
//!
//! Where units differ in their rates, events vary more than Poisson's: then compare means of
//! counts ([`crate::means`]) or ratios ([`crate::ratios`]) instead.

use crate::dist::{Binomial, Distribution, Gamma};
use crate::effect::{Effect, on_ratio};
use crate::{Alternative, Estimate, Interval, Level, Reference, Result, StatsError};

/// So many events over so much exposure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    events: u64,
    exposure: f64,
}

impl Rate {
    /// `events` over `exposure`, in any unit of time or opportunity.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless the exposure is above zero and finite, and the
    /// events are at most 2⁵³.
    pub fn new(events: u64, exposure: f64) -> Result<Self> {
        if events > 1 << 53 {
            return Err(StatsError::out_of_range(
                "the events",
                events as f64,
                "below 2^53",
            ));
        }
        if exposure > 0.0 && exposure.is_finite() {
            Ok(Self { events, exposure })
        } else {
            Err(StatsError::out_of_range(
                "the exposure",
                exposure,
                "above zero and finite",
            ))
        }
    }

    /// How many events.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Over how much.
    pub fn exposure(&self) -> f64 {
        self.exposure
    }

    /// Events for a unit of exposure.
    pub fn rate(&self) -> f64 {
        self.events as f64 / self.exposure
    }
}

/// Exact two-sided interval of one rate, by quantiles of the gamma distribution (F. Garwood,
/// *Fiducial limits for the Poisson distribution*, 1936).
///
/// # Errors
/// None with a valid rate; the type is that of the crate.
pub fn exact_interval(rate: &Rate, level: Level) -> Result<Interval> {
    let k = rate.events as f64;
    let tail = level.alpha() / 2.0;
    let low = if rate.events == 0 {
        0.0
    } else {
        Gamma::new(k)?.quantile(tail)
    };
    let high = Gamma::new(k + 1.0)?.upper_quantile(tail);
    Interval::new(low / rate.exposure, high / rate.exposure)
}

/// Treatment's rate against control's: Wald on the difference, and on the logarithm of the ratio.
///
/// Source: statsmodels' `test_poisson_2indep`, methods `wald` (difference) and `wald-log` (ratio);
/// K. Gu, H. K. T. Ng, M. L. Tang & W. R. Schucany, *Testing the ratio of two Poisson rates*, 2008.
///
/// # Errors
/// [`StatsError::NoVariance`] without any event. The relative effect is an error of its own where
/// one of the variants has none.
pub fn compare(
    control: &Rate,
    treatment: &Rate,
    level: Level,
    alternative: Alternative,
) -> Result<Effect> {
    let (r1, r2) = (control.rate(), treatment.rate());
    let error = (r1 / control.exposure + r2 / treatment.exposure).sqrt();
    let normal = Reference::Normal;
    let absolute = Estimate::wald(r2 - r1, error, 0.0, normal, level, alternative)?;
    Ok(Effect {
        control: r1,
        treatment: r2,
        absolute,
        relative: relative(control, treatment, level, alternative),
    })
}

fn relative(c: &Rate, t: &Rate, level: Level, alternative: Alternative) -> Result<Estimate> {
    for (which, rate) in [("the control's rate", c), ("the treatment's rate", t)] {
        if rate.events == 0 {
            return Err(StatsError::NotPositive {
                which: which.into(),
                value: 0.0,
            });
        }
    }
    let ratio = t.rate() / c.rate();
    let error = (1.0 / c.events as f64 + 1.0 / t.events as f64).sqrt();
    let log = Estimate::wald(
        ratio.ln(),
        error,
        0.0,
        Reference::Normal,
        level,
        alternative,
    )?;
    on_ratio(log, ratio)
}

/// Statistic and p-value of the score test that the rates are equal.
///
/// Source: statsmodels' `test_poisson_2indep(method="score", compare="ratio")`.
///
/// # Errors
/// [`StatsError::NoVariance`] without any event.
pub fn score_test(c: &Rate, t: &Rate, alternative: Alternative) -> Result<(f64, f64)> {
    let total = (c.events + t.events) as f64;
    if total == 0.0 {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    let ratio = t.exposure / c.exposure;
    let z = (t.events as f64 - c.events as f64 * ratio) / (total * ratio).sqrt();
    Ok((z, Reference::Normal.p_value(z, alternative)?))
}

/// Exact p-value that the rates are equal, given the number of events: the treatment's share of
/// them is binomial (J. Przyborowski & H. Wilenski, 1940).
///
/// Two-sided: all shares no likelier than the one seen, as SciPy's `binomtest`.
///
/// # Errors
/// [`StatsError::NoVariance`] without any event.
pub fn exact_test(control: &Rate, treatment: &Rate, alternative: Alternative) -> Result<f64> {
    let total = control.events + treatment.events;
    if total == 0 {
        return Err(StatsError::NoVariance {
            which: "neither variant".into(),
        });
    }
    let p = treatment.exposure / (control.exposure + treatment.exposure);
    binomial_test(treatment.events, total, p, alternative)
}

/// Exact p-value of `k` successes in `n` trials with chance `p`, as SciPy's `binomtest`.
///
/// # Errors
/// [`StatsError::OutOfRange`] unless 0 ≤ `p` ≤ 1 and `k` ≤ `n`.
pub fn binomial_test(k: u64, n: u64, p: f64, alternative: Alternative) -> Result<f64> {
    let chance = Binomial::new(n, p)?;
    if k > n {
        let allowed = format!("at most the number of trials, {n}");
        return Err(StatsError::out_of_range(
            "the successes",
            k as f64,
            &allowed,
        ));
    }
    let at_least = |k: u64| if k == 0 { 1.0 } else { chance.sf(k - 1) };
    Ok(match alternative {
        Alternative::Greater => at_least(k),
        Alternative::Less => chance.cdf(k),
        Alternative::TwoSided => {
            let limit = chance.pmf(k) * (1.0 + 1e-7);
            let expected = n as f64 * p;
            let p = if (k as f64) < expected {
                // Least count at or above the mean that is no likelier.
                let other = boundary(expected.ceil() as u64, n + 1, |j| chance.pmf(j) <= limit);
                chance.cdf(k) + if other > n { 0.0 } else { at_least(other) }
            } else if (k as f64) > expected {
                // One more than the greatest count at or below the mean that is no likelier.
                let below = expected.floor() as u64 + 1;
                let likelier = boundary(0, below, |j| chance.pmf(j) > limit);
                at_least(k)
                    + if likelier == 0 {
                        0.0
                    } else {
                        chance.cdf(likelier - 1)
                    }
            } else {
                1.0
            };
            p.min(1.0)
        }
    })
}

/// Least j in `low..high` for which a condition holds that stays true once it is, else `high`.
fn boundary(mut low: u64, mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
