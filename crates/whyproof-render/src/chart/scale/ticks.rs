//! Numbers at an axis: multiples of 1, 2 or 5 times a power of ten.

use crate::chart::number::{exponent, power_of_ten};

/// The numbers written at an axis, ascending, and how far they are apart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ticks {
    pub(crate) step: f64,
    pub(crate) at: Vec<f64>,
}

impl Ticks {
    /// The number that is furthest from zero.
    pub(crate) fn largest(&self) -> f64 {
        self.at.iter().fold(0.0, |most, at| at.abs().max(most))
    }
}

/// The smallest of 1, 2, 5 and 10 times a power of ten that is not below `value`.
pub(crate) fn nice(value: f64) -> f64 {
    let power = exponent(value);
    let figure = value / power_of_ten(power);
    let steps = [1.0, 2.0, 5.0, 10.0];
    let step = steps
        .into_iter()
        .find(|step| figure <= step * 1.000_001)
        .unwrap_or(10.0);
    times_power(step, power)
}

/// The one of them that is nearest by ratio.
pub(crate) fn nearest_nice(value: f64) -> f64 {
    let above = nice(value);
    let power = exponent(above);
    let below = match (above / power_of_ten(power)).round() as i64 {
        1 => times_power(5.0, power - 1),
        2 => times_power(1.0, power),
        _ => times_power(2.0, power),
    };
    if value * value < above * below {
        below
    } else {
        above
    }
}

/// The next larger one.
pub(crate) fn next_nice(value: f64) -> f64 {
    nice(value * 1.5)
}

/// A multiple of a nice step, as exact as its decimals allow: 3 steps of 0.1 are 0.3.
pub(crate) fn multiple(count: f64, step: f64) -> f64 {
    let power = exponent(step);
    let figure = (step / power_of_ten(power)).round();
    times_power(count * figure, power)
}

fn times_power(figure: f64, power: i32) -> f64 {
    if power < 0 && power > -300 {
        figure / power_of_ten(-power)
    } else {
        figure * power_of_ten(power)
    }
}

/// A range widened until it begins and ends at a tick; about `count` steps.
pub(crate) fn widened(low: f64, high: f64, count: usize) -> (f64, f64, Ticks) {
    let (low, high) = apart(low, high);
    let step = nice((high - low) / count.max(1) as f64);
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil();
    let steps = (last - first) as usize;
    let at: Vec<f64> = (0..=steps)
        .map(|at| multiple(first + at as f64, step))
        .collect();
    (
        multiple(first, step),
        multiple(last, step),
        Ticks { step, at },
    )
}

/// The ticks inside a range that stays as it is.
pub(crate) fn inside(low: f64, high: f64, count: usize) -> Ticks {
    let (low, high) = apart(low, high);
    let step = nice((high - low) / count.max(1) as f64);
    let first = (low / step - 1e-9).ceil();
    let steps = ((high / step + 1e-9).floor() - first).max(0.0) as usize;
    let at = (0..=steps).map(|at| multiple(first + at as f64, step));
    Ticks {
        step,
        at: at
            .filter(|at| *at >= low - step * 1e-6 && *at <= high + step * 1e-6)
            .collect(),
    }
}

/// Numbers that are the same, or nearly so beside their size, get a range about them.
pub(crate) fn apart(low: f64, high: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    if high - low > size * 1e-9 {
        return (low, high);
    }
    let half = if size == 0.0 { 1.0 } else { size * 0.1 };
    (low - half, high + half)
}

/// The range of an axis that need not begin at zero: from zero where that costs a quarter of the
/// height at most.
pub(crate) fn range(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    if low > 0.0 && low <= high * 0.25 {
        (0.0, high)
    } else if high < 0.0 && high >= low * 0.25 {
        (low, 0.0)
    } else {
        apart(low, high)
    }
}
