//! How well many forecasts of one author hold.

use super::scores::{Forecast, brier, crps_normal, interval_score};
use crate::trust::clopper_pearson;
use crate::{Interval, Level, Result, StatsError};

/// A forecast with what came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// What was said before.
    pub forecast: Forecast,
    /// The effect that was measured, in the same unit.
    pub effect: f64,
    /// The forecast probability of clearing the bar, and whether it was cleared; none where that is not known yet.
    pub cleared: Option<(f64, bool)>,
}

/// The scores of one forecast. Less is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Interval score, in the unit of the effect.
    pub interval: f64,
    /// Continuous ranked probability score, in the unit of the effect.
    pub crps: f64,
    /// Whether the effect is in the interval.
    pub hit: bool,
    /// Brier score of "will it clear the bar"; none where that is not known yet.
    pub brier: Option<f64>,
}

impl Outcome {
    /// All scores.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] for a probability not from 0 to 1.
    pub fn score(&self) -> Result<Scored> {
        let forecast = &self.forecast;
        Ok(Scored {
            interval: interval_score(forecast, self.effect)?,
            crps: crps_normal(forecast.mean(), forecast.sd(), self.effect)?,
            hit: forecast.interval().contains(self.effect),
            brier: self
                .cleared
                .map(|(probability, came)| brier(probability, came))
                .transpose()?,
        })
    }
}

/// How an author's forecasts hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// How many forecasts.
    pub forecasts: u64,
    /// How many effects were in their interval.
    pub hits: u64,
    /// How many should have been: the sum of the levels.
    pub expected_hits: f64,
    /// The share that hit, with its exact interval at 95 % (Clopper and Pearson 1934).
    pub hit_rate: Interval,
    /// P-value of "the intervals hold as often as they say": two-sided, exact whatever the mixture of levels.
    pub p: f64,
    /// How many effects came out above the middle of their forecast; half should.
    pub above: u64,
    /// Mean Brier score, where any was known.
    pub brier: Option<f64>,
}

/// The calibration over `outcomes`.
///
/// # Errors
/// [`StatsError::Empty`] without outcomes; as [`Outcome::score`].
pub fn calibration(outcomes: &[Outcome]) -> Result<Calibration> {
    if outcomes.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of forecasts".into(),
        });
    }
    let scores = outcomes
        .iter()
        .map(Outcome::score)
        .collect::<Result<Vec<_>>>()?;
    let n = outcomes.len() as u64;
    let hits = scores.iter().filter(|score| score.hit).count() as u64;
    let levels: Vec<f64> = outcomes
        .iter()
        .map(|outcome| outcome.forecast.level().get())
        .collect();
    let known: Vec<f64> = scores.iter().filter_map(|score| score.brier).collect();
    Ok(Calibration {
        forecasts: n,
        hits,
        expected_hits: levels.iter().sum(),
        hit_rate: clopper_pearson(hits, n, Level::P95)?,
        p: poisson_binomial_p(&levels, hits as usize),
        above: outcomes
            .iter()
            .filter(|outcome| outcome.effect > outcome.forecast.mean())
            .count() as u64,
        brier: (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64),
    })
}

/// Two-sided p-value of `hits` among events with these chances: the sum of all outcomes that are no likelier, over the
/// exact distribution of the number of hits (Wang 1993, by convolution).
fn poisson_binomial_p(chances: &[f64], hits: usize) -> f64 {
    let mut mass = vec![1.0];
    for &chance in chances {
        let mut next = vec![0.0; mass.len() + 1];
        for (i, p) in mass.iter().enumerate() {
            next[i] += p * (1.0 - chance);
            next[i + 1] += p * chance;
        }
        mass = next;
    }
    let limit = mass.get(hits).copied().unwrap_or(0.0) * (1.0 + 1e-7);
    mass.iter().filter(|&&p| p <= limit).sum::<f64>().min(1.0)
}

/// The Brier score of many probabilities, taken apart: mean score = reliability − resolution + uncertainty
/// (Murphy 1973; exact where all probabilities of one bin are equal, so bins are of equal probabilities).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrierParts {
    /// The mean score.
    pub score: f64,
    /// How far said probabilities are from what came: less is better.
    pub reliability: f64,
    /// How far what came differs between what was said: more is better.
    pub resolution: f64,
    /// What cannot be helped: the variance of what came.
    pub uncertainty: f64,
}

/// Takes the mean Brier score of (probability, came true) apart.
///
/// # Errors
/// [`StatsError::Empty`]; [`StatsError::OutOfRange`] where a probability is not from 0 to 1.
pub fn brier_parts(said: &[(f64, bool)]) -> Result<BrierParts> {
    if said.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of probabilities".into(),
        });
    }
    let scores = said
        .iter()
        .map(|&(p, came)| brier(p, came))
        .collect::<Result<Vec<_>>>()?;
    let n = said.len() as f64;
    let share =
        |of: &[(f64, bool)]| of.iter().filter(|(_, came)| *came).count() as f64 / of.len() as f64;
    let base = share(said);
    let mut sorted = said.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut reliability, mut resolution) = (0.0, 0.0);
    for bin in sorted.chunk_by(|a, b| a.0 == b.0) {
        let (came, size) = (share(bin), bin.len() as f64);
        let probability = bin.iter().map(|(p, _)| p).sum::<f64>() / size;
        reliability += size / n * (probability - came).powi(2);
        resolution += size / n * (came - base).powi(2);
    }
    Ok(BrierParts {
        score: scores.iter().sum::<f64>() / n,
        reliability,
        resolution,
        uncertainty: base * (1.0 - base),
    })
}
