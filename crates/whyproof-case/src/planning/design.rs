//! From what is declared and said to a plan that statistics can solve.

use whyproof_stats::dist::{Distribution, Normal};
use whyproof_stats::plan::{Clusters, Metric as Measured, Monitoring, Plan, Test};

use super::{Wishes, level, mixture};
use crate::experiment::{Amount, Declared, Experiment, Method, Metric, Summary, Unit};
use crate::measure::{Looks, Trouble, counted_in, gain, is_no_share, no_share, number, percent};

/// A trend that is taken out makes the variance of a level four times as large, where the change is in the middle: its
/// correlation with the step is √3/2.
const TREND: f64 = 4.0;
/// Where the trend may change, too, the time after is held against the line of the time before, drawn on: 28 σ²/n in the
/// place of 4 σ²/n, the change in the middle.
const BOTH: f64 = 7.0;

/// What is planned.
#[derive(Debug, Clone)]
pub(super) struct Design {
    pub(super) metric: String,
    pub(super) units: String,
    pub(super) method: String,
    pub(super) worthwhile: Amount,
    /// The smallest worthwhile effect as a gain, in the metric's own unit.
    pub(super) effect: f64,
    /// The forecast, and as a gain in the metric's own unit, where that is beyond the smallest worthwhile effect.
    pub(super) beyond: Option<(Amount, f64)>,
    /// The forecast, where it falls short of that.
    pub(super) short: Option<Amount>,
    pub(super) unit: Unit,
    /// The variants and their shares, the control first.
    pub(super) split: Vec<(String, f64)>,
    pub(super) traffic: Option<f64>,
    /// Control against the smallest treatment.
    pub(super) plan: Plan,
    pub(super) rests_on: Vec<String>,
}

impl Design {
    pub(super) fn of(experiment: &Experiment, wishes: &Wishes) -> Result<Design, Trouble> {
        let declared = &experiment.declared;
        let metric = declared.metrics.first().ok_or_else(|| {
            trouble(
                "The experiment has no metric that can be read.",
                "Write `metric = \"COLUMN\"`.",
            )
        })?;
        let worthwhile = declared.worthwhile.clone().ok_or_else(|| {
            trouble(
                "Nobody said what would be worth it, and how many are needed hangs on that.",
                "Write the smallest effect that would be worth it: `worthwhile = \"3 points\"`.",
            )
        })?;
        let mut facts = Facts::of(declared, wishes, metric, &worthwhile);
        let measured = facts.measured()?;
        let effect = facts.own(&worthwhile)?;
        if effect == 0.0 {
            return Err(trouble(
                "No number of people tells an effect of nothing from none.",
                "Write a `worthwhile` above zero.",
            ));
        }
        let (beyond, short) = facts.forecast(effect)?;
        let split = split(declared);
        let mut plan = Plan::new(measured);
        plan.level = level(split.len() - 1)?;
        plan.ratio = ratio(&split);
        plan.explained = wishes.explained;
        plan.clusters = facts.clusters()?;
        // t with as many degrees of freedom as clusters less two.
        if matches!(declared.method, Method::Student) || plan.clusters.is_some() {
            plan.test = Test::Student;
        }
        if declared.method.is_by_normal() {
            plan.test = Test::Normal;
        }
        if declared.method == Method::Sequential {
            plan.monitoring = Monitoring::AlwaysValid(mixture());
        }
        facts.looks(&mut plan)?;
        facts.left_out();
        let effect = signed(effect, measured, declared);
        let beyond = beyond.map(|(amount, gain)| (amount, signed(gain, measured, declared)));
        Ok(Design {
            metric: metric.name.clone(),
            units: facts.units(),
            method: words(declared, measured, split.len() - 1),
            worthwhile: worthwhile.clone(),
            effect,
            beyond,
            short,
            unit: facts.unit(),
            split,
            traffic: wishes.traffic.or(declared.traffic),
            plan,
            rests_on: facts.rests_on,
        })
    }
}

/// A share that is to fall falls; of all else the sign says nothing about how many are needed.
fn signed(gain: f64, measured: Measured, declared: &Declared) -> f64 {
    let falls = declared.direction == crate::experiment::Direction::Down;
    if falls && matches!(measured, Measured::Proportion { .. }) {
        -gain
    } else {
        gain
    }
}

