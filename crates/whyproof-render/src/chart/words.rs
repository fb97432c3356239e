//! What a chart shows, in sentences: for whoever cannot see it, and at its foot.

mod along;
mod rows;

use super::Options;
use super::data::{Body, Chart, IntervalRow, LeftOut};
use super::draw::SINGLE;
use super::number::{Form, Unit, count};

/// The title: the one that was chosen, else what is drawn.
pub(crate) fn title(chart: &Chart, options: &Options) -> String {
    options.title.clone().unwrap_or_else(|| subject(chart))
}

/// What is drawn, in a phrase.
fn subject(chart: &Chart) -> String {
    match &chart.body {
        Body::Line(lines) => format!(
            "Line chart of {} by {}",
            lines
                .measure
                .clone()
                .unwrap_or_else(|| several(lines.lines.iter().map(|line| line.name.as_str()))),
            lines.x
        ),
        Body::Bar(bars) => format!(
            "Bar chart of {} by {}",
            bars.measure
                .clone()
                .unwrap_or_else(|| several(bars.series.iter().map(|series| series.name.as_str()))),
            bars.x
        ),
        Body::Scatter(scatter) => format!("Scatter plot of {} against {}", scatter.y, scatter.x),
        Body::Histogram(histogram) => format!("Histogram of {}", histogram.name),
        Body::Interval(intervals) => format!("{} with its interval", capital(&intervals.measure)),
    }
}

/// What stands in the chart, in sentences.
pub(crate) fn description(chart: &Chart, options: &Options) -> String {
    let mut sentences = match &chart.body {
        Body::Line(lines) => along::lines(chart, lines, options.highlight.as_deref()),
        Body::Bar(bars) => rows::bars(chart, bars),
        Body::Scatter(scatter) => along::scatter(chart, scatter),
        Body::Histogram(histogram) => along::histogram(chart, histogram),
        Body::Interval(intervals) => rows::intervals(chart, intervals),
    };
    sentences.insert(0, format!("{}.", subject(chart)));
    sentences.extend(left_out(chart.left_out));
    sentences.join(" ")
}

/// What stands at the chart's foot.
pub(crate) fn notes(chart: &Chart) -> Vec<String> {
    let mut notes = match &chart.body {
        Body::Scatter(scatter) => along::scatter_notes(scatter),
        Body::Histogram(histogram) => along::histogram_notes(chart, histogram),
        _ => Vec::new(),
    };
    notes.extend(left_out(chart.left_out));
    notes
}

/// What could not be drawn.
fn left_out(left: LeftOut) -> Vec<String> {
    let plural = |number: usize, one: &str, many: &str| match number {
        1 => format!("One {one}."),
        number => format!("{} {many}.", count(number)),
    };
    let mut said = Vec::new();
    if left.missing > 0 {
        said.push(plural(
            left.missing,
            "value is missing",
            "values are missing",
        ));
    }
    if left.infinite > 0 {
        said.push(plural(
            left.infinite,
            "value is infinite and left out",
            "values are infinite and left out",
        ));
    }
    if left.placeless > 0 {
        said.push(plural(
            left.placeless,
            "row has no place along the chart",
            "rows have no place along the chart",
        ));
    }
    said
}

/// What is measured and in what, where the unit does not stand at the numbers.
pub(crate) fn measure(name: &str, unit: &Unit) -> String {
    match (name, unit.word()) {
        (name, "") => name.to_owned(),
        (name, _) if unit.is_mark() => name.to_owned(),
        ("", unit) => unit.to_owned(),
        (name, unit) => format!("{name}, {unit}"),
    }
}

/// An estimate and its interval as they are read; `said` is how the estimate is set.
pub(crate) fn interval(row: &IntervalRow, form: &Form, said: fn(&Form, f64) -> String) -> String {
    let end = |value: f64| match value {
        value if value == f64::INFINITY => "∞".to_owned(),
        value if value == f64::NEG_INFINITY => "−∞".to_owned(),
        value => form.bare(value),
    };
    let between = match (row.low, row.high) {
        (Some(low), Some(high)) => Some(format!("{} to {}", end(low), end(high))),
        _ => None,
    };
    match (row.estimate, between) {
        (Some(estimate), Some(between)) => format!("{} ({between})", said(form, estimate)),
        (Some(estimate), None) => format!("{} (no interval)", said(form, estimate)),
        (None, Some(between)) => between,
        (None, None) => "no value".to_owned(),
    }
}

/// Names in a row: a, b and c.
pub(crate) fn several<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] if first.len() < 6 => format!("{} and {last}", first.join(", ")),
        [first, second, ..] => format!("{first}, {second} and {} others", names.len() - 2),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// How many points are drawn one by one.
pub(crate) fn are_single(points: usize) -> bool {
    points <= SINGLE
}
