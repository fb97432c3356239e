//! The standard normal distribution.

use super::Distribution;
use std::f64::consts::{PI, SQRT_2};

/// The standard normal distribution.
///
/// Tails by `libm`'s erfc; quantile by `statrs`' inverse of it, with one step of Halley's method
/// on our tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Normal;

impl Distribution for Normal {
    fn pdf(&self, x: f64) -> f64 {
        (-0.5 * x * x).exp() / (2.0 * PI).sqrt()
    }

    fn cdf(&self, x: f64) -> f64 {
        self.sf(-x)
    }

    fn sf(&self, x: f64) -> f64 {
        0.5 * libm::erfc(x / SQRT_2)
    }

    fn quantile(&self, p: f64) -> f64 {
        -self.upper_quantile(p)
    }

    fn upper_quantile(&self, p: f64) -> f64 {
        if p.is_nan() || p <= 0.0 {
            return f64::INFINITY;
        }
        if p >= 1.0 {
            return f64::NEG_INFINITY;
        }
        let x = SQRT_2 * statrs::function::erf::erfc_inv(2.0 * p);
        let density = self.pdf(x);
        if density == 0.0 {
            return x;
        }
        // Halley: the second derivative of the tail is x times the density.
        let step = (self.sf(x) - p) / density;
        let correction = step / (1.0 + 0.5 * step * x);
        if correction.is_finite() {
            x + correction
        } else {
            x
        }
    }
}
