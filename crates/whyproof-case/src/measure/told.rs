//! What a measurement says, as plain data for whoever shows it.

use jiff::civil::Date;
use whyproof_stats::Interval;

use crate::experiment::{Amount, Direction, Lock, Unit, Verdict};

/// What measuring one experiment gave. Values are in the metric's own unit: points and shares as fractions.
#[derive(Debug, Clone, PartialEq)]
pub struct Measurement {
    /// The experiment.
    pub name: String,
    /// The metric that decides, as it is written.
    pub metric: String,
    /// Which way of it is better.
    pub direction: Direction,
    /// The column that says who had what, where people were split.
    pub variant: Option<String>,
    /// How it was estimated, in words.
    pub method: String,
    /// Whether the control is what would have been, and not what was measured of others.
    pub is_made_up: bool,
    /// Whether the effect is not the plain difference of the variants: covariates or strata take something off.
    pub is_adjusted: bool,
    /// What values of the metric are shown in: points for a share.
    pub unit: Unit,
    /// What is counted, in the plural: `people`, or what `unit` says.
    pub units: String,
    /// The smallest effect that is worth it, where one was declared.
    pub worthwhile: Option<Amount>,
    /// The variants, the control first.
    pub variants: Vec<Arm>,
    /// One for each treatment, of the metric that decides.
    pub effects: Vec<Effect>,
    /// How the variants' sizes stand to the declared split.
    pub split: Option<Split>,
    /// Whether variants look as if they were to be alike, and are not, where no split was declared.
    pub is_uneven: bool,
    /// What must not get worse.
    pub guardrails: Vec<Guarded>,
    /// The same effect in parts of the people, declared beforehand.
    pub segments: Vec<Segment>,
    /// Effects on the other metrics. They decide nothing.
    pub others: Vec<Other>,
    /// How the forecast did.
    pub forecast: Option<Forecasted>,
    /// Which of the planned looks this is, where some were planned.
    pub look: Option<Looked>,
    /// The day until which it runs, and whether that has come; none where looks are planned.
    pub end: Option<(Date, bool)>,
    /// What there is to know about whether the numbers can be trusted, warnings first.
    pub trust: Vec<Note>,
    /// What nobody could look at, since a key is not declared: a clause each.
    pub unchecked: Vec<String>,
    /// What must hold for the effect to be the idea's, a sentence each.
    pub assumptions: Vec<String>,
    /// How the experiment stands to its seal.
    pub lock: Lock,
    /// What there is to say of the seal; it stands in `trust`, too.
    pub lock_notes: Vec<Note>,
    /// Whether at least one row was read from outside the case.
    pub outside: bool,
    /// The files outside the case that were read, seen from the workspace's root.
    pub files: Vec<String>,
    /// The SQL that was asked, in order.
    pub queries: Vec<String>,
    /// Why there is no number.
    pub trouble: Option<Trouble>,
}

/// One of the looks that were planned beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// Which it is, from 1; 0 before the first.
    pub now: usize,
    /// How many were planned.
    pub planned: usize,
    /// The day of the next; none after the last.
    pub next: Option<Date>,
}

/// Something to know about whether the numbers can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A sentence.
    pub says: String,
    /// Whether it is a reason to doubt them.
    pub warns: bool,
}

impl Note {
    /// What is as it should be, or only good to know.
    pub(super) fn fine(says: impl Into<String>) -> Note {
        Note {
            says: says.into(),
            warns: false,
        }
    }

    /// A reason to doubt the numbers.
    pub(super) fn warning(says: impl Into<String>) -> Note {
        Note {
            says: says.into(),
            warns: true,
        }
    }
}

/// Why something cannot be measured, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong: a sentence.
    pub message: String,
    /// What to do: a sentence.
    pub help: String,
}

/// One variant.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// The value of the variant's column.
    pub name: String,
    /// How many rows it has that could be measured.
    pub n: u64,
    /// How many it has in all.
    pub rows: u64,
    /// How many of these lack the metric, a covariate or the cluster.
    pub missing: u64,
    /// The metric; with covariates, as it is without them.
    pub value: Option<f64>,
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated {
    /// The number.
    pub value: f64,
    /// Its interval; an end may be infinite.
    pub interval: Interval,
    /// How likely so large an effect would be by chance alone; none where the method gives none.
    pub p: Option<f64>,
}

