//! How many units, for how long, to see an effect of a given size.
//!
//! A [`Plan`] says what will be tested and how; [`Power`] solves it for power, number of units or effect. A
//! [`Simulation`] answers the same questions by making the experiment up many times, which checks the formulas and
//! serves where they only approximate (looking all the time, small numbers).
//!
//! Numbers of units are of control and treatment together, and not rounded: round up.

mod design;
mod midway;
mod simulation;
mod solve;
mod traffic;

pub use design::{Clusters, Metric, Monitoring, Plan, Test, ratio_variance};
pub use midway::{Midway, more_data};
pub use simulation::{Simulated, Simulation};
pub use solve::Power;
pub use traffic::Traffic;

#[cfg(test)]
mod tests;
