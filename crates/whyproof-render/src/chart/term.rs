//! Charts made of letters, for a terminal. Nothing is said by colour.

mod bars;
mod canvas;
mod intervals;
mod letters;
mod plot;

use super::data::{Body, Chart};
use super::{Options, words};
use letters::{cut, wrapped};

/// Draws a chart in lines no wider than `columns`.
pub(crate) fn text(chart: &Chart, options: &Options, columns: usize) -> Vec<String> {
    let mut lines = wrapped(&words::title(chart, options), columns, 3);
    lines.push(String::new());
    lines.extend(match &chart.body {
        Body::Line(drawn) => plot::lines(chart, drawn, columns),
        Body::Bar(drawn) => bars::bars(chart, drawn, columns),
        Body::Scatter(drawn) => plot::scatter(chart, drawn, columns),
        Body::Histogram(drawn) => bars::histogram(chart, drawn, columns),
        Body::Interval(drawn) => intervals::draw(chart, drawn, columns),
    });
    let notes = words::notes(chart);
    if !notes.is_empty() {
        lines.push(String::new());
        lines.extend(wrapped(&notes.join(" "), columns, 6));
    }
    lines
        .iter()
        .map(|line| cut(line, columns).trim_end().to_owned())
        .collect()
}
