//! The document of `plan`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::planning::{Needed, Planned};

/// What `whyproof plan --format json` writes. Values are in the metric's own unit: shares and points as fractions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/plan/1")]
pub struct Plan<'a> {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/plan/1"))]
    pub schema: &'static str,
    /// Each experiment that could be planned, in the order of the case.
    pub experiments: Vec<PlannedExperiment<'a>>,
}

/// What an experiment takes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlannedExperiment<'a> {
    /// The experiment.
    pub name: &'a str,
    /// The metric that decides, as it is written.
    pub metric: &'a str,
    /// How it is tested, in words.
    pub method: &'a str,
    /// The smallest worthwhile effect, below zero where a share is to fall.
    pub effect: f64,
    /// The chance with which it is to be seen.
    pub power: f64,
    /// The level of each interval.
    pub level: f64,
    /// What it takes to see it.
    pub needed: PlannedNumber<'a>,
    /// What the verdict takes, if the forecast comes true; null without one beyond the smallest worthwhile effect.
    pub right_thing: Option<PlannedNumber<'a>>,
    /// What `--people` could see.
    pub detectable: Option<f64>,
    /// Numbers of people, and the chance to see the smallest worthwhile effect with each.
    pub curve: Vec<[f64; 2]>,
    /// The same experiment made up many times with what is needed.
    pub simulated: Option<PlannedSimulation>,
    /// What the numbers rest on.
    pub rests_on: &'a [String],
}

/// A number of people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlannedNumber<'a> {
    /// In all.
    pub all: u64,
    /// By variant.
    pub n: BTreeMap<&'a str, u64>,
    /// How many groups, where groups are assigned.
    pub clusters: Option<u64>,
    /// How many days, in whole weeks.
    pub days: Option<u64>,
}

/// What came of experiments that were made up.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct PlannedSimulation {
    /// How many.
    pub runs: u32,
    /// The share that saw the effect.
    pub power: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The share whose interval held the effect.
    pub coverage: f64,
}

impl<'a> Plan<'a> {
    /// The document of what was planned.
    pub fn of(planned: &'a [Planned]) -> Self {
        Self {
            schema: "whyproof/plan/1",
            experiments: planned.iter().map(experiment).collect(),
        }
    }
}

fn experiment(of: &Planned) -> PlannedExperiment<'_> {
    PlannedExperiment {
        name: &of.name,
        metric: &of.metric,
        method: &of.method,
        effect: of.effect,
        power: of.power,
        level: of.level,
        needed: number(&of.needed),
        right_thing: of.forecast.as_ref().map(|(_, needed)| number(needed)),
        detectable: of.detectable.map(|(_, effect)| effect),
        curve: of.curve.iter().map(|&(n, power)| [n, power]).collect(),
        simulated: of.simulated.map(|(runs, simulated)| PlannedSimulation {
            runs,
            power: simulated.power,
            standard_error: simulated.standard_error,
            coverage: simulated.coverage,
        }),
        rests_on: &of.rests_on,
    }
}

fn number(of: &Needed) -> PlannedNumber<'_> {
    PlannedNumber {
        all: of.all,
        n: of
            .variants
            .iter()
            .map(|(name, n)| (name.as_str(), *n))
            .collect(),
        clusters: of.clusters,
        days: of.days,
    }
}
