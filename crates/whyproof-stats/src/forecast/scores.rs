//! Proper scores: nobody gains by saying other than what they believe (Gneiting and Raftery 2007). Less is better.

use crate::dist::{Distribution, Normal};
use crate::error::finite;
use crate::{Direction, Interval, Level, Result, StatsError};

/// An interval that was given before the launch: with probability `level`, the effect will be in it.
///
/// Where a whole distribution is needed it is read as the central interval of a normal one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    interval: Interval,
    level: Level,
}

impl Forecast {
    /// A forecast, in the unit of the effect.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where the interval has no width; [`StatsError::NotFinite`] where it has an open end.
    pub fn new(interval: Interval, level: Level) -> Result<Self> {
        let width = finite(interval.width(), "the width of the forecast")?;
        if width <= 0.0 {
            return Err(StatsError::out_of_range(
                "the width of the forecast",
                width,
                "above zero",
            ));
        }
        Ok(Self { interval, level })
    }

    /// The interval.
    pub fn interval(&self) -> Interval {
        self.interval
    }

    /// Its level.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Its middle.
    pub fn mean(&self) -> f64 {
        self.interval.low + self.interval.width() / 2.0
    }

    /// The deviation of the normal distribution that has this central interval.
    pub fn sd(&self) -> f64 {
        self.interval.width() / (2.0 * Normal.upper_quantile(self.level.alpha() / 2.0))
    }

    /// The forecast probability that the effect reaches `bar` (the smallest worthwhile effect, at least 0).
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn chance_beyond(&self, direction: Direction, bar: f64) -> Result<f64> {
        finite(bar, "the bar")?;
        Ok(Normal.sf((bar - direction.gain(self.mean())) / self.sd()))
    }
}

/// Interval score: width, plus 2/α for each unit by which the effect missed the interval (Gneiting and Raftery 2007,
/// equation 43). In the unit of the effect.
///
/// # Errors
/// [`StatsError::NotFinite`].
pub fn interval_score(forecast: &Forecast, effect: f64) -> Result<f64> {
    finite(effect, "the measured effect")?;
    let Interval { low, high } = forecast.interval;
    let missed = (low - effect).max(0.0) + (effect - high).max(0.0);
    finite(
        high - low + 2.0 / forecast.level.alpha() * missed,
        "the interval score",
    )
}

/// Continuous ranked probability score of a normal forecast (Gneiting and Raftery 2007, equation 21). In the unit of
/// the effect; for a forecast without width it is the distance to the effect.
///
/// # Errors
/// [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] for a deviation not above zero.
pub fn crps_normal(mean: f64, sd: f64, effect: f64) -> Result<f64> {
    finite(mean, "the forecast's mean")?;
    finite(effect, "the measured effect")?;
    if !(sd > 0.0 && sd.is_finite()) {
        return Err(StatsError::out_of_range(
            "the forecast's deviation",
            sd,
            "a finite number above zero",
        ));
    }
    let z = ((effect - mean) / sd).abs();
    // 2Φ(z) − 1 is 1 − 2Φ(−z), which keeps its digits.
    let centre =
        z * (1.0 - 2.0 * Normal.sf(z)) + 2.0 * Normal.pdf(z) - std::f64::consts::PI.sqrt().recip();
    finite(sd * centre, "the score")
}

/// Continuous ranked probability score of a forecast given as equally likely values: E|X − y| − ½ E|X − X′|
/// (Gneiting and Raftery 2007, equation 20). In the unit of the effect.
///
/// # Errors
/// [`StatsError::Empty`] without values; [`StatsError::NotFinite`].
pub fn crps_sample(values: &[f64], effect: f64) -> Result<f64> {
    if values.is_empty() {
        return Err(StatsError::Empty {
            which: "the forecast".into(),
        });
    }
    finite(effect, "the measured effect")?;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let (mut distance, mut spread) = (0.0, 0.0);
    for (i, &value) in sorted.iter().enumerate() {
        finite(value, "a value of the forecast")?;
        distance += (value - effect).abs();
        // Σᵢ Σⱼ |xᵢ − xⱼ| by rank: each value counts as often as it is the larger less the smaller one.
        spread += value * (2.0 * i as f64 + 1.0 - n);
    }
    finite(distance / n - spread / (n * n), "the score")
}

/// Brier score of a probability: (p − o)², o = 1 where it came true (Brier 1950).
///
/// # Errors
/// [`StatsError::OutOfRange`] where the probability is not from 0 to 1.
pub fn brier(probability: f64, came_true: bool) -> Result<f64> {
    if !(0.0..=1.0).contains(&probability) {
        return Err(StatsError::out_of_range(
            "the probability",
            probability,
            "from 0 to 1",
        ));
    }
    let outcome = if came_true { 1.0 } else { 0.0 };
    Ok((probability - outcome).powi(2))
}
