//! Spending functions: how much of the error may be used up by when.

use crate::dist::{Distribution, Normal};
use crate::{Result, StatsError};

/// How the allowed error is spent over the information, from 0 at the start to all of it at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spending {
    /// 2 − 2Φ(z/√t): almost nothing early, nearly a plain test at the end (Lan and DeMets 1983).
    OBrienFleming,
    /// α ln(1 + (e − 1) t): about the same boundary at every look (Lan and DeMets 1983).
    Pocock,
    /// α t^ρ, ρ above zero (Kim and DeMets 1987).
    Power(f64),
    /// α (1 − e^(−γt)) / (1 − e^(−γ)), any finite γ; 0 is α t (Hwang, Shih and DeCani 1990).
    HwangShihDeCani(f64),
}

impl Spending {
    /// The error of one side spent by the share `t` of the information, of `alpha` in all.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless 0 ≤ `t` ≤ 1, 0 < `alpha` < 1 and the function's parameter is allowed.
    pub fn spent(self, t: f64, alpha: f64) -> Result<f64> {
        if !(0.0..=1.0).contains(&t) {
            return Err(StatsError::out_of_range(
                "the share of the information",
                t,
                "from 0 to 1",
            ));
        }
        if !(alpha > 0.0 && alpha < 1.0) {
            return Err(StatsError::out_of_range(
                "the error to spend",
                alpha,
                "between 0 and 1",
            ));
        }
        if t == 0.0 || t == 1.0 {
            return Ok(alpha * t);
        }
        Ok(match self {
            Self::OBrienFleming => 2.0 * Normal.sf(Normal.upper_quantile(alpha / 2.0) / t.sqrt()),
            Self::Pocock => alpha * ((std::f64::consts::E - 1.0) * t).ln_1p(),
            Self::Power(rho) if rho > 0.0 && rho.is_finite() => alpha * t.powf(rho),
            Self::Power(rho) => {
                return Err(StatsError::out_of_range(
                    "the power of spending",
                    rho,
                    "above zero",
                ));
            }
            Self::HwangShihDeCani(0.0) => alpha * t,
            Self::HwangShihDeCani(gamma) if gamma.abs() <= 500.0 => {
                alpha * (-gamma * t).exp_m1() / (-gamma).exp_m1()
            }
            Self::HwangShihDeCani(gamma) => {
                return Err(StatsError::out_of_range(
                    "the γ of spending",
                    gamma,
                    "from -500 to 500",
                ));
            }
        })
    }
}