/// A treatment against the control.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The treatment.
    pub treatment: String,
    /// The control; `before` where there is none.
    pub control: String,
    /// The metric in the control, and in the treatment.
    pub values: (f64, f64),
    /// Treatment less control, in the metric's unit.
    pub absolute: Estimated,
    /// Treatment over control, less 1; or why there is none.
    pub relative: Result<Estimated, String>,
    /// The level of the intervals together, as a fraction.
    pub level: f64,
    /// The verdict; none where no smallest worthwhile effect was declared.
    pub verdict: Option<Verdict>,
    /// Why, the decisive reason first; a sentence each.
    pub reasons: Vec<String>,
    /// How many times as many people would tell, where it is not known yet.
    pub more: Option<f64>,
    /// Why there is no verdict though the interval would give one, as a clause.
    pub caution: Option<String>,
    /// What to believe, where the method is Bayesian.
    pub belief: Option<Belief>,
}

/// What a posterior says; the prior is flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// How likely the treatment is better.
    pub better: f64,
    /// How likely it is better by the smallest worthwhile effect.
    pub worthwhile: Option<f64>,
    /// What is lost on average by choosing the treatment, in the metric's unit.
    pub loss: f64,
}

/// The sizes of the variants against the declared split.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// How likely sizes so far off would be by chance.
    pub p: f64,
    /// Whether that is too unlikely to trust any effect.
    pub off: bool,
    /// What was counted, and what was expected, by variant.
    pub counts: Vec<(u64, f64)>,
}

/// Whether something got worse that must not.
#[derive(Debug, Clone, PartialEq)]
pub struct Guarded {
    /// As it is written.
    pub text: String,
    /// The treatment; none where it was not measured.
    pub treatment: Option<String>,
    /// How much worse it may get.
    pub margin: Option<Amount>,
    /// Which way of it is better.
    pub direction: Direction,
    /// What values of it are shown in.
    pub unit: Unit,
    /// The effect on it, on the margin's scale.
    pub effect: Option<Estimated>,
    /// What the interval says.
    pub state: Guard,
    /// The same in a sentence.
    pub says: String,
}

/// How a guardrail stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Harm beyond the margin is ruled out.
    Holds,
    /// It is beyond its margin for sure.
    Broken,
    /// The margin is in the interval.
    NotKnownYet,
    /// It is not in the data, or has no margin.
    NotMeasured,
}

impl Guard {
    /// The words used in output.
    pub fn word(self) -> &'static str {
        match self {
            Guard::Holds => "holds",
            Guard::Broken => "broken",
            Guard::NotKnownYet => "not known yet",
            Guard::NotMeasured => "not measured",
        }
    }
}

/// The effect in one part of the people.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The column.
    pub column: String,
    /// Its value there.
    pub value: String,
    /// The treatment.
    pub treatment: String,
    /// How many rows could be measured, in control and treatment.
    pub n: (u64, u64),
    /// The effect, adjusted for the number of segments; or why there is none.
    pub effect: Result<Estimated, String>,
}

/// The effect on another metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The metric, as it is written.
    pub metric: String,
    /// What values of it are shown in.
    pub unit: Unit,
    /// The treatment.
    pub treatment: String,
    /// The metric in the control and in the treatment, and the effect, adjusted for the number of metrics; or why
    /// there is none.
    pub effect: Result<((f64, f64), Estimated), String>,
}

/// How a forecast did; the scores are better the smaller they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecasted {
    /// The least that was expected, and the most, as a gain on the scale of the effect.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// How sure, from 0 to 1.
    pub level: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// What came of it, as a gain on the same scale.
    pub gain: f64,
    /// Width, and a penalty for missing; none for a single number.
    pub interval_score: Option<f64>,
    /// The continuous ranked probability score; the distance for a single number.
    pub crps: f64,
    /// The square of the distance between the chance that was given to clearing the bar and what came, where that is
    /// known.
    pub brier: Option<f64>,
    /// The same in a sentence.
    pub says: String,
}
