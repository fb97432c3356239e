//! What a reader sees: charts of a query's table, the page of a case, and the manuscript that its pages and papers are
//! made from.

pub mod chart;
pub mod html;
pub mod manuscript;
pub mod packet;
#[cfg(feature = "pdf")]
pub mod paper;
pub mod verdict;
