//! An experiment before there are data: how many it needs, for how long, and what it could see.
//!
//! What a plan is made of is declared, or said by whoever plans; what neither says is asked for, never guessed. The
//! numbers are `whyproof-stats`'s, by the formulas of [`whyproof_stats::plan`].

mod design;
mod says;

use whyproof_stats::Level;
use whyproof_stats::plan::{Plan, Power, Simulated, Simulation, Traffic};
use whyproof_stats::sequential::Mixture;

use crate::experiment::{Amount, Experiment, Unit};
use crate::measure::Trouble;

use design::Design;

/// Chance to see an effect that is there, where nobody says otherwise.
pub const USUAL_POWER: f64 = 0.8;

/// How many points a curve of the power has.
const POINTS: usize = 33;
/// Where the random numbers of a simulation begin.
const SEED: u64 = 20_261_128;
/// How often an always-valid interval is looked at in a simulation.
const PEEKS: u32 = 28;

/// What whoever plans says beside the declaration.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wishes {
    /// The chance to see the effect, from 0 to 1; 0.8 where none is given.
    pub power: Option<f64>,
    /// What the control is expected to have; else as declared.
    pub baseline: Option<Amount>,
    /// How much the metric varies; else as declared.
    pub spread: Option<Amount>,
    /// How many come in a day; else as declared.
    pub traffic: Option<f64>,
    /// The share of the variance that covariates take away, from 0 to below 1.
    pub explained: f64,
    /// How many belong to one cluster, and how alike they are (intraclass correlation).
    pub clusters: Option<(f64, f64)>,
    /// The standard deviation of the clusters' sizes over their mean; 0 where all are alike.
    pub size_variation: f64,
    /// How many can be had: what they could see is told.
    pub units: Option<f64>,
    /// How many experiments to make up, to check the formula; none for none.
    pub runs: u32,
}

/// What an experiment needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The experiment.
    pub name: String,
    /// The metric that decides, as it is written.
    pub metric: String,
    /// What is counted, in the plural.
    pub units: String,
    /// How it is tested, in words.
    pub method: String,
    /// The smallest effect that is worth it.
    pub worthwhile: Amount,
    /// The same in the metric's own unit.
    pub effect: f64,
    /// The chance with which it is to be seen.
    pub power: f64,
    /// The level of each interval.
    pub level: f64,
    /// How many it takes to see it.
    pub needed: Needed,
    /// How many it takes for *right thing*, if the forecast comes true; none where there is none beyond the smallest
    /// worthwhile effect.
    pub forecast: Option<(Amount, Needed)>,
    /// The forecast, where it falls short of the smallest worthwhile effect.
    pub short: Option<Amount>,
    /// What those that can be had could see: how many, and the smallest effect in the metric's own unit.
    pub detectable: Option<(u64, f64)>,
    /// The unit in which effects are shown.
    pub unit: Unit,
    /// Numbers of units, and the chance to see the smallest worthwhile effect with each.
    pub curve: Vec<(f64, f64)>,
    /// The same experiment made up many times, with the number that is needed.
    pub simulated: Option<(u32, Simulated)>,
    /// What the numbers rest on, a sentence each.
    pub rests_on: Vec<String>,
}

/// A number of units, over all variants.
#[derive(Debug, Clone, PartialEq)]
pub struct Needed {
    /// In all.
    pub all: u64,
    /// By variant, the control first.
    pub variants: Vec<(String, u64)>,
    /// How many clusters, where clusters are assigned.
    pub clusters: Option<u64>,
    /// How many days, in whole weeks, where it is known how many come.
    pub days: Option<u64>,
}

