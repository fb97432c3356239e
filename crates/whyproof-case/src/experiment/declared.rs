//! What an experiment declares, typed: the metrics, the variants, what is worthwhile, and how it is judged.

mod read;

use jiff::civil::Date;

use super::amount::Amount;
use super::metric::Metric;
pub(super) use read::{Trouble, read};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

/// How an effect is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// What suits the metric: Welch's t for means, the score interval for shares, the delta method for ratios.
    #[default]
    Suited,
    /// Student's t: one variance for all variants.
    Student,
    /// The normal distribution.
    Normal,
    /// An asymptotic confidence sequence, which may be looked at on any day.
    Sequential,
    /// Looks that are planned beforehand, by the boundary of O'Brien and Fleming: hard to stop early.
    OBrienFleming,
    /// Looks that are planned beforehand, by the boundary of Pocock: alike at each.
    Pocock,
    /// A normal posterior with a flat prior.
    Bayesian,
    /// After against before, with the trend taken out.
    BeforeAfter,
    /// The change of the treated against the change of the others.
    DifferenceInDifferences,
    /// A series that is broken at the start.
    InterruptedTimeSeries,
}

impl Method {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        METHODS
            .iter()
            .find(|(_, method)| *method == self)
            .map_or("", |(word, _)| word)
    }

    /// Whether an early look needs no excuse.
    pub fn is_sequential(self) -> bool {
        self == Method::Sequential || self.has_planned_looks()
    }

    /// Whether the days on which it is looked at are planned beforehand.
    pub fn has_planned_looks(self) -> bool {
        matches!(self, Method::OBrienFleming | Method::Pocock)
    }

    /// Whether an effect is compared with the normal distribution, and not with Student's.
    pub(crate) fn is_by_normal(self) -> bool {
        matches!(self, Method::Normal | Method::Bayesian) || self.is_sequential()
    }
}

/// The words of methods; the first of each is the one that is printed.
const METHODS: [(&str, Method); 13] = [
    ("suited", Method::Suited),
    ("welch", Method::Suited),
    ("student", Method::Student),
    ("normal", Method::Normal),
    ("sequential", Method::Sequential),
    ("obrien-fleming", Method::OBrienFleming),
    ("o'brien-fleming", Method::OBrienFleming),
    ("o-brien-fleming", Method::OBrienFleming),
    ("pocock", Method::Pocock),
    ("bayesian", Method::Bayesian),
    ("before-after", Method::BeforeAfter),
    ("difference-in-differences", Method::DifferenceInDifferences),
    ("interrupted-time-series", Method::InterruptedTimeSeries),
];

/// Something that must not get worse.
#[derive(Debug, Clone, PartialEq)]
pub struct Guardrail {
    /// What is measured; none where it is told in words only, and so cannot be.
    pub metric: Option<Metric>,
    /// As it is written.
    pub text: String,
    /// How much worse it may get.
    pub margin: Option<Amount>,
    /// Which way is better; without one it is not judged, for nobody knows what is worse.
    pub direction: Option<Direction>,
}

/// What was expected before there were data.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The least that was expected; the same as `high` where a single number was given.
    pub low: Amount,
    /// The most.
    pub high: Amount,
    /// How sure, from 0 to 1.
    pub level: f64,
    /// How likely it is to clear the smallest worthwhile effect, from 0 to 1, where that was said.
    pub clears: Option<f64>,
}

/// What an experiment declares. What could not be read is not here, and among the troubles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declared {
    /// What is measured, the one that decides first.
    pub metrics: Vec<Metric>,
    /// The file, table or query that has the rows.
    pub from: Option<String>,
    /// An SQL condition on the rows: who is counted.
    pub population: Option<String>,
    /// The column that says who a row is of.
    pub unit: Option<String>,
    /// The column that says which variant a row has.
    pub variant: Option<String>,
    /// The value of it that is compared with.
    pub control: Option<String>,
    /// The values that are compared, in order; empty where the data say it.
    pub treatments: Vec<String>,
    /// The shares in which people were to be split, the control first.
    pub split: Vec<f64>,
    /// The column by whose values people were assigned together.
    pub cluster: Option<String>,
    /// Which way is better; up where nobody said it.
    pub direction: Direction,
    /// Whether somebody said it.
    pub has_direction: bool,
    /// What the control was expected to have.
    pub baseline: Option<Amount>,
    /// How much the metric varies from one to another: its standard deviation.
    pub spread: Option<Amount>,
    /// How many are expected to come in a day.
    pub traffic: Option<f64>,
    /// The smallest effect that is worth it.
    pub worthwhile: Option<Amount>,
    /// What must not get worse.
    pub guardrails: Vec<Guardrail>,
    /// Columns by whose values effects are told apart, declared beforehand.
    pub segments: Vec<String>,
    /// Columns that were known before, within whose values the variants are compared.
    pub strata: Vec<String>,
    /// How it is estimated.
    pub method: Method,
    /// The days on which it is looked at, where the method plans them; they rise, and the last is the end.
    pub looks: Vec<Date>,
    /// Columns that were known before and explain some of the spread of a metric: which metric, as it is written (none
    /// for the one that decides), and its columns.
    pub covariates: Vec<(Option<String>, Vec<String>)>,
    /// What was expected.
    pub forecast: Option<Forecast>,
    /// The first day, or the day of the change.
    pub start: Option<Date>,
    /// The day until which it runs.
    pub end: Option<Date>,
    /// The column that says when.
    pub time: Option<String>,
    /// The seal, as it is written.
    pub locked: Option<String>,
}

impl Declared {
    /// The strata, where they are used: with clusters they are not.
    pub(crate) fn strata_used(&self) -> &[String] {
        match self.cluster {
            Some(_) => &[],
            None => &self.strata,
        }
    }

    /// The covariates of a metric: those declared for it, else, where it `decides`, those declared for none.
    pub fn covariates_of(&self, metric: &str, decides: bool) -> &[String] {
        let of = |wanted: Option<&str>| {
            let mut all = self.covariates.iter();
            all.find(|(of, _)| of.as_deref() == wanted)
                .map(|(_, columns)| columns.as_slice())
        };
        of(Some(metric))
            .or_else(|| of(None).filter(|_| decides))
            .unwrap_or_default()
    }
}
