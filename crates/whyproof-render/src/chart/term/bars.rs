//! Bars of blocks, to an eighth of a column.

use super::letters::{cut, left, right, widest};
use crate::chart::data::{Bars, Chart, Histogram};
use crate::chart::number::{Form, count};
use crate::chart::stats::bins::Bins;
use crate::chart::words;

/// More bins than this are put together two by two.
const MOST_BINS: usize = 24;

/// One bar's label and value.
type Row = (String, Option<f64>);

pub(super) fn bars(chart: &Chart, bars: &Bars, columns: usize) -> Vec<String> {
    let form = Form::values(bars.values(), &chart.unit);
    let measure = bars.measure.as_deref().unwrap_or_default();
    let head = words::measure(measure, &chart.unit);
    let say = |value| form.at_mark(value);
    let value =
        |series: usize, label: usize| bars.series[series].values.get(label).copied().flatten();
    if bars.series.len() == 1 {
        let labels = bars.labels.iter().cloned().enumerate();
        let rows: Vec<Row> = labels.map(|(at, label)| (label, value(0, at))).collect();
        return with_head(head, drawn(&rows, say, columns));
    }
    let each = |label: usize| {
        let names = bars.series.iter().enumerate();
        names.map(move |(at, series)| (format!("  {}", series.name), value(at, label)))
    };
    let rows: Vec<Row> = (0..bars.labels.len()).flat_map(each).collect();
    let mut lines = drawn(&rows, say, columns);
    // Each group is under its label.
    for (at, label) in bars.labels.iter().enumerate().rev() {
        lines.insert(at * bars.series.len(), cut(label, columns));
    }
    with_head(head, lines)
}

fn with_head(head: String, mut lines: Vec<String>) -> Vec<String> {
    if !head.is_empty() {
        lines.insert(0, head);
    }
    lines
}

pub(super) fn histogram(chart: &Chart, histogram: &Histogram, columns: usize) -> Vec<String> {
    let (edges, counts) = few(&histogram.bins);
    let is_each = histogram.bins.is_each && counts.len() == histogram.bins.counts.len();
    let shift = if histogram.bins.is_each { 0.5 } else { 0.0 };
    let form = Form::values(edges.iter().map(|edge| edge + shift), &chart.unit);
    let label = |at: usize| match is_each {
        true => form.at_mark(edges[at] + shift),
        false => format!(
            "{} – {}",
            form.at_mark(edges[at] + shift),
            form.at_mark(edges[at + 1] + shift)
        ),
    };
    let labels: Vec<String> = (0..counts.len()).map(label).collect();
    let room = widest(labels.iter().map(String::as_str));
    let rows: Vec<Row> = labels
        .iter()
        .zip(counts)
        .map(|(label, count)| (right(label, room), Some(count as f64)))
        .collect();
    let head = words::measure(&histogram.name, &chart.unit);
    with_head(head, drawn(&rows, |value| count(value as usize), columns))
}

/// Neighbouring bins together, until a screen holds them.
fn few(bins: &Bins) -> (Vec<f64>, Vec<usize>) {
    let together = bins.counts.len().div_ceil(MOST_BINS);
    let counts: Vec<usize> = bins
        .counts
        .chunks(together.max(1))
        .map(|chunk| chunk.iter().sum())
        .collect();
    let edge = |at: usize| match bins.edges.get(at * together) {
        Some(edge) => *edge,
        None => bins.edges[0] + bins.width * (at * together) as f64,
    };
    ((0..=counts.len()).map(edge).collect(), counts)
}

fn drawn(rows: &[Row], say: impl Fn(f64) -> String, columns: usize) -> Vec<String> {
    let said: Vec<String> = rows
        .iter()
        .map(|(_, value)| value.map_or_else(|| "no value".to_owned(), &say))
        .collect();
    let values = widest(said.iter().map(String::as_str)).min(columns / 3);
    let labels = widest(rows.iter().map(|(label, _)| label.as_str())).min(columns * 2 / 5);
    let room = columns.saturating_sub(labels + values + 4).max(1);
    let known = || rows.iter().filter_map(|(_, value)| *value);
    let low = known().fold(0.0, f64::min);
    let high = known().fold(0.0, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let zero = ((-low / span) * room as f64).round() as usize;
    let line = |((label, value), said): (&Row, &String)| {
        let bar = match value {
            Some(value) => bar(*value / span * room as f64, zero, room),
            None => " ".repeat(room),
        };
        format!(
            "{}  {bar}  {}",
            left(label, labels),
            right(&cut(said, values), values)
        )
    };
    rows.iter().zip(&said).map(line).collect()
}

/// A bar of `length` columns from the column `zero` on.
fn bar(length: f64, zero: usize, room: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if length < 0.0 {
        // No block is filled from the right by eighths but the half.
        let halves = ((-length * 2.0).round() as usize).min(zero * 2);
        let half = if halves % 2 == 1 { "▐" } else { "" };
        let before = zero - halves.div_ceil(2);
        let bar = format!("{}{half}{}", " ".repeat(before), "█".repeat(halves / 2));
        return bar + &" ".repeat(room - zero);
    }
    let eighths = ((length * 8.0).round() as usize).min((room - zero) * 8);
    // What is not nothing is seen.
    let eighths = if length > 0.0 { eighths.max(1) } else { 0 };
    let bar = "█".repeat(eighths / 8) + EIGHTHS[eighths % 8];
    let used = zero + eighths.div_ceil(8).max(bar.chars().count());
    format!(
        "{}{bar}{}",
        " ".repeat(zero),
        " ".repeat(room.saturating_sub(used))
    )
}
