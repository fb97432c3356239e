//! Estimates with their intervals, a row each.

use super::along;
use super::below::Below;
use super::frame::{self, Area};
use super::names::RowNames;
use super::pen::{Anchor, Pen, SIZE, px};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::{Chart, IntervalRow, Intervals};
use crate::chart::measure::width;
use crate::chart::number::Form;
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

/// Into about how many steps the axis is divided.
const STEPS: usize = 5;

/// Draws intervals; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, intervals: &Intervals, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let measure = words::measure(&intervals.measure, &chart.unit);
    let top = frame::head(pen, options.title.as_deref(), &measure, wide) + 2.0;
    let rows = &intervals.rows;
    let names = RowNames::new(rows.iter().map(|row| &row.label), wide * 0.32);
    let form = Form::values(rows.iter().flat_map(IntervalRow::numbers), &chart.unit);
    let said = |row| words::interval(row, &form, Form::at_mark);
    let values: Vec<String> = rows.iter().map(said).collect();
    let widths = values.iter().map(|words| width(words, SIZE));
    let room = widths.fold(0.0, f64::max);
    // On a narrow picture the values stand above their intervals.
    let beside = wide - names.width - room > 180.0;
    let mut area = Area {
        left: if names.width > 0.0 {
            names.width + 14.0
        } else {
            6.0
        },
        right: wide - if beside { room + 14.0 } else { 6.0 },
        top,
        bottom: top,
    };
    let x = scale(intervals, (area.left, area.right));
    let marks = along::numbers(&x, &chart.unit, wide, 0.0);
    let below = Below::new(chart, marks, None, wide);
    // And above their names, where both have no room beside each other.
    let above = !beside && area.left + room > area.right;
    let row = row_height(options, &names, top + below.height(), (beside, above));
    area.bottom = top + row * rows.len() as f64;
    reference(pen, area, &x);
    for (at, one) in rows.iter().enumerate() {
        let middle = top + row * (at as f64 + 0.5);
        names.draw(pen, at, if above { middle + 7.0 } else { middle });
        let chosen = options.highlight.as_ref();
        let is_chosen = chosen.is_none_or(|chosen| *chosen == one.label);
        let ink = if is_chosen { Ink::Series(0) } else { Ink::Back };
        interval(
            pen,
            one,
            if beside { middle } else { middle + 7.0 },
            &x,
            ink,
        );
        let right = if beside { wide } else { area.right };
        let base = match (beside, above) {
            (true, _) => middle + 4.0,
            (false, false) => middle - 4.0,
            (false, true) => top + row * at as f64 + 12.0,
        };
        pen.text((right, base), &values[at], Ink::Words, Anchor::End);
    }
    let (from, to) = ((area.left, area.bottom), (area.right, area.bottom));
    pen.line(from, to, Ink::Back, 1.0);
    below.ticks(pen, area);
    below.draw(pen, area, wide)
}

/// A line at zero, where zero is near.
fn reference(pen: &mut Pen, area: Area, x: &Scale) {
    let (low, high) = x.ends();
    if low <= 0.0 && high >= 0.0 {
        let (top, bottom) = (px(area.top), px(area.bottom));
        let d = format!("M{zero} {top}V{bottom}", zero = px(x.at(0.0)));
        pen.path(&d, Ink::Back, 1.0, "3 3");
    }
}

fn row_height(
    options: &Options,
    names: &RowNames,
    around: f64,
    (beside, above): (bool, bool),
) -> f64 {
    let count = names.lines.len();
    let highest = (0..count).map(|row| names.height(row)).fold(0.0, f64::max);
    let air = if above { 24.0 } else { 8.0 };
    let least = (highest + air).max(if beside { 24.0 } else { 38.0 });
    match options.pixels_high() {
        Some(height) => ((height - around) / count.max(1) as f64).clamp(least, least.max(80.0)),
        None => least.max(28.0),
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
    let air = (high - low) * 0.15;
    // Elsewhere a number is written beyond the last of the data.
    let (first, last, _) = ticks::widened(low, high, STEPS);
    let from = if open(f64::NEG_INFINITY) {
        low - air
    } else {
        first
    };
    let until = if open(f64::INFINITY) {
        high + air
    } else {
        last
    };
    Scale::new((from, until), to)
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
