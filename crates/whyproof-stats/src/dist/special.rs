//! Incomplete beta and gamma functions, both tails.
//!
//! Continued fractions and series as in DLMF 8.9 and 8.11 and in DiDonato & Morris 1992. What multiplies them is computed
//! by Loader's saddle-point form (C. Loader, *Fast and accurate computation of binomial
//! probabilities*, 2000), which keeps its digits at parameters of 10⁸, where differences of
//! log-gammas do not.

use std::f64::consts::PI;

const MAX_TERMS: u32 = 2_000_000;
const TINY: f64 = 1e-300;
const EPSILON: f64 = 1e-16;

/// ln Γ(n + 1) less Stirling's formula for it.
pub(super) fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        // lgamma is accurate to an ulp here, and its value small.
        let formula = (n + 0.5) * n.ln() - n + 0.5 * (2.0 * PI).ln();
        return if n == 0.0 {
            0.0
        } else {
            libm::lgamma(n + 1.0) - formula
        };
    }
    // DLMF 5.11.1, Bernoulli numbers.
    let square = n * n;
    let mut sum = 0.0;
    for coefficient in [
        1.0 / 156.0,
        -691.0 / 360_360.0,
        1.0 / 1188.0,
        -1.0 / 1680.0,
        1.0 / 1260.0,
        -1.0 / 360.0,
        1.0 / 12.0,
    ] {
        sum = sum / square + coefficient;
    }
    sum / n
}

/// x ln(x / m) + m − x without cancellation where x is near m.
pub(super) fn deviance(x: f64, m: f64) -> f64 {
    deviance_of(x, m, x - m)
}

/// The same, where x − m is known better than x and m are.
fn deviance_of(x: f64, m: f64, difference: f64) -> f64 {
    if x == 0.0 {
        return m;
    }
    if difference.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() - difference;
    }
    let v = difference / (x + m);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    let square = v * v;
    for j in 1..1000 {
        power *= square;
        let next = sum + power / f64::from(2 * j + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// Poisson probability e⁻ᵐ mˣ / Γ(x + 1), also for x between integers.
pub(super) fn poisson_point(x: f64, m: f64) -> f64 {
    if m == 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if x == 0.0 {
        return (-m).exp();
    }
    if x < 1e-5 * m || x < 1e-10 {
        return (x * m.ln() - m - libm::lgamma(x + 1.0)).exp();
    }
    (-stirling_error(x) - deviance(x, m)).exp() / (2.0 * PI * x).sqrt()
}

/// Binomial probability of x in n with chance p (q = 1 − p), also between integers.
pub(super) fn binomial_point(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let y = n - x;
    if p == 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if q == 0.0 {
        return if y == 0.0 { 1.0 } else { 0.0 };
    }
    if x == 0.0 {
        return (n * if p < 0.5 { (-p).ln_1p() } else { q.ln() }).exp();
    }
    if y == 0.0 {
        return (n * if q < 0.5 { (-q).ln_1p() } else { p.ln() }).exp();
    }
    // x − np = xq − yp, which does not cancel as much.
    let difference = x * q - y * p;
    let errors = stirling_error(n) - stirling_error(x) - stirling_error(y);
    let deviances = deviance_of(x, n * p, difference) + deviance_of(y, n * q, -difference);
    (errors - deviances).exp() * (n / (2.0 * PI * x * y)).sqrt()
}

/// Regularised incomplete gamma functions (P(a, x), Q(a, x)) for a > 0, x ≥ 0.
///
/// DLMF 8.11.4 (series) and 8.9.2 (continued fraction).
pub fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY {
        return (1.0, 0.0);
    }
    let point = poisson_point(a, x);
    if x < a + 1.0 {
        let mut term = 1.0;
        let mut sum = 1.0;
        for k in 1..MAX_TERMS {
            term *= x / (a + f64::from(k));
            sum += term;
            if term < sum * EPSILON {
                break;
            }
        }
        let lower = (point * sum).min(1.0);
        return (lower, 1.0 - lower);
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut h = d;
    for k in 1..MAX_TERMS {
        let k = f64::from(k);
        let numerator = -k * (k - a);
        b += 2.0;
        d = 1.0 / nonzero(numerator * d + b);
        c = nonzero(b + numerator / c);
        h *= d * c;
        if (d * c - 1.0).abs() < EPSILON * 2.0 {
            break;
        }
    }
    let upper = (point * a * h).min(1.0);
    (1.0 - upper, upper)
}

fn nonzero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// Regularised incomplete beta functions (Iₓ(a, b), 1 − Iₓ(a, b)) for a, b > 0, with y = 1 − x
/// given apart so that neither loses digits.
///
/// Continued fraction of A. R. DiDonato & A. H. Morris, *Significant digit computation of the
/// incomplete beta function ratios*, 1992, equation 9.
pub fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        let (upper, lower) = beta_lower(b, a, y, x);
        return (lower, upper);
    }
    beta_lower(a, b, x, y)
}

fn beta_lower(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    // xᵃ yᵇ / B(a, b) as a binomial point.
    let prefix = binomial_point(a, a + b, x, y) * a / (a + b) * b;
    // In this form of the fraction 1 − x is nowhere left to rounding.
    let mut fraction = nonzero(a * (a * y - b * x + 1.0) / (a + 1.0));
    let mut c = fraction;
    let mut d = 0.0;
    for m in 1..MAX_TERMS {
        let m = f64::from(m);
        let odd = a + 2.0 * m - 1.0;
        let above = (a + m - 1.0) / odd * ((a + b + m - 1.0) / odd) * m * (b - m) * x * x;
        let below = m
            + m * (b - m) * x / odd
            + (a + m) * (a * y - b * x + 1.0 + m * (1.0 + y)) / (odd + 2.0);
        d = 1.0 / nonzero(below + above * d);
        c = nonzero(below + above / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() < EPSILON * 2.0 {
            break;
        }
    }
    let lower = (prefix / fraction).clamp(0.0, 1.0);
    (lower, 1.0 - lower)
}
