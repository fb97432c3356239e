//! Designs without a random split. What they find is an effect only where their assumptions hold;
//! each result carries these in words, and a check where the data allow one.

mod differences;
mod panel;
mod series;
mod trends;

#[cfg(test)]
mod tests;

pub use differences::{Differences, difference_in_differences, two_way};
pub use panel::PanelRow;
pub use series::{
    BeforeAfter, Interrupted, SeriesErrors, SeriesOptions, before_after, interrupted,
};
pub use trends::{Trends, parallel_trends};

/// What must hold for the result to be the change's effect, in words for a reader.
pub type Assumptions = &'static [&'static str];
