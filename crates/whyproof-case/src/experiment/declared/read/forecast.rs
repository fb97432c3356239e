//! Reading a forecast: one amount, two, or a table.

use toml::de::DeTable;

use super::field;
use crate::experiment::amount::{Amount, Unit};
use crate::experiment::declared::Forecast;

/// How sure a forecast is taken to be that does not say it.
const USUAL_LEVEL: f64 = 0.9;

/// "25 points", "10 to 30 points", "10 points to 30 points".
pub(super) fn one(text: &str) -> Option<Forecast> {
    let (low, high) = match text.split_once(" to ") {
        None => {
            let one = Amount::read(text)?;
            (one.clone(), one)
        }
        Some((low, high)) => {
            let high = Amount::read(high)?;
            let low = match Amount::read(low)? {
                bare if bare.unit == bare_unit() && high.unit != bare_unit() => {
                    Amount::read(&high_unit(low, &high))?
                }
                low => low,
            };
            (low, high)
        }
    };
    let forecast = Forecast {
        low,
        high,
        level: USUAL_LEVEL,
        clears: None,
    };
    is_whole(&forecast).then_some(forecast)
}

fn bare_unit() -> Unit {
    Unit::Own {
        before: String::new(),
        after: String::new(),
    }
}

/// A number without a unit, in the unit of another: the "10" of "10 to 30 points".
fn high_unit(bare: &str, high: &Amount) -> String {
    match &high.unit {
        Unit::Points => format!("{bare} points"),
        Unit::Percent => format!("{bare}%"),
        Unit::Own { before, after } => format!("{before}{bare} {after}"),
    }
}

pub(super) fn of_table(table: &DeTable<'_>) -> Option<Forecast> {
    let share = |name: &str| -> Option<Option<f64>> {
        match field(table, name) {
            None => Some(None),
            Some(text) => {
                let amount = Amount::read(&text)?;
                (amount.value > 0.0 && amount.value < 1.0).then_some(Some(amount.value))
            }
        }
    };
    let forecast = Forecast {
        low: Amount::read(&field(table, "low")?)?,
        high: Amount::read(&field(table, "high")?)?,
        level: share("level")?.unwrap_or(USUAL_LEVEL),
        clears: share("clears")?,
    };
    is_whole(&forecast).then_some(forecast)
}

/// Whether both ends are in one unit, in order.
fn is_whole(forecast: &Forecast) -> bool {
    forecast.low.unit == forecast.high.unit && forecast.low.value <= forecast.high.value
}
