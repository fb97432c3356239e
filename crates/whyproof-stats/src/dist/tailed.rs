//! Gamma, chi-square, beta and F: distributions on the positive line by incomplete functions.

use super::special::{beta_tails, binomial_point, gamma_tails, poisson_point};
use super::{Distribution, root};
use crate::{Result, StatsError};

fn positive(what: &str, value: f64) -> Result<f64> {
    if value > 0.0 && value.is_finite() {
        Ok(value)
    } else {
        Err(StatsError::out_of_range(
            what,
            value,
            "above zero and finite",
        ))
    }
}

/// Quantile of a distribution on `(0, high)` from whichever tail is the smaller.
fn quantile(d: &impl Distribution, lower: f64, upper: f64, start: f64, high: f64) -> f64 {
    if lower.is_nan() || lower <= 0.0 {
        return 0.0;
    }
    if upper.is_nan() || upper <= 0.0 {
        return high;
    }
    if upper <= lower {
        root::falling(upper, start, (0.0, high), |x| d.sf(x), |x| d.pdf(x))
    } else {
        // 1/x turns the rising lower tail into a falling one.
        let slope = |z: f64| d.pdf(1.0 / z) / (z * z);
        1.0 / root::falling(
            lower,
            1.0 / start,
            (1.0 / high, f64::INFINITY),
            |z| d.cdf(1.0 / z),
            slope,
        )
    }
}

macro_rules! by_tails {
    ($name:ident, $tails:ident, $high:expr) => {
        fn cdf(&self, x: f64) -> f64 {
            if x.is_nan() { x } else { self.$tails(x).0 }
        }

        fn sf(&self, x: f64) -> f64 {
            if x.is_nan() { x } else { self.$tails(x).1 }
        }

        fn quantile(&self, p: f64) -> f64 {
            quantile(self, p, 1.0 - p, self.start(), $high)
        }

        fn upper_quantile(&self, p: f64) -> f64 {
            quantile(self, 1.0 - p, p, self.start(), $high)
        }
    };
}

/// Gamma distribution with a shape and a scale of 1 (the sum of `shape` unit waits).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    shape: f64,
}

impl Gamma {
    /// With this shape; multiply its quantiles by a scale.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless the shape is above zero and finite.
    pub fn new(shape: f64) -> Result<Self> {
        Ok(Self {
            shape: positive("the shape", shape)?,
        })
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        gamma_tails(self.shape, x)
    }

    fn start(&self) -> f64 {
        self.shape
    }
}

impl Distribution for Gamma {
    fn pdf(&self, x: f64) -> f64 {
        if x <= 0.0 || x == f64::INFINITY {
            return 0.0;
        }
        poisson_point(self.shape, x) * self.shape / x
    }

    by_tails!(Gamma, tails, f64::INFINITY);
}

/// Chi-square distribution with `df` degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    df: f64,
}

impl ChiSquare {
    /// With `df` degrees of freedom.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless `df` is above zero and finite.
    pub fn new(df: f64) -> Result<Self> {
        Ok(Self {
            df: positive("the degrees of freedom", df)?,
        })
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        gamma_tails(self.df / 2.0, x / 2.0)
    }

    fn start(&self) -> f64 {
        self.df
    }
}

impl Distribution for ChiSquare {
    fn pdf(&self, x: f64) -> f64 {
        if x <= 0.0 || x == f64::INFINITY {
            return 0.0;
        }
        poisson_point(self.df / 2.0, x / 2.0) * self.df / x / 2.0
    }

    by_tails!(ChiSquare, tails, f64::INFINITY);
}

/// Beta distribution on 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
}

impl Beta {
    /// With parameters `a` and `b`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless both are above zero and finite.
    pub fn new(a: f64, b: f64) -> Result<Self> {
        Ok(Self {
            a: positive("the beta's a", a)?,
            b: positive("the beta's b", b)?,
        })
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        beta_tails(self.a, self.b, x, 1.0 - x)
    }

    fn start(&self) -> f64 {
        self.a / (self.a + self.b)
    }
}

impl Distribution for Beta {
    fn pdf(&self, x: f64) -> f64 {
        if x <= 0.0 || x >= 1.0 {
            return 0.0;
        }
        let (a, b) = (self.a, self.b);
        // A binomial point of a in a + b is xᵃ yᵇ Γ(a+b+1) / (Γ(a+1) Γ(b+1)).
        binomial_point(a, a + b, x, 1.0 - x) * a * b / (a + b) / (x * (1.0 - x))
    }

    by_tails!(Beta, tails, 1.0);
}

/// F distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FisherF {
    df1: f64,
    df2: f64,
}

impl FisherF {
    /// With degrees of freedom of the numerator and of the denominator.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless both are above zero and finite.
    pub fn new(df1: f64, df2: f64) -> Result<Self> {
        let what = "the degrees of freedom";
        Ok(Self {
            df1: positive(what, df1)?,
            df2: positive(what, df2)?,
        })
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        if x == f64::INFINITY {
            return (1.0, 0.0);
        }
        let total = self.df1 * x + self.df2;
        beta_tails(
            self.df1 / 2.0,
            self.df2 / 2.0,
            self.df1 * x / total,
            self.df2 / total,
        )
    }

    fn start(&self) -> f64 {
        1.0
    }
}

impl Distribution for FisherF {
    fn pdf(&self, x: f64) -> f64 {
        if x <= 0.0 || x == f64::INFINITY {
            return 0.0;
        }
        let (a, b) = (self.df1 / 2.0, self.df2 / 2.0);
        let total = self.df1 * x + self.df2;
        let (p, q) = (self.df1 * x / total, self.df2 / total);
        binomial_point(a, a + b, p, q) * a * b / (a + b) / x
    }

    by_tails!(FisherF, tails, f64::INFINITY);
}
