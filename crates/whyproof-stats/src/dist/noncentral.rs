//! The noncentral t distribution, which the power of a t-test needs.

use super::special::poisson_point;
use super::{ChiSquare, Distribution, Normal};
use crate::{Result, StatsError};

/// Student's t with `df` degrees of freedom of a normal variable with mean `shift`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralT {
    df: f64,
    shift: f64,
}

const PANELS: u32 = 160;
/// Positive nodes and weights of the 16-point Gauss–Legendre rule, Abramowitz & Stegun 25.4.
const RULE: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

impl NoncentralT {
    /// With `df` degrees of freedom and noncentrality `shift`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless `df` ≥ 1 and both are finite.
    pub fn new(df: f64, shift: f64) -> Result<Self> {
        if !(df >= 1.0 && df.is_finite()) {
            return Err(StatsError::out_of_range(
                "the degrees of freedom",
                df,
                "1 or more",
            ));
        }
        if !shift.is_finite() {
            return Err(StatsError::not_finite("the noncentrality"));
        }
        Ok(Self { df, shift })
    }

    /// P(T ≤ `t`).
    pub fn cdf(&self, t: f64) -> f64 {
        self.average(|s| Normal.cdf(t * s - self.shift))
    }

    /// P(T > `t`).
    pub fn sf(&self, t: f64) -> f64 {
        self.average(|s| Normal.sf(t * s - self.shift))
    }

    /// Mean of `f(s)` over s = √(χ²/df): T ≤ t is Z + shift ≤ t s. Gauss–Legendre on equal
    /// panels over all but 10⁻²⁵ of s.
    fn average(&self, f: impl Fn(f64) -> f64) -> f64 {
        let Ok(square) = ChiSquare::new(self.df) else {
            return f(1.0);
        };
        let low = (square.quantile(1e-25) / self.df).sqrt();
        let high = (square.upper_quantile(1e-25) / self.df).sqrt();
        let half = (high - low) / f64::from(PANELS) / 2.0;
        let mut sum = 0.0;
        for panel in 0..PANELS {
            let centre = low + half * f64::from(2 * panel + 1);
            for (node, weight) in RULE {
                for s in [centre - half * node, centre + half * node] {
                    sum += weight * f(s) * self.density(s);
                }
            }
        }
        (sum * half).clamp(0.0, 1.0)
    }

    /// Density of √(χ²/df).
    fn density(&self, s: f64) -> f64 {
        if s <= 0.0 {
            return 0.0;
        }
        let half = self.df / 2.0;
        poisson_point(half, half * s * s) * self.df / s
    }
}
