//! Estimates with their intervals, a row each.

use super::along::{self, LINE};
use super::frame;
use super::pen::{Anchor, Pen, SIZE, px};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::{Chart, IntervalRow, Intervals};
use crate::chart::measure::{balanced, width};
use crate::chart::number::Form;
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

/// Draws intervals; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, intervals: &Intervals, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let measure = |words: &str| width(words, SIZE);
    let name = words::measure(&intervals.measure, &chart.unit);
    let top = frame::head(pen, options.title.as_deref(), &name, wide) + 2.0;
    let wrapped: Vec<Vec<String>> = intervals
        .rows
        .iter()
        .map(|row| balanced(&row.label, wide * 0.32, 2, measure))
        .collect();
    let widest = wrapped
        .iter()
        .flatten()
        .map(|line| measure(line))
        .fold(0.0, f64::max);
    let form = Form::values(
        intervals.rows.iter().flat_map(IntervalRow::numbers),
        &chart.unit,
    );
    let values: Vec<String> = intervals
        .rows
        .iter()
        .map(|row| words::interval(row, &form, Form::at_mark))
        .collect();
    let room = values
        .iter()
        .map(|words| measure(words))
        .fold(0.0, f64::max);
    // On a narrow picture the values stand above their intervals.
    let beside = wide - widest - room > 180.0;
    let left = if widest > 0.0 { widest + 14.0 } else { 6.0 };
    let right = if beside {
        wide - room - 14.0
    } else {
        wide - 6.0
    };
    let scale = scale(intervals, (left, right));
    let marks = along::numbers(&scale, &chart.unit, wide, 0.0);
    let notes = frame::notes(&words::notes(chart), wide);
    let below = 14.0 + LINE * marks.lines as f64 + frame::foot_height(&notes);
    let row = row_height(options, &wrapped, top + below, beside);
    let bottom = top + row * intervals.rows.len() as f64;
    let (low, high) = scale.ends();
    if low <= 0.0 && high >= 0.0 {
        let zero = scale.at(0.0);
        pen.path(
            &format!("M{z} {}V{}", px(top), px(bottom), z = px(zero)),
            Ink::Back,
            1.0,
            "3 3",
        );
    }
    for (at, one) in intervals.rows.iter().enumerate() {
        let middle = top + row * (at as f64 + 0.5);
        label(pen, &wrapped[at], widest, middle);
        let is_chosen = options
            .highlight
            .as_ref()
            .is_none_or(|chosen| *chosen == one.label);
        let ink = if is_chosen { Ink::Series(0) } else { Ink::Back };
        let axis = if beside { middle } else { middle + 7.0 };
        interval(pen, one, axis, &scale, ink);
        match beside {
            true => pen.text((wide, middle + 4.0), &values[at], Ink::Words, Anchor::End),
            false => pen.text((right, middle - 4.0), &values[at], Ink::Words, Anchor::End),
        }
    }
    pen.line((left, bottom), (right, bottom), Ink::Back, 1.0);
    marks.ticks(pen, bottom);
    marks.draw(pen, bottom + 3.0, wide);
    frame::foot(
        pen,
        &notes,
        bottom + below - frame::foot_height(&notes) + 8.0,
    );
    bottom + below + 2.0
}

fn row_height(options: &Options, labels: &[Vec<String>], around: f64, beside: bool) -> f64 {
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
    let least = if beside { 24.0 } else { 38.0_f64 }.max(lines as f64 * (LINE - 1.0) + 8.0);
    match options.pixels_high() {
        Some(height) => ((height - around) / labels.len().max(1) as f64).clamp(least, 80.0),
        None => least.max(28.0),
    }
}

fn label(pen: &mut Pen, lines: &[String], right: f64, middle: f64) {
    for (line, words) in lines.iter().enumerate() {
        let shift = line as f64 - (lines.len() - 1) as f64 / 2.0;
        let base = middle + shift * (LINE - 1.0) + 4.0;
        pen.text((right, base), words, Ink::Words, Anchor::End);
    }
}

/// From the lowest end to the highest, with zero where it is near.
fn scale(intervals: &Intervals, to: (f64, f64)) -> Scale {
    let numbers = || intervals.rows.iter().flat_map(IntervalRow::numbers);
    let (mut low, mut high) = (
        numbers().fold(f64::INFINITY, f64::min),
        numbers().fold(f64::NEG_INFINITY, f64::max),
    );
    let span = high - low;
    if low > 0.0 && low <= span * 2.0 {
        low = 0.0;
    } else if high < 0.0 && -high <= span * 2.0 {
        high = 0.0;
    }
    let (low, high) = ticks::apart(low, high);
    // What goes on for ever goes on visibly.
    let open = |end: f64| {
        intervals
            .rows
            .iter()
            .any(|row| [row.low, row.high].contains(&Some(end)))
    };
    let air = |end| (high - low) * if open(end) { 0.15 } else { 0.03 };
    let ends = (low - air(f64::NEG_INFINITY), high + air(f64::INFINITY));
    Scale::new(ends, to)
}

fn interval(pen: &mut Pen, row: &IntervalRow, y: f64, scale: &Scale, ink: Ink) {
    if let (Some(low), Some(high)) = (row.low, row.high) {
        let (from, to) = (scale.within(low), scale.within(high));
        pen.line((from, y), (to, y), ink, 2.0);
        end(pen, (from, y), low.is_finite(), -1.0, ink);
        end(pen, (to, y), high.is_finite(), 1.0, ink);
    }
    if let Some(estimate) = row.estimate {
        pen.mark((scale.at(estimate), y), 0, ink, 4.5);
    }
}

/// A cap at an end, or an arrow where it goes on for ever.
fn end(pen: &mut Pen, (x, y): (f64, f64), is_end: bool, away: f64, ink: Ink) {
    let d = match is_end {
        true => format!("M{x} {}V{}", px(y - 4.0), px(y + 4.0), x = px(x)),
        false => format!(
            "M{back} {}L{} {}L{back} {}",
            px(y - 4.0),
            px(x),
            px(y),
            px(y + 4.0),
            back = px(x - away * 5.0)
        ),
    };
    pen.path(&d, ink, 2.0, "");
}
