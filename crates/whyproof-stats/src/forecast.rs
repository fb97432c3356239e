//! Forecasts, scored when the measurement comes, and how well somebody's forecasts hold.

mod calibration;
mod scores;

pub use calibration::{BrierParts, Calibration, Outcome, Scored, brier_parts, calibration};
pub use scores::{Forecast, brier, crps_normal, crps_sample, interval_score};

#[cfg(test)]
mod tests;
