//! Intervals as ├──●──┤, a row each.

use super::letters::{left, right, wide, widest};
use crate::chart::data::{Chart, IntervalRow, Intervals};
use crate::chart::number::Form;
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

pub(super) fn draw(chart: &Chart, intervals: &Intervals, columns: usize) -> Vec<String> {
    let numbers = || intervals.rows.iter().flat_map(IntervalRow::numbers);
    let form = Form::values(numbers(), &chart.unit);
    let said: Vec<String> = intervals
        .rows
        .iter()
        .map(|row| words::interval(row, &form, Form::at_mark))
        .collect();
    let values = widest(said.iter().map(String::as_str));
    let labels = intervals.rows.iter().map(|row| row.label.as_str());
    let labels = widest(labels).min(columns / 3);
    // Where no room is left beside, the values have a line of their own.
    let beside = columns >= labels + values + 20;
    let taken = if beside {
        labels + values + 4
    } else {
        labels + 2
    };
    let room = columns.saturating_sub(taken).max(8);
    let (low, high) = range(numbers());
    let scale = Scale::new((low, high), (0.0, room as f64 - 1.0));
    let mut lines = vec![words::measure(&intervals.measure, &chart.unit)];
    for (row, said) in intervals.rows.iter().zip(&said) {
        let drawn = interval(row, &scale, room);
        let label = left(&row.label, labels);
        match beside {
            true => lines.push(format!("{label}  {drawn}  {}", right(said, values))),
            false => {
                lines.push(format!("{label}  {drawn}"));
                lines.push(right(said, columns));
            }
        }
    }
    lines.push(format!(
        "{}  {}",
        " ".repeat(labels),
        axis(&scale, room, chart)
    ));
    lines
}

fn range(numbers: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let low = numbers.clone().fold(f64::INFINITY, f64::min);
    let high = numbers.fold(f64::NEG_INFINITY, f64::max);
    let span = high - low;
    let (low, high) = match (low, high) {
        (low, high) if low > 0.0 && low <= span * 2.0 => (0.0, high),
        (low, high) if high < 0.0 && -high <= span * 2.0 => (low, 0.0),
        other => other,
    };
    ticks::apart(low, high)
}

fn interval(row: &IntervalRow, scale: &Scale, room: usize) -> String {
    let mut letters = vec![' '; room];
    let at = |value: f64| scale.within(value).round() as usize;
    let (low, high) = scale.ends();
    if low <= 0.0 && high >= 0.0 {
        letters[at(0.0).min(room - 1)] = '┊';
    }
    if let (Some(low), Some(high)) = (row.low, row.high) {
        let (from, to) = (at(low).min(room - 1), at(high).min(room - 1));
        letters[from..=to].fill('─');
        letters[from] = if low.is_finite() { '├' } else { '◂' };
        letters[to] = if high.is_finite() { '┤' } else { '▸' };
    }
    if let Some(estimate) = row.estimate {
        letters[at(estimate).min(room - 1)] = '●';
    }
    letters.into_iter().collect()
}

/// The numbers at both ends, and zero where it has room between them.
fn axis(scale: &Scale, room: usize, chart: &Chart) -> String {
    let (low, high) = scale.ends();
    let form = Form::values([low, high].into_iter(), &chart.unit);
    let (first, last) = (form.at_mark(low), form.at_mark(high));
    let zero = form.at_mark(0.0);
    let mut line = first.clone();
    let start = scale.at(0.0).round() as usize;
    let start = start.saturating_sub(wide(&zero) / 2);
    let inside = low < 0.0 && high > 0.0;
    if inside && start > wide(&first) + 1 && start + wide(&zero) + wide(&last) + 2 <= room {
        line.push_str(&" ".repeat(start - wide(&first)));
        line.push_str(&zero);
    }
    let rest = room.saturating_sub(wide(&line) + wide(&last));
    format!("{line}{}{last}", " ".repeat(rest))
}
