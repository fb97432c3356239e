//! What a reader sees: charts of a query's table, and the manuscript that a case's pages and papers are made from.

pub mod chart;
pub mod manuscript;
#[cfg(feature = "pdf")]
pub mod paper;
