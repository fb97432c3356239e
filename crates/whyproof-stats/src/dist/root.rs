//! Quantiles by a bracketed search on a tail that is known accurately.

/// Where the falling function `tail` takes the value `target`; `slope` is minus its derivative.
///
/// Newton's steps on ln(tail), which is nearly straight far out, kept inside a bracket that halves
/// when a step leaves it. `low` and `high` bound the answer and may be infinite.
pub(super) fn falling(
    target: f64,
    start: f64,
    (mut low, mut high): (f64, f64),
    tail: impl Fn(f64) -> f64,
    slope: impl Fn(f64) -> f64,
) -> f64 {
    let mut x = start;
    for _ in 0..400 {
        let value = tail(x);
        if value == target {
            return x;
        }
        if value > target {
            low = x;
        } else {
            high = x;
        }
        let step = value * (value / target).ln() / slope(x);
        let mut next = x + step;
        if !(next > low && next < high) {
            next = middle(low, high, x);
        }
        if (next - x).abs() <= f64::EPSILON * next.abs() {
            return next;
        }
        x = next;
    }
    x
}

/// Between two bounds, where an infinite one is approached by doubling.
fn middle(low: f64, high: f64, x: f64) -> f64 {
    match (low.is_finite(), high.is_finite()) {
        (true, true) => low + (high - low) / 2.0,
        (true, false) => low + (2.0 * x.abs()).max(1.0),
        (false, true) => high - (2.0 * x.abs()).max(1.0),
        (false, false) => x,
    }
}
