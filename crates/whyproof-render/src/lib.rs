//! What a reader sees. For now: charts of a query's table, as SVG and as text for a terminal.

pub mod chart;
