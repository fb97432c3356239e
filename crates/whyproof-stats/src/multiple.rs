//! Several questions at once: metrics, variants, segments.
//!
//! [`adjust`] takes p-values only. Where several treatments are compared with one control, [`dunnett`] uses that the
//! comparisons share it, and gives simultaneous intervals too.

mod adjusted;
mod many_to_one;

pub use adjusted::{Correction, adjust, selective_level, simultaneous_level};
pub use many_to_one::{Arm, Comparison, Family, dunnett};

#[cfg(test)]
mod tests;
