//! Histograms.

use super::along;
use super::below::Below;
use super::frame::{self, Area, Up};
use super::pen::Pen;
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::{Chart, Histogram};
use crate::chart::number::Unit;
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

/// Draws a histogram; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, histogram: &Histogram, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let bins = &histogram.bins;
    let most = bins.counts.iter().copied().max().unwrap_or(0) as f64;
    let (_, high, ticks) = ticks::widened(0.0, most, most.clamp(1.0, 4.0) as usize);
    let counts = Unit::default();
    let up = Up::new(&ticks, &counts);
    let top = frame::head(pen, options.title.as_deref(), "rows", wide) + 8.0;
    let (low, last) = (bins.edges[0], bins.edges[bins.edges.len() - 1]);
    let x = Scale::new((low, last), (up.width() + 4.0, wide - 8.0));
    let marks = along::numbers(&x, &chart.unit, wide, if bins.is_each { 1.0 } else { 0.0 });
    let name = words::measure(&histogram.name, &chart.unit);
    let below = Below::new(chart, marks, Some(name), wide);
    let area = Area {
        left: up.width(),
        right: wide - 4.0,
        top,
        bottom: below.bottom(top, (wide * 0.32).clamp(150.0, 260.0), options),
    };
    let y = Scale::new((0.0, high), (area.bottom, area.top));
    up.draw(pen, area, &y);
    let gap = if bins.counts.len() > 30 { 0.25 } else { 0.5 };
    for (at, &count) in bins
        .counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
    {
        let (from, to) = (x.at(bins.edges[at]) + gap, x.at(bins.edges[at + 1]) - gap);
        pen.rect(
            (from, area.bottom),
            (to, y.at(count as f64)),
            Ink::Series(0),
        );
    }
    pen.line(
        (area.left, area.bottom),
        (area.right, area.bottom),
        Ink::Back,
        1.0,
    );
    below.ticks(pen, area);
    below.draw(pen, area, wide)
}
