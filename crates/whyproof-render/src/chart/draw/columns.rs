//! Bars that stand.

use super::along::{self, LINE};
use super::bar;
use super::below::Below;
use super::frame::{Area, Up};
use super::pen::{Anchor, Pen, SIZE};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::xs::Xs;
use crate::chart::data::{Bars, Chart};
use crate::chart::measure::width;
use crate::chart::number::Form;
use crate::chart::scale::{Scale, ticks};

/// Wider bars than this are blocks.
const WIDEST: f64 = 56.0;

/// Draws bars that stand; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, bars: &Bars, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let top = bar::head(pen, chart, bars, options);
    let form = bar::form(chart, bars);
    let (low, high) = bar::ends(bars);
    let (low, high, ticks) = ticks::widened(low, high, 4);
    let up = Up::new(&ticks, &chart.unit);
    // Numbers stand at the bars where there is room, and then need no axis.
    let slot = (wide - 8.0) / bars.labels.len() as f64;
    let room = broad(slot.min(150.0), bars.series.len());
    let widest = bars
        .values()
        .map(|value| width(&form.at_mark(value), SIZE))
        .fold(0.0, f64::max);
    let at_bars = widest <= room - 4.0;
    let (low, high) = if at_bars {
        bar::ends(bars)
    } else {
        (low, high)
    };
    let left = if at_bars { 0.0 } else { up.width() };
    // Few bars stand together, not at the ends of the picture.
    let across = (wide - left).min(150.0 * bars.labels.len() as f64);
    let xs = Xs::Words(bars.labels.clone());
    let x = Scale::new(
        (-0.5, bars.labels.len() as f64 - 0.5),
        (left, left + across),
    );
    let below = Below::new(chart, along::marks(&xs, &x, wide), None, wide);
    let above = if at_bars && high > 0.0 { LINE } else { 6.0 };
    let under = if at_bars && low < 0.0 {
        LINE + 2.0
    } else {
        0.0
    };
    let usual = (wide * 0.3).clamp(150.0, 240.0) + under;
    let mut area = Area {
        left,
        right: left + across,
        top: top + above,
        bottom: below.bottom(top + above, usual, options),
    };
    let y = Scale::new((low, high), (area.bottom - under, area.top));
    if !at_bars {
        up.draw(pen, area, &y);
    }
    for (at, _) in bars.labels.iter().enumerate() {
        group(pen, bars, at, (&x, &y), &form, at_bars, options);
    }
    pen.line(
        (area.left, y.at(0.0)),
        (area.right, y.at(0.0)),
        Ink::Back,
        1.0,
    );
    // Without ticks the labels stand a little closer.
    area.bottom -= 3.0;
    below.draw(pen, area, wide)
}

/// How broad a bar may be of so many that share a slot; one alone may have all of it.
fn broad(slot: f64, count: usize) -> f64 {
    let each = (slot - 10.0) / count as f64;
    if count > 1 { each.min(48.0) } else { each }
}

fn group(
    pen: &mut Pen,
    bars: &Bars,
    label: usize,
    (x, y): (&Scale, &Scale),
    form: &Form,
    at_bars: bool,
    options: &Options,
) {
    let count = bars.series.len() as f64;
    let slot = x.at(1.0) - x.at(0.0);
    let one = broad(slot, bars.series.len()).min(WIDEST);
    let first = x.at(label as f64) - one * count / 2.0;
    for (at, series) in bars.series.iter().enumerate() {
        let left = first + one * at as f64;
        let middle = left + one / 2.0;
        let Some(value) = series.values.get(label).copied().flatten() else {
            let words = if one > width("no value", SIZE) {
                "no value"
            } else {
                "–"
            };
            pen.text((middle, y.at(0.0) - 5.0), words, Ink::Muted, Anchor::Middle);
            continue;
        };
        let ink = bar::ink(bars, label, at, options);
        pen.rect(
            (left + 1.0, y.at(0.0)),
            (left + one - 1.0, y.at(value)),
            ink,
        );
        if at_bars {
            let base = if value < 0.0 {
                y.at(value) + 14.0
            } else {
                y.at(value) - 5.0
            };
            pen.text(
                (middle, base),
                &form.at_mark(value),
                Ink::Words,
                Anchor::Middle,
            );
        }
    }
}
