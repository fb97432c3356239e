//! What will be tested, and the power of it by formula.

use super::Power;
use crate::dist::{Distribution, NoncentralT, Normal, StudentT};
use crate::sequential::{Boundaries, Mixture, half_width_at};
use crate::{Alternative, Level, Reference, Result, StatsError};

/// What is measured of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Metric {
    /// A mean, a rate or a ratio of means.
    Mean {
        /// Variance of one unit, in the metric's unit squared.
        ///
        /// - A rate of events per unit: the rate itself, where events are independent.
        /// - A ratio of means: [`ratio_variance`].
        /// - A difference in differences: of after less before, σ₁² + σ₀² − 2 cov.
        /// - A quantile q: q (1 − q) / f², f the density there (Cramér 1946).
        /// - Ranks (Mann–Whitney): 1/12, the effect being P(treatment > control) − ½ (Noether 1987).
        variance: f64,
    },
    /// A share of the units.
    Proportion {
        /// The share in the control, from 0 to 1, ends left out.
        base: f64,
    },
}

impl Metric {
    fn check(self, effect: f64) -> Result<()> {
        let base = match self {
            Self::Mean { variance } => return positive("the variance of a unit", variance),
            Self::Proportion { base } => base,
        };
        range(
            "the share in the control",
            base,
            base > 0.0 && base < 1.0,
            "between 0 and 1",
        )?;
        // A difference found by a search may overstep by rounding.
        let inside = (-1e-12..=1.0 + 1e-12).contains(&(base + effect));
        range(
            "the share in the treatment",
            base + effect,
            inside,
            "from 0 to 1",
        )
    }
}

/// What the statistic will be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Test {
    /// t with Welch's degrees of freedom (tea-tasting's default).
    #[default]
    Welch,
    /// t with n − 2 degrees of freedom (statsmodels' `TTestIndPower`).
    Student,
    /// Normal. For proportions the variance is pooled under the null and not under the alternative (Fleiss, Levin and
    /// Paik 2003, section 4.3; statsmodels' `power_proportions_2indep`).
    Normal,
}

/// Units that are assigned in groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clusters {
    /// Mean number of units in a cluster, at least 1.
    pub size: f64,
    /// Intraclass correlation: the share of the variance that is between clusters, from 0 to 1.
    pub icc: f64,
    /// Standard deviation of the cluster sizes over their mean; 0 where all are alike.
    pub size_variation: f64,
}

impl Clusters {
    fn check(&self) -> Result<()> {
        let Clusters {
            size,
            icc,
            size_variation,
        } = *self;
        range(
            "the cluster size",
            size,
            size >= 1.0 && size.is_finite(),
            "at least 1",
        )?;
        range(
            "the intraclass correlation",
            icc,
            (0.0..=1.0).contains(&icc),
            "from 0 to 1",
        )?;
        let allowed = size_variation >= 0.0 && size_variation.is_finite();
        range(
            "the variation of the cluster sizes",
            size_variation,
            allowed,
            "at least 0",
        )
    }

    /// How many times the variance of the mean grows: 1 + ((1 + cv²) m − 1) ρ (Eldridge, Ashby and Kerry 2006).
    pub fn design_effect(&self) -> f64 {
        1.0 + ((1.0 + self.size_variation.powi(2)) * self.size - 1.0) * self.icc
    }
}

/// When the result will be looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Monitoring {
    /// Once, at the end.
    #[default]
    AtTheEnd,
    /// At planned looks; their level and alternative are used.
    GroupSequential(Boundaries),
    /// At any time. The formula gives the power of the last look alone, which is what gbstats plans by: looking before
    /// adds to it, see [`super::Simulation`].
    AlwaysValid(Mixture),
}