/// The variants and their shares: as declared, else alike.
fn split(declared: &Declared) -> Vec<(String, f64)> {
    let control = declared
        .control
        .clone()
        .unwrap_or_else(|| "control".to_owned());
    let mut names = vec![control];
    names.extend(declared.treatments.iter().cloned());
    if names.len() == 1 {
        let more = declared.split.len().max(2) - 1;
        names.extend((1..=more).map(|at| match more {
            1 => "treatment".to_owned(),
            _ => format!("treatment {at}"),
        }));
    }
    let equal = 1.0 / names.len() as f64;
    let fits = declared.split.len() == names.len();
    let share = |at: usize| {
        declared
            .split
            .get(at)
            .copied()
            .filter(|_| fits)
            .unwrap_or(equal)
    };
    let shares: Vec<f64> = (0..names.len()).map(share).collect();
    names.into_iter().zip(shares).collect()
}

/// The smallest treatment's share to the control's.
fn ratio(split: &[(String, f64)]) -> f64 {
    let control = split.first().map_or(0.5, |(_, share)| *share);
    let treatments = split.iter().skip(1).map(|(_, share)| *share);
    treatments.fold(f64::INFINITY, f64::min) / control
}

fn words(declared: &Declared, measured: Measured, treatments: usize) -> String {
    let test = match (declared.method, measured) {
        (Method::Student, _) => "Student's t",
        (Method::Sequential, _) => "a confidence sequence, looked at on any day",
        (Method::OBrienFleming, _) => "planned looks, by the boundary of O’Brien and Fleming",
        (Method::Pocock, _) => "planned looks, by the boundary of Pocock",
        (Method::Bayesian, _) => "a normal posterior with a flat prior",
        (Method::Normal, Measured::Mean { .. }) => "the normal distribution",
        (Method::BeforeAfter | Method::InterruptedTimeSeries, _) => {
            "days before and after, the trend taken out"
        }
        (Method::DifferenceInDifferences, _) => "the change of one and the other",
        (_, Measured::Proportion { .. }) => "the difference of two shares",
        (_, Measured::Mean { .. }) => "Welch's t",
    };
    if treatments > 1 {
        format!("{test}; {treatments} treatments, intervals by Bonferroni")
    } else {
        test.to_owned()
    }
}

/// What is known of the metric.
struct Facts<'f> {
    declared: &'f Declared,
    wishes: &'f Wishes,
    metric: &'f Metric,
    worthwhile: &'f Amount,
    baseline: Option<Amount>,
    spread: Option<Amount>,
    rests_on: Vec<String>,
}

impl<'f> Facts<'f> {
    fn of(
        declared: &'f Declared,
        wishes: &'f Wishes,
        metric: &'f Metric,
        worthwhile: &'f Amount,
    ) -> Self {
        Facts {
            declared,
            wishes,
            metric,
            worthwhile,
            baseline: wishes
                .baseline
                .clone()
                .or_else(|| declared.baseline.clone()),
            spread: wishes.spread.clone().or_else(|| declared.spread.clone()),
            rests_on: Vec::new(),
        }
    }

    fn is_by_time(&self) -> bool {
        let method = self.declared.method;
        matches!(method, Method::BeforeAfter | Method::InterruptedTimeSeries)
    }

    fn units(&self) -> String {
        match &self.metric.summary {
            _ if self.is_by_time() => "days".to_owned(),
            // Its events are of exposure, and that is what is counted.
            Summary::Rate { per } => per.replace('_', " "),
            _ => counted_in(self.declared.unit.as_deref()),
        }
    }

    /// What effects are shown in.
    fn unit(&self) -> Unit {
        match &self.worthwhile.unit {
            Unit::Percent if self.is_share() => Unit::Points,
            Unit::Percent => {
                let own = self.baseline.iter().chain(&self.spread);
                let own = own.map(|amount| &amount.unit);
                own.into_iter()
                    .find(|unit| matches!(unit, Unit::Own { .. }))
                    .cloned()
                    .unwrap_or_else(crate::measure::no_unit)
            }
            unit => unit.clone(),
        }
    }

