//! Quadrature and roots: what the sequential, many-to-one and planning parts integrate and solve with.
//!
//! Nodes are made, not tabulated: Newton steps on the Legendre polynomial give them to the last bit.

/// A Gauss–Legendre rule on [-1, 1] (Abramowitz and Stegun 25.4.29).
#[derive(Debug, Clone)]
pub(crate) struct Legendre {
    nodes: Vec<(f64, f64)>,
}

impl Legendre {
    /// The rule with `n` nodes.
    pub(crate) fn new(n: usize) -> Legendre {
        let nodes = (0..n).map(|i| node(n, i)).collect();
        Legendre { nodes }
    }

    /// Nodes and weights of `panels` copies of the rule, side by side on `[low, high]`, in rising order.
    pub(crate) fn spread(&self, low: f64, high: f64, panels: usize) -> Vec<(f64, f64)> {
        let half = (high - low) / (2.0 * panels as f64);
        let mut all = Vec::with_capacity(panels * self.nodes.len());
        for panel in 0..panels {
            let middle = low + half * (2.0 * panel as f64 + 1.0);
            all.extend(
                self.nodes
                    .iter()
                    .map(|&(x, w)| (middle + half * x, half * w)),
            );
        }
        all
    }
}

/// The `i`-th node from below of the rule with `n` nodes, with its weight.
fn node(n: usize, i: usize) -> (f64, f64) {
    let mut x = -(std::f64::consts::PI * (i as f64 + 0.75) / (n as f64 + 0.5)).cos();
    let mut slope = 1.0;
    for _ in 0..100 {
        let (mut before, mut value) = (1.0, x);
        for k in 2..=n {
            let k = k as f64;
            (before, value) = (
                value,
                ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k,
            );
        }
        slope = n as f64 * (x * value - before) / (x * x - 1.0);
        let step = value / slope;
        x -= step;
        if step.abs() < 1e-16 {
            break;
        }
    }
    (x, 2.0 / ((1.0 - x * x) * slope * slope))
}

/// Equal steps of about `step` over `[low, high]`, both ends included: the trapezoidal rule, which for smooth
/// functions that vanish at both ends converges faster than any power of the step (Trefethen and Weideman 2014).
pub(crate) fn steps(low: f64, high: f64, step: f64) -> (Vec<f64>, f64) {
    let count = ((high - low) / step).ceil().clamp(8.0, 20_000.0);
    let exact = (high - low) / count;
    let points = (0..=count as usize)
        .map(|i| low + exact * i as f64)
        .collect();
    (points, exact)
}

/// A root of `f` between `low` and `high`, where it has opposite signs: Brent (1973), chapter 4. `None` where the
/// signs are equal, or `f` is not finite on the way.
pub(crate) fn root(low: f64, high: f64, mut f: impl FnMut(f64) -> f64) -> Option<f64> {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    if fa == 0.0 {
        return Some(a);
    }
    if fb == 0.0 {
        return Some(b);
    }
    if !(fa.is_finite() && fb.is_finite()) || fa.signum() == fb.signum() {
        return None;
    }
    let (mut c, mut fc) = (a, fa);
    let mut last = b - a;
    let mut before_last = last;
    for _ in 0..300 {
        if fb.signum() == fc.signum() {
            (c, fc) = (a, fa);
            last = b - a;
            before_last = last;
        }
        if fc.abs() < fb.abs() {
            (a, fa) = (b, fb);
            (b, fb) = (c, fc);
            (c, fc) = (a, fa);
        }
        let tolerance = 2.0 * f64::EPSILON * b.abs() + f64::MIN_POSITIVE;
        let half = 0.5 * (c - b);
        if half.abs() <= tolerance || fb == 0.0 {
            return Some(b);
        }
        let bisect = before_last.abs() < tolerance || fa.abs() <= fb.abs();
        let step = if bisect {
            None
        } else {
            interpolate((a, fa), (b, fb), (c, fc), tolerance, before_last)
        };
        before_last = if step.is_some() { last } else { half };
        last = step.unwrap_or(half);
        (a, fa) = (b, fb);
        b += if last.abs() > tolerance {
            last
        } else {
            tolerance.copysign(half)
        };
        fb = f(b);
        if !fb.is_finite() {
            return None;
        }
    }
    Some(b)
}

/// Brent's step by the secant or by inverse quadratic interpolation, where it is short enough to be trusted.
fn interpolate(
    (a, fa): (f64, f64),
    (b, fb): (f64, f64),
    (c, fc): (f64, f64),
    tolerance: f64,
    before_last: f64,
) -> Option<f64> {
    let half = 0.5 * (c - b);
    let s = fb / fa;
    let (mut p, mut q) = if a == c {
        (2.0 * half * s, 1.0 - s)
    } else {
        let (q, r) = (fa / fc, fb / fc);
        (
            s * (2.0 * half * q * (q - r) - (b - a) * (r - 1.0)),
            (q - 1.0) * (r - 1.0) * (s - 1.0),
        )
    };
    if p > 0.0 {
        q = -q;
    } else {
        p = -p;
    }
    let short = 2.0 * p < (3.0 * half * q - (tolerance * q).abs()).min((before_last * q).abs());
    short.then_some(p / q)
}

/// A root of a rising `f` above `low`: doubles the reach until the sign turns, then [`root`].
pub(crate) fn root_above(low: f64, start: f64, mut f: impl FnMut(f64) -> f64) -> Option<f64> {
    let (mut below, mut above) = (low, start);
    for _ in 0..200 {
        let value = f(above);
        if value.is_nan() {
            return None;
        }
        if value >= 0.0 {
            return root(below, above, f);
        }
        below = above;
        above *= 2.0;
    }
    None
}

#[cfg(test)]
mod tests;
