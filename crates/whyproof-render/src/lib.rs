//! What a reader sees: charts of a query's table, as SVG and as text for a terminal.

pub mod chart;