    /// Whether the metric is a share: points are of one, and so is a baseline in percent.
    fn is_share(&self) -> bool {
        let shares = matches!(self.metric.summary, Summary::Mean);
        let in_percent = |amount: &Amount| matches!(amount.unit, Unit::Points | Unit::Percent);
        shares
            && self.spread.is_none()
            && (self.worthwhile.unit == Unit::Points
                || self.baseline.as_ref().is_some_and(in_percent))
    }

    fn measured(&mut self) -> Result<Measured, Trouble> {
        let metric = format!("“{}”", self.metric.name);
        if self.is_share() {
            if is_no_share(self.worthwhile) {
                return Err(no_share(&self.metric.name));
            }
            let base = self.base()?;
            self.rests_on.push(format!(
                "{} of the control have {metric}, as it is expected.",
                crate::measure::percent(base)
            ));
            return Ok(Measured::Proportion { base });
        }
        if let (Summary::Rate { .. }, None) = (&self.metric.summary, &self.spread) {
            let variance = self.base()?;
            self.rests_on.push(format!(
                "Events of {metric} come {} to one unit of exposure, each for itself.",
                crate::measure::number(variance)
            ));
            return Ok(Measured::Mean { variance });
        }
        let spread = self.spread()?;
        let mut variance = spread * spread;
        if let Summary::Quantile(q) = self.metric.summary {
            let at = Normal.quantile(q);
            let density = (-at * at / 2.0).exp() / (std::f64::consts::TAU.sqrt() * spread);
            variance = q * (1.0 - q) / (density * density);
            self.rests_on
                .push(format!("{metric} is spread like a normal distribution."));
        }
        if self.is_by_time() {
            let (times, word) = match self.declared.method {
                Method::InterruptedTimeSeries => (BOTH, "seven"),
                _ => (TREND, "four"),
            };
            variance *= times;
            self.rests_on.push(format!(
                "Half the days come before the change, half after it, and no day hangs on the one before; taking the trend out needs {word} times the days."
            ));
        }
        Ok(Measured::Mean { variance })
    }

    fn spread(&mut self) -> Result<f64, Trouble> {
        let of = match self.declared.method {
            Method::DifferenceInDifferences => "the change of one unit",
            Method::BeforeAfter | Method::InterruptedTimeSeries => "a day's value",
            _ => match self.metric.summary {
                Summary::Ratio { .. } => "one unit's part in the ratio",
                _ => "one unit's value",
            },
        };
        let Some(spread) = self.spread.clone().filter(|spread| spread.value > 0.0) else {
            return Err(trouble(
                &format!("It is not said how much “{}” varies.", self.metric.name),
                &format!(
                    "Write `spread = \"8 minutes\"`, or `--spread`: the standard deviation of {of}, from data that you have; for a share write `baseline = \"40%\"`."
                ),
            ));
        };
        let value = match (&spread.unit, &self.baseline) {
            (Unit::Percent, Some(base)) if !base.is_relative() => spread.value * base.value,
            _ => spread.value,
        };
        self.rests_on.push(format!(
            "The standard deviation of {of} is {}, as it is expected.",
            crate::measure::amount(spread.value, &spread.unit)
        ));
        Ok(value)
    }

    fn base(&self) -> Result<f64, Trouble> {
        let base = self.baseline.as_ref().map(|amount| amount.value);
        if let Some(amount) = self
            .baseline
            .as_ref()
            .filter(|amount| self.is_share() && is_no_share(amount))
        {
            return Err(trouble(
                &format!(
                    "`baseline` is {}, which “{}” cannot be: it is a share.",
                    crate::measure::amount(amount.value, &amount.unit),
                    self.metric.name
                ),
                "Write `baseline = \"40%\"` for forty in a hundred.",
            ));
        }
        base.filter(|base| *base > 0.0).ok_or_else(|| {
            trouble(
                &format!("It is not said what “{}” is without the idea.", self.metric.name),
                "Write `baseline = \"40%\"`, or `--baseline`: what the control is expected to have.",
            )
        })
    }

    /// An amount as a gain in the metric's own unit.
    fn own(&self, amount: &Amount) -> Result<f64, Trouble> {
        let value = gain(amount.value, self.declared.direction);
        if !amount.is_relative() {
            return Ok(value);
        }
        Ok(value * self.base()?)
    }