/// A planned comparison of one treatment with one control.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What is measured.
    pub metric: Metric,
    /// What the statistic will be compared with.
    pub test: Test,
    /// Level of the interval; the test's α is what it leaves. For several variants or metrics see
    /// [`crate::multiple::simultaneous_level`].
    pub level: Level,
    /// What is looked for.
    pub alternative: Alternative,
    /// Units of the treatment per unit of the control, above zero.
    pub ratio: f64,
    /// The effect that is tested against: 0, the smallest worthwhile effect where the whole interval is to be beyond
    /// it, or minus the margin of a guardrail (non-inferiority).
    pub null: f64,
    /// Share of the variance that covariates explain (CUPED), from 0 to below 1: the squared correlation.
    pub explained: f64,
    /// Groups, where groups are assigned.
    pub clusters: Option<Clusters>,
    /// When it is looked at.
    pub monitoring: Monitoring,
}

impl Plan {
    /// A two-sided comparison at 95 % of halves, looked at once; change what is different.
    pub fn new(metric: Metric) -> Plan {
        Plan {
            metric,
            test: match metric {
                Metric::Mean { .. } => Test::Welch,
                Metric::Proportion { .. } => Test::Normal,
            },
            level: Level::P95,
            alternative: Alternative::TwoSided,
            ratio: 1.0,
            null: 0.0,
            explained: 0.0,
            clusters: None,
            monitoring: Monitoring::AtTheEnd,
        }
    }

    /// Units of control and treatment among `n`.
    pub(super) fn divide(&self, n: f64) -> (f64, f64) {
        (n / (1.0 + self.ratio), n * self.ratio / (1.0 + self.ratio))
    }

    /// What covariates and clusters make of the variance.
    pub(super) fn factor(&self) -> f64 {
        (1.0 - self.explained)
            * self
                .clusters
                .map_or(1.0, |clusters| clusters.design_effect())
    }

    /// Units in what is assigned.
    pub(super) fn size(&self) -> f64 {
        self.clusters.map_or(1.0, |clusters| clusters.size)
    }

    /// Refuses what the formulas do not mean.
    pub(super) fn check(&self, n: f64, effect: f64) -> Result<()> {
        positive("the ratio of treatment to control", self.ratio)?;
        positive("the number of units", n)?;
        crate::error::finite(effect, "the effect")?;
        crate::error::finite(self.null, "the effect tested against")?;
        let explained = self.explained;
        let allowed = (0.0..1.0).contains(&explained);
        range(
            "the share of the variance explained",
            explained,
            allowed,
            "from 0 to below 1",
        )?;
        if let Some(clusters) = self.clusters {
            clusters.check()?;
        }
        self.metric.check(effect)?;
        let (control, treatment) = self.divide(n);
        if self.test != Test::Normal && control.min(treatment) / self.size() < 2.0 {
            let least = format!("at least {}, for a t test", self.least_units());
            return Err(StatsError::out_of_range("the number of units", n, &least));
        }
        Ok(())
    }

    /// Standard errors of the effect as the test takes it under the null, and as it is.
    fn errors(&self, n: f64, effect: f64) -> (f64, f64) {
        let (control, treatment) = self.divide(n);
        let (null, real) = match self.metric {
            Metric::Mean { variance } => {
                let both = variance / control + variance / treatment;
                (both, both)
            }
            Metric::Proportion { base } => {
                let of = |p: f64| (p * (1.0 - p)).max(0.0);
                let real = of(base) / control + of(base + effect) / treatment;
                let pooled = (base * control + (base + effect) * treatment) / n;
                let plain = self.null == 0.0 && self.test == Test::Normal;
                (
                    if plain {
                        of(pooled) * (1.0 / control + 1.0 / treatment)
                    } else {
                        real
                    },
                    real,
                )
            }
        };
        ((null * self.factor()).sqrt(), (real * self.factor()).sqrt())
    }

    fn reference(&self, n: f64) -> Reference {
        let (control, treatment) = self.divide(n);
        let (a, b) = (control / self.size(), treatment / self.size());
        match self.test {
            Test::Normal => Reference::Normal,
            Test::Student => Reference::StudentT(a + b - 2.0),
            Test::Welch => {
                let both = (1.0 / a + 1.0 / b).powi(2);
                Reference::StudentT(both / (1.0 / (a * a * (a - 1.0)) + 1.0 / (b * b * (b - 1.0))))
            }
        }
    }

