//! The planned experiment, made up many times over.
//!
//! What is drawn is what the analysis sees: sufficient statistics, exact for normal values and for shares, so that ten
//! million units cost no more than a hundred. Same seed, same answer.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Binomial, ChiSquared, Distribution as _, StandardNormal};

use super::design::{Metric, Monitoring, Plan, Test};
use super::solve::Power;
use crate::moments::Moments;
use crate::sequential::confidence_sequence;
use crate::{Alternative, Estimate, Reference, Result, StatsError};

/// A plan to be tried rather than computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    /// What is planned.
    pub plan: Plan,
    /// How many experiments are made up, at least 1.
    pub runs: u32,
    /// Where the random numbers begin.
    pub seed: u64,
    /// How often an always-valid interval is looked at, at equal steps.
    pub peeks: u32,
}

/// What came of the experiments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Simulated {
    /// Share of the experiments that found an effect, at any look.
    pub power: f64,
    /// Its standard error, from the number of experiments.
    pub standard_error: f64,
    /// Share of the experiments whose interval held the effect: at every look they came to, where there are several.
    pub coverage: f64,
    /// Mean number of units at which they stopped.
    pub units: f64,
}

/// What one experiment came to.
struct Outcome {
    found: bool,
    covered: bool,
    share: f64,
}

impl Simulation {
    /// Makes the experiments up, with `n` units in all and `effect` as the true one.
    ///
    /// An experiment stops where its looks find the effect; an always-valid one is looked at to the end all the same
    /// for its coverage.
    ///
    /// # Errors
    /// As [`Power::power`] of the plan; [`StatsError::OutOfRange`] without runs or peeks.
    pub fn run(&self, n: f64, effect: f64) -> Result<Simulated> {
        self.plan.check(n, effect)?;
        for (what, count) in [
            ("the number of experiments", self.runs),
            ("the number of looks", self.peeks),
        ] {
            if count == 0 {
                return Err(StatsError::out_of_range(what, 0.0, "at least 1"));
            }
        }
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        let (mut found, mut covered, mut share) = (0u32, 0u32, 0.0);
        for _ in 0..self.runs {
            let outcome = self.experiment(n, effect, &mut random)?;
            found += u32::from(outcome.found);
            covered += u32::from(outcome.covered);
            share += outcome.share;
        }
        let runs = f64::from(self.runs);
        let power = f64::from(found) / runs;
        Ok(Simulated {
            power,
            standard_error: (power * (1.0 - power) / runs).sqrt(),
            coverage: f64::from(covered) / runs,
            units: n * share / runs,
        })
    }

    fn experiment(&self, n: f64, effect: f64, random: &mut ChaCha8Rng) -> Result<Outcome> {
        let plan = &self.plan;
        let shares: Vec<f64> = match &plan.monitoring {
            Monitoring::AtTheEnd => vec![1.0],
            Monitoring::GroupSequential(boundaries) => {
                boundaries.looks().iter().map(|look| look.share).collect()
            }
            Monitoring::AlwaysValid(_) => (1..=self.peeks)
                .map(|i| f64::from(i) / f64::from(self.peeks))
                .collect(),
        };
        let (control, treatment) = plan.divide(n / plan.size());
        let mut arms = [None::<Moments>, None];
        let mut outcome = Outcome {
            found: false,
            covered: true,
            share: 1.0,
        };
        for (k, &share) in shares.iter().enumerate() {
            for (arm, (whole, true_effect)) in
                arms.iter_mut().zip([(control, 0.0), (treatment, effect)])
            {
                let so_far = arm.as_ref().map_or(0, Moments::n);
                let to = (whole * share).round() as u64;
                if to <= so_far {
                    continue;
                }
                let more = self.draw(to - so_far, true_effect, random)?;
                *arm = Some(arm.map_or(more, |before| before.merge(more)));
            }
            let (Some(control), Some(treatment)) = (arms[0], arms[1]) else {
                continue;
            };
            // Too little for a variance yet: nobody would look.
            let Some(seen) = self.look(k, control, treatment)? else {
                continue;
            };
            outcome.covered &= seen.interval.contains(effect);
            if !outcome.found && self.finds(k, &seen)? {
                outcome.found = true;
                outcome.share = share;
                if matches!(plan.monitoring, Monitoring::GroupSequential(_)) {
                    break;
                }
            }
        }
        Ok(outcome)
    }