    /// The forecast: where it is beyond the smallest worthwhile effect, as a gain, too; else where it falls short.
    #[expect(clippy::type_complexity, reason = "one of two")]
    fn forecast(&self, effect: f64) -> Result<(Option<(Amount, f64)>, Option<Amount>), Trouble> {
        let Some(forecast) = &self.declared.forecast else {
            return Ok((None, None));
        };
        let middle = Amount {
            value: f64::midpoint(forecast.low.value, forecast.high.value),
            unit: forecast.low.unit.clone(),
        };
        let gain = self.own(&middle)?;
        Ok(match gain {
            gain if gain > effect => (Some((middle, gain)), None),
            gain if gain < effect => (None, Some(middle)),
            _ => (None, None),
        })
    }

    /// The looks that are planned, and what they cost.
    fn looks(&mut self, plan: &mut Plan) -> Result<(), Trouble> {
        let last = self.declared.looks.last().copied().unwrap_or_default();
        let Some(looks) = Looks::of(self.declared, last)? else {
            return Ok(());
        };
        let failed = |error| super::failed(&error);
        let boundaries = looks.boundaries(plan.level).map_err(failed)?;
        let power = self.wishes.power.unwrap_or(super::USUAL_POWER);
        let drift = boundaries.drift_for(power).map_err(failed)?;
        let share = boundaries.expected_share(drift).map_err(failed)?;
        let more = boundaries.inflation(power).map_err(failed)?;
        self.rests_on.push(format!(
            "It is looked at on {} days that are planned. That takes {} times as many as one look at the end; but where the effect is there, it can end after {} of them on average.",
            self.declared.looks.len(),
            number(more),
            percent(share)
        ));
        plan.monitoring = Monitoring::GroupSequential(boundaries);
        Ok(())
    }

    /// What was declared and changes nothing here, or was not.
    fn left_out(&mut self) {
        if !self.declared.covariates.is_empty() && self.wishes.explained == 0.0 {
            self.rests_on.push(
                "Nothing is taken off for the covariates: `--explained 30%` says which share of the variance they explain."
                    .to_owned(),
            );
        }
        if !self.declared.strata.is_empty() && self.wishes.explained == 0.0 {
            self.rests_on.push(
                "Nothing is taken off for the strata: `--explained 30%` says which share of the variance lies between them."
                    .to_owned(),
            );
        }
        if !self.declared.guardrails.is_empty() {
            self.rests_on.push(
                "It is enough for the metric that decides; whether the guardrails hold may take more."
                    .to_owned(),
            );
        }
        if self.declared.treatments.is_empty() && self.declared.variant.is_some() {
            self.rests_on.push(
                "There is one treatment; where there are more write `treatments`.".to_owned(),
            );
        }
        if let Summary::Rate { per } = &self.metric.summary {
            self.rests_on.push(format!(
                "What is counted is exposure, `{per}`, and `traffic` is how much of it comes."
            ));
        }
    }

    fn clusters(&mut self) -> Result<Option<Clusters>, Trouble> {
        match (&self.declared.cluster, self.wishes.clusters) {
            (_, Some((size, icc))) => {
                self.rests_on.push(format!(
                    "{} belong together{}, and {} of the variance lies between their groups (intraclass correlation).",
                    crate::measure::number(size),
                    match self.wishes.size_variation {
                        0.0 => ", in every group".to_owned(),
                        varies => format!(" on average, give or take {}", crate::measure::percent(varies)),
                    },
                    crate::measure::percent(icc)
                ));
                Ok(Some(Clusters {
                    size,
                    icc,
                    size_variation: self.wishes.size_variation,
                }))
            }
            (Some(cluster), None) => Err(trouble(
                &format!(
                    "Whole values of `{cluster}` are assigned, and it is not said how many are in one and how alike they are."
                ),
                "Say it, from data that you have: `--cluster-size 20 --icc 0.05`. The second is the intraclass correlation: 0 where those of one are as unlike as any, 1 where they are all the same. Try a low and a high one.",
            )),
            (None, None) => Ok(None),
        }
    }
}

fn trouble(message: &str, help: &str) -> Trouble {
    Trouble {
        message: message.to_owned(),
        help: help.to_owned(),
    }
}