/// Plans an experiment as it is declared.
///
/// # Errors
/// Where something that a plan needs is neither declared nor said, or no number would do; in words.
pub fn plan(experiment: &Experiment, wishes: &Wishes) -> Result<Planned, Trouble> {
    let design = Design::of(experiment, wishes)?;
    let power = wishes.power.unwrap_or(USUAL_POWER);
    let needs = |plan: &Plan, effect: f64| -> Result<Needed, Trouble> {
        let pair = plan.sample_size(effect, power).map_err(|e| failed(&e))?;
        design.needed(pair)
    };
    let needed = needs(&design.plan, design.effect)?;
    let forecast = match design.beyond {
        Some((ref amount, effect)) => {
            let plan = Plan {
                null: design.effect,
                ..design.plan.clone()
            };
            Some((amount.clone(), needs(&plan, effect)?))
        }
        None => None,
    };
    let detectable = match wishes.units {
        Some(units) => {
            let pair = design.pair_of(units);
            let seen = design
                .plan
                .detectable(pair, power)
                .map_err(|e| failed(&e))?;
            Some((units as u64, seen))
        }
        None => None,
    };
    let simulated = simulated(&design, &needed, wishes.runs)?;
    let curve = design.curve(needed.all as f64).map_err(|e| failed(&e))?;
    let mut planned = Planned {
        name: experiment.name.clone(),
        metric: design.metric.clone(),
        units: design.units.clone(),
        method: design.method.clone(),
        worthwhile: design.worthwhile.clone(),
        effect: design.effect,
        power,
        level: design.plan.level.get(),
        needed,
        forecast,
        short: design.short.clone(),
        detectable,
        unit: design.unit.clone(),
        curve,
        simulated,
        rests_on: design.rests_on.clone(),
    };
    says::complete(&mut planned, &experiment.declared);
    Ok(planned)
}

fn simulated(
    design: &Design,
    needed: &Needed,
    runs: u32,
) -> Result<Option<(u32, Simulated)>, Trouble> {
    if runs == 0 {
        return Ok(None);
    }
    let simulation = Simulation {
        plan: design.plan.clone(),
        runs,
        seed: SEED,
        peeks: PEEKS,
    };
    let pair = design.pair_of(needed.all as f64);
    let simulated = simulation
        .run(pair, design.effect)
        .map_err(|e| failed(&e))?;
    Ok(Some((runs, simulated)))
}

fn failed(error: &whyproof_stats::StatsError) -> Trouble {
    Trouble {
        message: format!("There is no such plan: {error}."),
        help: "Look at `worthwhile`, `baseline`, `spread` and `split`.".to_owned(),
    }
}

impl Design {
    /// What `pair` units of control and the smallest treatment mean for all.
    fn needed(&self, pair: f64) -> Result<Needed, Trouble> {
        let control = pair / (1.0 + self.plan.ratio);
        let base = self.split.first().map_or(0.5, |(_, share)| *share);
        let of = |share: f64| (control * share / base - 1e-6).ceil().max(1.0) as u64;
        let size = self.plan.clusters.map(|clusters| clusters.size);
        let variants: Vec<(String, u64)> = self
            .split
            .iter()
            .map(|(name, share)| {
                let n = of(*share);
                // Whole clusters only.
                let n = size.map_or(n, |size| ((n as f64 / size).ceil() * size).round() as u64);
                (name.clone(), n)
            })
            .collect();
        let all: u64 = variants.iter().map(|(_, n)| n).sum();
        let days = match self.traffic {
            Some(per_day) => {
                let traffic = Traffic {
                    per_day,
                    share: 1.0,
                    lag_days: 0.0,
                };
                Some(traffic.whole_weeks(all as f64).map_err(|e| failed(&e))? as u64)
            }
            None => None,
        };
        Ok(Needed {
            all,
            variants,
            clusters: size.map(|size| (all as f64 / size).round() as u64),
            days,
        })
    }

    /// Of `all` units, those of the control and the smallest treatment.
    fn pair_of(&self, all: f64) -> f64 {
        let base = self.split.first().map_or(0.5, |(_, share)| *share);
        all * base * (1.0 + self.plan.ratio)
    }

    fn curve(&self, needed: f64) -> whyproof_stats::Result<Vec<(f64, f64)>> {
        let least = self.plan.least_units() / self.pair_of(1.0);
        let (from, to) = (least.max(needed * 0.05), (needed * 2.0).max(least * 2.0));
        let step = (to - from) / (POINTS - 1) as f64;
        let all: Vec<f64> = (0..POINTS)
            .map(|at| (from + step * at as f64).round())
            .collect();
        let pairs: Vec<f64> = all.iter().map(|all| self.pair_of(*all)).collect();
        let curve = self.plan.curve(&pairs, self.effect)?;
        Ok(all
            .into_iter()
            .zip(curve)
            .map(|(all, (_, power))| (all, power))
            .collect())
    }
}

/// What every interval of `treatments` comparisons needs for all to hold together.
fn level(treatments: usize) -> Result<Level, Trouble> {
    use whyproof_stats::multiple::{Correction, simultaneous_level};
    simultaneous_level(treatments.max(1), Level::P95, Correction::Bonferroni)
        .map_err(|e| failed(&e))
}

/// Where an always-valid interval is tightest: as it is measured.
fn mixture() -> Mixture {
    Mixture::default()
}
