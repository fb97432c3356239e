//! How the forecasts of one author held, over many experiments.

use whyproof_stats::forecast::{Calibration, Forecast, Outcome, calibration};
use whyproof_stats::{Interval, Level};

use super::Measurement;
use crate::experiment::Lock;
use crate::explain::{capital, counted, number as in_words};

/// Fewer ranges than these tell little, however they came out.
const FEW: u64 = 10;
/// Below it, ranges do not hold as often as they say.
const UNLIKELY: f64 = 0.05;

/// How the forecasts of one author held.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibrated {
    /// Who.
    pub author: String,
    /// How many forecasts there were, each counted once: ranges and single numbers.
    pub forecasts: u64,
    /// How many of them stood in an experiment that is as it was sealed.
    pub sealed: u64,
    /// How many were ranges.
    pub ranges: u64,
    /// How many ranges held what came of it.
    pub held: u64,
    /// How many should have: the sum of their levels.
    pub expected: f64,
    /// The share that held, with its exact interval at 95 % (Clopper and Pearson 1934); none without ranges.
    pub hit_rate: Option<(f64, f64)>,
    /// How likely it is that ranges which hold as often as they say come out so; none without ranges.
    pub p: Option<f64>,
    /// How many came out above the middle of their forecast; half should.
    pub above: u64,
    /// The mean Brier score of “will it clear the bar”, where any was known.
    pub brier: Option<f64>,
    /// The same in plain words, a sentence each.
    pub says: Vec<String>,
}

/// How the forecasts of `author` held; none where there were none. The same forecast of the same experiment, told in
/// several cases, counts once.
pub fn calibrated(author: &str, measured: &[&Measurement]) -> Option<Calibrated> {
    let mut all: Vec<&Measurement> = Vec::new();
    for one in measured.iter().filter(|one| one.forecast.is_some()) {
        let same = |known: &&Measurement| {
            known.name == one.name && known.metric == one.metric && known.forecast == one.forecast
        };
        if !all.iter().any(same) {
            all.push(one);
        }
    }
    let forecasts = || all.iter().filter_map(|one| one.forecast.as_ref());
    let ranges: Vec<Outcome> = forecasts()
        .filter(|one| one.low < one.high)
        .filter_map(|one| {
            let interval = Interval {
                low: one.low,
                high: one.high,
            };
            let forecast = Forecast::new(interval, Level::new(one.level).ok()?).ok()?;
            Some(Outcome {
                forecast,
                effect: one.gain,
                cleared: None,
            })
        })
        .collect();
    let of_ranges = calibration(&ranges).ok();
    let briers: Vec<f64> = forecasts().filter_map(|one| one.brier).collect();
    let is_sealed = |one: &&&Measurement| matches!(one.lock, Lock::Sealed(_));
    let above = forecasts().filter(|one| one.gain > f64::midpoint(one.low, one.high));
    let calibrated = Calibrated {
        author: author.to_owned(),
        forecasts: count(all.len()),
        sealed: count(all.iter().filter(is_sealed).count()),
        ranges: count(ranges.len()),
        held: of_ranges.map_or(0, |of| of.hits),
        expected: of_ranges.map_or(0.0, |of| of.expected_hits),
        hit_rate: of_ranges.map(|of| (of.hit_rate.low, of.hit_rate.high)),
        p: of_ranges.map(|of| of.p),
        above: count(above.count()),
        brier: (!briers.is_empty()).then(|| briers.iter().sum::<f64>() / briers.len() as f64),
        says: says(&all, of_ranges),
    };
    (calibrated.forecasts > 0).then_some(calibrated)
}

fn count(of: usize) -> u64 {
    of as u64
}

fn says(all: &[&Measurement], ranges: Option<Calibration>) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(of) = ranges {
        let held = match (of.hits, of.forecasts) {
            (0, 1) => "The one range did not hold".to_owned(),
            (1, 1) => "The one range held".to_owned(),
            (0, many) => format!("None of {} held", counted(many as usize, "range", "ranges")),
            (hits, many) => format!(
                "{} of {} held",
                capital(&in_words(hits as usize)),
                counted(many as usize, "range", "ranges")
            ),
        };
        says.push(format!(
            "{held} what came of it; {:.1} should have.",
            of.expected_hits
        ));
        says.push(if of.p < UNLIKELY {
            let way = if (of.hits as f64) < of.expected_hits {
                "too narrow: the truth lies outside more often than they say"
            } else {
                "wider than they need to be"
            };
            format!("They are {way} (p {:.2}).", of.p)
        } else if of.forecasts < FEW {
            "So few tell little.".to_owned()
        } else {
            "They hold about as often as they say.".to_owned()
        });
    }
    let forecasts = all.iter().filter_map(|one| one.forecast.as_ref());
    let mut single: Vec<&str> = forecasts
        .filter(|one| one.low >= one.high)
        .map(|one| one.says.as_str())
        .collect();
    match single.as_mut_slice() {
        [] => {}
        [one] => says.push(format!("{one} A single number cannot hold: give a range.")),
        many => says.push(format!(
            "{} were single numbers, which cannot hold: give ranges.",
            capital(&in_words(many.len()))
        )),
    }
    says
}
