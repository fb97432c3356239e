//! Student's t distribution.

use super::special::{beta_tails, deviance, stirling_error};
use super::{Distribution, Normal, root};
use crate::{Result, StatsError};
use std::f64::consts::PI;

/// Student's t distribution with `df` degrees of freedom, which need not be whole.
///
/// P(|T| > t) = Iₓ(df/2, 1/2) at x = df/(df + t²), DLMF 8.17 and Abramowitz & Stegun 26.7.1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT {
    df: f64,
}

impl StudentT {
    /// With `df` degrees of freedom.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless `df` is above zero and finite.
    pub fn new(df: f64) -> Result<Self> {
        if df > 0.0 && df.is_finite() {
            Ok(Self { df })
        } else {
            Err(StatsError::out_of_range(
                "the degrees of freedom",
                df,
                "above zero and finite",
            ))
        }
    }

    fn upper_tail(&self, t: f64) -> f64 {
        // Beyond this the two agree to the last digit.
        if self.df > 1e16 {
            return Normal.sf(t);
        }
        let half = self.df / 2.0;
        let root = t / self.df.sqrt();
        if root > 1e10 {
            // Only the first term of the series is left, and t² may overflow.
            let beta = libm::lgamma(half) + 0.5 * PI.ln() - libm::lgamma(half + 0.5);
            return 0.5 * (-self.df * root.ln() - half.ln() - beta).exp();
        }
        let total = t.mul_add(t, self.df);
        let (x, y) = (self.df / total, t * t / total);
        0.5 * beta_tails(half, 0.5, x, y).0
    }
}

impl Distribution for StudentT {
    fn pdf(&self, x: f64) -> f64 {
        // Loader's form, as R's dt has it; Γ(half + ½) is the factorial of half − ½.
        let half = self.df / 2.0;
        let constant =
            stirling_error(half + 0.5) - stirling_error(half) - deviance(half, half + 0.5);
        let root = x.abs() / self.df.sqrt();
        let log = if root > 1e10 {
            2.0 * root.ln()
        } else {
            (root * root).ln_1p()
        };
        (constant - (half + 0.5) * log).exp() / (2.0 * PI).sqrt()
    }

    fn cdf(&self, x: f64) -> f64 {
        self.sf(-x)
    }

    fn sf(&self, x: f64) -> f64 {
        if x.is_nan() {
            return x;
        }
        if x >= 0.0 {
            self.upper_tail(x)
        } else {
            1.0 - self.upper_tail(x)
        }
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
        if p == 0.5 {
            return 0.0;
        }
        if p > 0.5 {
            return -self.upper_quantile(1.0 - p);
        }
        let start = Normal.upper_quantile(p).max(1e-3);
        root::falling(
            p,
            start,
            (0.0, f64::INFINITY),
            |t| self.upper_tail(t),
            |t| self.pdf(t),
        )
    }
}
