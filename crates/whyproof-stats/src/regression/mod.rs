//! Least squares from centred cross-products, with the errors that the design asks for.
//!
//! A model is always an intercept and the columns that are handed in; column 0 is the outcome. What
//! comes in is one row of [`Comoments`](crate::moments::Comoments) per cluster, or one [`Cell`] per
//! distinct row of the design: SQL computes both in one pass. Everything is taken about the grand
//! means, so a column far from zero loses no digits.
//!
//! | errors | function | convention |
//! | --- | --- | --- |
//! | classical, σ² (X′X)⁻¹ | [`ordinary`] | t with n − k |
//! | HC0–HC3 (White 1980; MacKinnon & White 1985) | [`heteroskedastic`] | t with n − k |
//! | clusters, CR0 and CR1 (Liang & Zeger 1986) | [`clustered`] | t with G − 1, as Stata and statsmodels |
//! | groups absorbed | [`fixed_effects`] | the absorbed means count as parameters, as in `areg` |
//! | HAC, Bartlett weights (Newey & West 1987) | [`newey_west`] | t with n − k |
//! | autoregression of order one, restricted likelihood | [`autoregressive`] | t with an effective n − k |
//!
//! CR1 is CR0 × G/(G − 1) × (n − 1)/(n − k). Stata's `xtreg, fe` leaves absorbed means out of k
//! where they are nested in clusters; statsmodels with dummies and `areg` count them, and so do we:
//! it is the wider of the two.

mod autoregressive;
mod clustered;
mod fit;
mod fixed;
mod ordinary;
mod robust;
mod series;
mod solve;

#[cfg(test)]
mod tests;

pub use autoregressive::{Autoregressive, autoregressive};
pub use clustered::{Correction, clustered};
pub use fit::{Fit, Joint};
pub use fixed::{Group, GroupErrors, fixed_effects};
pub use ordinary::ordinary;
pub use robust::{Cell, Robust, heteroskedastic};
pub use series::{lags_for, newey_west};

pub(crate) use fit::{log_ratio, positive};
pub(crate) use solve::{resolved, solve_positive};
