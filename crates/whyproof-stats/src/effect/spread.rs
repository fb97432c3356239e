//! The standard error of a difference and its degrees of freedom.

use super::Arm;
use crate::error::finite;
use crate::{Reference, Result, StatsError};

/// Whether the variants share a variance, and what the statistic is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spread {
    /// A variance each; Student's t with the degrees of freedom of Welch and Satterthwaite.
    #[default]
    Welch,
    /// A common variance; Student's t with n₁ + n₂ − 2.
    Student,
    /// A variance each; standard normal.
    Normal,
    /// A common variance; standard normal.
    PooledNormal,
}

impl Spread {
    /// Standard error of treatment − control, and the reference of the statistic.
    pub(super) fn of(self, control: &Arm, treatment: &Arm) -> Result<(f64, Reference)> {
        let (n1, n2) = (control.n as f64, treatment.n as f64);
        let degrees = n1 + n2 - 2.0;
        let (v1, v2) = match self {
            Self::Welch | Self::Normal => (control.variance / n1, treatment.variance / n2),
            Self::Student | Self::PooledNormal => {
                let squares = control.variance * (n1 - 1.0) + treatment.variance * (n2 - 1.0);
                (squares / degrees / n1, squares / degrees / n2)
            }
        };
        let error = finite((v1 + v2).sqrt(), "the standard error")?;
        if error == 0.0 {
            return Err(StatsError::NoVariance {
                which: "neither variant".into(),
            });
        }
        let reference = match self {
            Self::Student => Reference::StudentT(degrees),
            Self::Normal | Self::PooledNormal => Reference::Normal,
            Self::Welch => {
                // By shares, so that neither huge nor tiny variances leave the range of numbers.
                let (s1, s2) = (v1 / (v1 + v2), v2 / (v1 + v2));
                Reference::StudentT(1.0 / (s1 * s1 / (n1 - 1.0) + s2 * s2 / (n2 - 1.0)))
            }
        };
        Ok((error, reference))
    }
}
