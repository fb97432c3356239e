//! The forecast, scored now that there is a measurement.

use whyproof_stats::effect::Effect;
use whyproof_stats::forecast::{Forecast, brier, crps_normal, interval_score};
use whyproof_stats::{Interval, Level, Result};

use super::judge::Bench;
use super::scale;
use super::shown::amount;
use super::told::{Forecasted, Note, Trouble};
use crate::experiment::{self, Direction};

/// That a forecast waits for the end.
pub(super) fn waits(bench: &Bench<'_>) -> Option<Note> {
    let declared = bench.declared;
    let end = declared.end.filter(|_| !bench.is_over())?;
    declared.forecast.as_ref()?;
    Some(Note::fine(format!(
        "The forecast is scored when it has ended, on {end}."
    )))
}

/// How the forecast did; none where there was none, or it has not ended.
pub(super) fn forecasted(
    bench: &Bench<'_>,
    effect: &Effect,
) -> std::result::Result<Option<Forecasted>, Trouble> {
    let (declared, scale) = (bench.declared, bench.scale);
    let Some(forecast) = declared.forecast.as_ref().filter(|_| bench.is_over()) else {
        return Ok(None);
    };
    let estimate = scale.estimate(effect, &forecast.low)?;
    let better = scale::direction(declared.direction);
    let gain = better.gain(estimate.value);
    let (low, high) = gains(forecast, declared.direction);
    let bar = declared.worthwhile.as_ref();
    let bar = bar.filter(|bar| bar.is_relative() == forecast.low.is_relative());
    let bar = bar.map(|bar| scale::gain(bar.value, declared.direction));
    let cleared = bar.and_then(|bar| {
        let gains = better.gains(estimate.interval);
        (gains.low >= bar || gains.high < bar).then_some(gains.low >= bar)
    });
    let scores = scores(forecast, (low, high), gain, bar, cleared);
    let (interval_score, crps, brier) =
        scores.map_err(|error| super::trouble::of(&scale.metric, &error))?;
    Ok(Some(Forecasted {
        low,
        high,
        level: forecast.level,
        unit: forecast.low.unit.clone(),
        gain,
        interval_score,
        crps,
        brier,
        says: says(forecast, (low, high), gain),
    }))
}

/// The forecast as gains: where less is better, "5 to 10 minutes" is a gain; where a number is below zero they are
/// changes, "-10 to -5 minutes" and "-10 to 2 minutes".
fn gains(forecast: &experiment::Forecast, direction: Direction) -> (f64, f64) {
    let (low, high) = (forecast.low.value, forecast.high.value);
    match direction {
        Direction::Down if low < 0.0 => (-high, -low),
        _ => (low, high),
    }
}

type Scores = (Option<f64>, f64, Option<f64>);

fn scores(
    forecast: &experiment::Forecast,
    (low, high): (f64, f64),
    gain: f64,
    bar: Option<f64>,
    cleared: Option<bool>,
) -> Result<Scores> {
    let level = Level::new(forecast.level)?;
    let wide = (high > low).then(|| Forecast::new(Interval { low, high }, level));
    let Some(wide) = wide.transpose()? else {
        let brier = match (forecast.clears, cleared) {
            (Some(chance), Some(came)) => Some(brier(chance, came)?),
            _ => None,
        };
        return Ok((None, (gain - low).abs(), brier));
    };
    let chance = match (forecast.clears, bar) {
        (Some(chance), _) => Some(chance),
        (None, Some(bar)) => Some(wide.chance_beyond(whyproof_stats::Direction::Up, bar)?),
        (None, None) => None,
    };
    let brier = match (chance, cleared) {
        (Some(chance), Some(came)) => Some(brier(chance, came)?),
        _ => None,
    };
    let crps = crps_normal(wide.mean(), wide.sd(), gain)?;
    Ok((Some(interval_score(&wide, gain)?), crps, brier))
}

fn says(forecast: &experiment::Forecast, (low, high): (f64, f64), gain: f64) -> String {
    let unit = &forecast.low.unit;
    let came = amount(gain, unit);
    if low == high {
        let away = amount((gain - low).abs(), unit);
        let way = if gain >= low { "low" } else { "high" };
        return format!(
            "The forecast was {}, and {came} came of it: too {way} by {away}.",
            amount(low, unit)
        );
    }
    let hit = if (low..=high).contains(&gain) {
        "within it"
    } else if gain > high {
        "above it"
    } else {
        "below it"
    };
    format!(
        "The forecast was {} to {}, and {came} came of it, {hit}.",
        super::shown::bare(low, unit),
        amount(high, unit)
    )
}
