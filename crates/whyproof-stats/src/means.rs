//! Means of independent units.

use crate::Result;
use crate::effect::{self, Arm, Effect, Options};
use crate::moments::Moments;

/// A variant's mean, as something to compare.
///
/// # Errors
/// [`crate::StatsError::TooFew`] with fewer than two rows.
pub fn arm(moments: &Moments) -> Result<Arm> {
    Ok(Arm {
        n: moments.n(),
        value: moments.mean(),
        variance: moments.variance()?,
    })
}

/// Treatment's mean against control's: Welch's t-test by default.
///
/// # Errors
/// As [`effect::compare`].
pub fn compare(control: &Moments, treatment: &Moments, options: &Options) -> Result<Effect> {
    effect::compare(&arm(control)?, &arm(treatment)?, options)
}
