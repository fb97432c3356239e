//! Looking before the end without being fooled.
//!
//! Two ways, by what is known beforehand:
//! - *always valid*: an interval that holds at every moment at once, whenever one looks and stops
//!   ([`confidence_sequence`]). The price is width: about half as wide again as a fixed interval.
//! - *group sequential*: a few looks, planned as shares of the final information, each with a boundary
//!   ([`Boundaries`]). Costs a few percent more units than one look at the end.

mod always_valid;
mod boundaries;
mod spending;
mod walk;

pub(crate) use always_valid::half_width_at;
pub use always_valid::{Mixture, confidence_sequence, running};
pub use boundaries::{Boundaries, Look, Shape};
pub use spending::Spending;

#[cfg(test)]
mod tests;