    /// Where the effect stands from what it is tested against, in `error`s, in the direction looked for.
    fn shift(&self, effect: f64, error: f64) -> f64 {
        let away = (effect - self.null) / error;
        if self.alternative == Alternative::Less {
            -away
        } else {
            away
        }
    }
}

impl Power for Plan {
    fn power(&self, n: f64, effect: f64) -> Result<f64> {
        self.check(n, effect)?;
        let (null_error, error) = self.errors(n, effect);
        if error <= 0.0 {
            return Err(StatsError::NoVariance {
                which: "the planned comparison".into(),
            });
        }
        let shift = self.shift(effect, error);
        let two_sided = self.alternative == Alternative::TwoSided;
        let normal = |critical: f64| {
            Normal.sf(critical - shift)
                + if two_sided {
                    Normal.cdf(-critical - shift)
                } else {
                    0.0
                }
        };
        match &self.monitoring {
            Monitoring::GroupSequential(boundaries) => boundaries.power(shift),
            Monitoring::AlwaysValid(mixture) => Ok(normal(half_width_at(
                *mixture,
                n,
                error * error,
                self.level,
                self.alternative,
            )?)),
            Monitoring::AtTheEnd => {
                let tail = self.level.tail(self.alternative);
                let stretch = null_error / error;
                let Some(df) = self.reference(n).df() else {
                    return Ok(normal(Normal.upper_quantile(tail) * stretch));
                };
                let critical = StudentT::new(df)?.upper_quantile(tail) * stretch;
                let t = NoncentralT::new(df, shift)?;
                Ok(t.sf(critical) + if two_sided { t.cdf(-critical) } else { 0.0 })
            }
        }
    }

    fn least_units(&self) -> f64 {
        // Two of what is assigned in the smaller variant.
        2.0 * (1.0 + self.ratio.max(1.0 / self.ratio)) * self.size()
    }

    fn effects(&self) -> (f64, f64) {
        let down = self.alternative == Alternative::Less;
        let limit = match self.metric {
            Metric::Mean { .. } if down => f64::NEG_INFINITY,
            Metric::Mean { .. } => f64::INFINITY,
            Metric::Proportion { base } if down => -base,
            Metric::Proportion { base } => 1.0 - base,
        };
        (self.null, limit)
    }
}

/// Variance of one unit of a ratio of means, numerator over denominator, by the delta method (Deng, Knoblich and Lu
/// 2018): what a plan for a ratio takes. `mean_*`, `variance_*` and `covariance` are of one unit.
///
/// # Errors
/// [`StatsError::NotPositive`] where the denominator's mean is not above zero; [`StatsError::NotFinite`].
pub fn ratio_variance(
    (mean_numerator, variance_numerator): (f64, f64),
    (mean_denominator, variance_denominator): (f64, f64),
    covariance: f64,
) -> Result<f64> {
    if mean_denominator <= 0.0 {
        let which = "the mean of the denominator".into();
        return Err(StatsError::NotPositive {
            which,
            value: mean_denominator,
        });
    }
    let ratio = mean_numerator / mean_denominator;
    let variance = (variance_numerator - 2.0 * ratio * covariance
        + ratio * ratio * variance_denominator)
        / (mean_denominator * mean_denominator);
    crate::error::finite(variance, "the variance of the ratio")
}

fn positive(what: &str, value: f64) -> Result<()> {
    range(
        what,
        value,
        value > 0.0 && value.is_finite(),
        "a finite number above zero",
    )
}

fn range(what: &str, value: f64, holds: bool, allowed: &str) -> Result<()> {
    if holds {
        Ok(())
    } else {
        Err(StatsError::out_of_range(what, value, allowed))
    }
}
