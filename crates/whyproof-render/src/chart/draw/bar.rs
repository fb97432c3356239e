//! Bars: across where labels are long or many, else standing.

use super::along::are_short;
use super::frame::{self, Swatch};
use super::names::RowNames;
use super::pen::{Anchor, Pen, SIZE};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::{Bars, Chart};
use crate::chart::measure::width;
use crate::chart::number::Form;
use crate::chart::scale::Scale;
use crate::chart::words;

/// More bars than this lie across.
const STANDING: usize = 12;

/// Draws bars; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, bars: &Bars, options: &Options) -> f64 {
    let slot = (options.pixels_wide() - 50.0) / bars.labels.len().max(1) as f64;
    let count = bars.labels.len() * bars.series.len();
    let stand = count <= STANDING && count > 1 && are_short(&bars.labels, slot.min(150.0));
    match stand {
        true => super::columns::draw(pen, chart, bars, options),
        false => across(pen, chart, bars, options),
    }
}

/// The title, what is measured and the names of several series; gives the height they take.
pub(super) fn head(pen: &mut Pen, chart: &Chart, bars: &Bars, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let measure = bars.measure.as_deref().unwrap_or_default();
    let measure = words::measure(measure, &chart.unit);
    let mut top = frame::head(pen, options.title.as_deref(), &measure, wide);
    if bars.series.len() > 1 {
        let names: Vec<String> = bars
            .series
            .iter()
            .map(|series| series.name.clone())
            .collect();
        top += frame::legend(pen, &names, top, wide, Swatch::Square);
    }
    top + 6.0
}

/// What a bar is drawn with: where one is chosen, the others stand back.
pub(super) fn ink(bars: &Bars, label: usize, series: usize, options: &Options) -> Ink {
    let Some(chosen) = options.highlight.as_ref() else {
        return Ink::Series(series);
    };
    let is_label = bars.labels.get(label) == Some(chosen);
    let is_series = bars
        .series
        .get(series)
        .is_some_and(|series| series.name == *chosen);
    let any = bars.labels.contains(chosen) || bars.series.iter().any(|s| s.name == *chosen);
    match (any, is_label || is_series) {
        (false, _) => Ink::Series(series),
        (true, true) => Ink::Series(0),
        (true, false) => Ink::Back,
    }
}

/// How numbers at bars are set.
pub(super) fn form(chart: &Chart, bars: &Bars) -> Form {
    Form::values(bars.values(), &chart.unit)
}

/// The ends of the scale of bars: zero is always one, or inside.
pub(super) fn ends(bars: &Bars) -> (f64, f64) {
    let low = bars.values().fold(0.0, f64::min);
    let high = bars.values().fold(0.0, f64::max);
    (low, if low == high { 1.0 } else { high })
}

fn across(pen: &mut Pen, chart: &Chart, bars: &Bars, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let top = head(pen, chart, bars, options);
    let names = RowNames::new(bars.labels.iter(), wide * 0.36);
    let form = form(chart, bars);
    let room = |is_room: fn(&f64) -> bool| {
        let values = bars.values().filter(is_room);
        let widths = values.map(|value| width(&form.at_mark(value), SIZE));
        widths.fold(0.0, f64::max)
    };
    let (low, high) = ends(bars);
    let before = if low < 0.0 {
        room(|value| *value < 0.0) + 6.0
    } else {
        0.0
    };
    let after = room(|_| true).max(missing_room(bars)) + 6.0;
    let scale = Scale::new((low, high), (names.width + 10.0 + before, wide - after));
    let notes = frame::notes(&words::notes(chart), wide);
    let foot = frame::foot_height(&notes) + 4.0;
    let (rows, bar) = heights(&names, bars.series.len(), options, top + foot);
    let mut y = top;
    for (at, row) in rows.iter().enumerate() {
        let middle = y + row / 2.0;
        names.draw(pen, at, middle);
        let first = middle - bar * bars.series.len() as f64 / 2.0;
        for (series, one) in bars.series.iter().enumerate() {
            let from = first + bar * series as f64;
            let ink = ink(bars, at, series, options);
            let value = one.values.get(at).copied().flatten();
            one_across(pen, (from, bar), value, &scale, &form, ink);
        }
        y += row;
    }
    pen.line((scale.at(0.0), top), (scale.at(0.0), y), Ink::Back, 1.0);
    frame::foot(pen, &notes, y + 8.0);
    y + foot
}

fn missing_room(bars: &Bars) -> f64 {
    let is_missing = bars
        .series
        .iter()
        .any(|series| series.values.contains(&None));
    if is_missing {
        width("no value", SIZE)
    } else {
        0.0
    }
}

/// How high each label's row is, and a bar with the space about it.
fn heights(names: &RowNames, series: usize, options: &Options, around: f64) -> (Vec<f64>, f64) {
    let count = names.lines.len();
    let bar = match options.pixels_high() {
        Some(height) => {
            let room = (height - around) / count.max(1) as f64 - 8.0;
            (room / series as f64).clamp(15.0, 60.0)
        }
        None if series == 1 => 26.0,
        None => 17.0,
    };
    let gap = if series == 1 { 0.0 } else { 10.0 };
    let row = |at| (bar * series as f64 + gap).max(names.height(at) + 6.0);
    ((0..count).map(row).collect(), bar)
}

fn one_across(
    pen: &mut Pen,
    (from, room): (f64, f64),
    value: Option<f64>,
    scale: &Scale,
    form: &Form,
    ink: Ink,
) {
    let zero = scale.at(0.0);
    let base = from + room / 2.0 + 4.0;
    let Some(value) = value else {
        pen.text((zero + 6.0, base), "no value", Ink::Muted, Anchor::Start);
        return;
    };
    let end = scale.at(value);
    let inset = (room * 0.12).clamp(1.0, 5.0);
    pen.rect((zero, from + inset), (end, from + room - inset), ink);
    let words = form.at_mark(value);
    // A value that is read as nothing stands where nothing does.
    match words.starts_with('−') {
        true => pen.text((end - 5.0, base), &words, Ink::Words, Anchor::End),
        false => pen.text((end + 5.0, base), &words, Ink::Words, Anchor::Start),
    }
}