    /// Sufficient statistics of `n` new units (clusters, where those are assigned) of a variant.
    fn draw(&self, n: u64, effect: f64, random: &mut ChaCha8Rng) -> Result<Moments> {
        let factor = self.plan.factor() / self.plan.size();
        let count = n as f64;
        let variance = match self.plan.metric {
            Metric::Proportion { base } if factor == 1.0 => {
                let p = (base + effect).clamp(0.0, 1.0);
                let binomial = Binomial::new(n, p).map_err(|_| {
                    StatsError::out_of_range("the share in the treatment", p, "from 0 to 1")
                })?;
                return Moments::from_counts(binomial.sample(random), n);
            }
            // Adjusted or in groups: means of many, which are near normal.
            Metric::Proportion { base } => (base + effect) * (1.0 - base - effect) * factor,
            Metric::Mean { variance } => variance * factor,
        };
        let normal: f64 = StandardNormal.sample(random);
        let level = if let Metric::Proportion { base } = self.plan.metric {
            base
        } else {
            0.0
        };
        let mean = level + effect + normal * (variance / count).sqrt();
        let spread = if n < 2 {
            0.0
        } else {
            let chi: ChiSquared<f64> = ChiSquared::new(count - 1.0).map_err(|_| {
                StatsError::out_of_range("the number of units", count, "at least 2")
            })?;
            chi.sample(random) * variance
        };
        Moments::from_centred(n, mean, spread)
    }

    /// The effect as the analysis would see it at look `k`; none where there is no variance yet.
    fn look(&self, k: usize, control: Moments, treatment: Moments) -> Result<Option<Estimate>> {
        let plan = &self.plan;
        let (n_control, n_treatment) = (control.n() as f64, treatment.n() as f64);
        if control.n() < 2 || treatment.n() < 2 {
            return Ok(None);
        }
        let value = treatment.mean() - control.mean();
        let (variance, reference) = error_of(plan.test, &control, &treatment)?;
        if variance <= 0.0 {
            return Ok(None);
        }
        let error = variance.sqrt();
        Ok(Some(match &plan.monitoring {
            Monitoring::AtTheEnd => Estimate::wald(
                value,
                error,
                plan.null,
                reference,
                plan.level,
                plan.alternative,
            )?,
            Monitoring::GroupSequential(boundaries) => {
                let look = boundaries
                    .looks()
                    .get(k)
                    .map_or(f64::INFINITY, |look| look.critical);
                let plain = Estimate::wald(
                    value,
                    error,
                    plan.null,
                    Reference::Normal,
                    plan.level,
                    plan.alternative,
                )?;
                let interval = crate::Interval::new(value - look * error, value + look * error)?;
                Estimate { interval, ..plain }
            }
            Monitoring::AlwaysValid(mixture) => {
                let n = (n_control + n_treatment) * plan.size();
                confidence_sequence(
                    value,
                    error,
                    n,
                    plan.null,
                    *mixture,
                    plan.level,
                    plan.alternative,
                )?
            }
        }))
    }

    /// Whether the analysis would call what it sees an effect.
    fn finds(&self, k: usize, seen: &Estimate) -> Result<bool> {
        if let Monitoring::GroupSequential(boundaries) = &self.plan.monitoring {
            return boundaries.stops(k, seen.statistic);
        }
        let null = self.plan.null;
        Ok(match self.plan.alternative {
            Alternative::TwoSided => !seen.interval.contains(null),
            Alternative::Greater => seen.interval.is_above(null),
            Alternative::Less => seen.interval.is_below(null),
        })
    }
}

/// Variance of the difference, and what it is compared with.
fn error_of(test: Test, control: &Moments, treatment: &Moments) -> Result<(f64, Reference)> {
    let (n_control, n_treatment) = (control.n() as f64, treatment.n() as f64);
    let (of_control, of_treatment) = (control.variance()?, treatment.variance()?);
    let (a, b) = (of_control / n_control, of_treatment / n_treatment);
    if a + b <= 0.0 {
        return Ok((0.0, Reference::Normal));
    }
    Ok(match test {
        Test::Normal => (a + b, Reference::Normal),
        Test::Welch => {
            let below = a * a / (n_control - 1.0) + b * b / (n_treatment - 1.0);
            (a + b, Reference::StudentT((a + b).powi(2) / below))
        }
        Test::Student => {
            let df = n_control + n_treatment - 2.0;
            let pooled = ((n_control - 1.0) * of_control + (n_treatment - 1.0) * of_treatment) / df;
            (
                pooled * (1.0 / n_control + 1.0 / n_treatment),
                Reference::StudentT(df),
            )
        }
    })
}

impl Power for Simulation {
    fn power(&self, n: f64, effect: f64) -> Result<f64> {
        Ok(self.run(n, effect)?.power)
    }

    fn least_units(&self) -> f64 {
        self.plan.least_units()
    }

    fn effects(&self) -> (f64, f64) {
        self.plan.effects()
    }
}
