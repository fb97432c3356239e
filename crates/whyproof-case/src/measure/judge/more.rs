//! How much more data would tell, if the effect stays as it is.

use whyproof_stats::Alternative;
use whyproof_stats::sequential::{Mixture, confidence_sequence};
use whyproof_stats::verdict::units_to_tell;

use super::Bar;
use crate::experiment::Declared;
use crate::measure::scale;

/// More than this many times as much is not looked for.
const MOST: f64 = 1e6;
/// Halvings of the range in which the answer lies: to a thousandth.
const HALVINGS: usize = 30;

/// How many times the units would make the interval leave the smallest worthwhile effect out; none where no number
/// would.
pub(super) fn times(bar: &Bar<'_>, declared: &Declared, units: f64) -> Option<f64> {
    let direction = scale::direction(declared.direction);
    let estimate = bar.estimate;
    if !declared.method.is_sequential() {
        return units_to_tell(estimate.value, estimate.interval, direction, bar.least).ok();
    }
    // Of a ratio the logarithm has the error.
    let (value, least) = match bar.amount.is_relative() {
        true => (
            estimate.value.ln_1p(),
            direction.gain(direction.gain(bar.least).ln_1p()),
        ),
        false => (estimate.value, bar.least),
    };
    let tells = |times: f64| {
        let error = estimate.standard_error / times.sqrt();
        let found = confidence_sequence(
            value,
            error,
            units * times,
            0.0,
            Mixture::default(),
            estimate.level,
            Alternative::TwoSided,
        );
        found.is_ok_and(|found| {
            let gains = direction.gains(found.interval);
            gains.low >= least || gains.high < least
        })
    };
    let (mut low, mut high) = (1.0, 2.0);
    while !tells(high) {
        (low, high) = (high, 2.0 * high);
        if high > MOST {
            return None;
        }
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if tells(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}
