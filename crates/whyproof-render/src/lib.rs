//! What a reader sees: charts of a query's table, the map of an argument, and the manuscript that a case's pages and papers are made from.

pub mod chart;
pub mod manuscript;
pub mod map;
