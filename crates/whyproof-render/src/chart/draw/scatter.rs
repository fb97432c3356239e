//! Points, and the line through them.

use std::collections::BTreeMap;

use super::along;
use super::below::Below;
use super::frame::{self, Area, Up};
use super::pen::{Pen, px};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::{Chart, Scatter};
use crate::chart::number::Unit;
use crate::chart::scale::{Scale, ticks};
use crate::chart::stats::fit::Fit;
use crate::chart::words;

/// More points than this hide each other: dots then stand for several.
pub(crate) const SINGLE: usize = 800;
/// How far the dots that stand for several are apart, in pixels.
const CELL: f64 = 9.0;

/// Draws points; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, scatter: &Scatter, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let ys = scatter.points.iter().map(|point| point.1);
    let (first, last) = ends(scatter);
    let fitted = scatter
        .fit
        .iter()
        .flat_map(|fit| [fit.at(first), fit.at(last)]);
    let (low, high) = ticks::range(ys.chain(fitted));
    let (low, high, ticks) = ticks::widened(low, high, 5);
    let up = Up::new(&ticks, &chart.unit);
    let measure = words::measure(&scatter.y, &chart.unit);
    let top = frame::head(pen, options.title.as_deref(), &measure, wide) + 8.0;
    let (left, right) = ticks::range(scatter.points.iter().map(|point| point.0));
    let x = Scale::new((left, right), (up.width() + 8.0, wide - 10.0));
    let marks = along::numbers(&x, &Unit::default(), wide, 0.0);
    let below = Below::new(chart, marks, Some(scatter.x.clone()), wide);
    let area = Area {
        left: up.width(),
        right: wide - 2.0,
        top,
        bottom: below.bottom(top, (wide * 0.42).clamp(190.0, 340.0), options),
    };
    let y = Scale::new((low, high), (area.bottom, area.top));
    up.draw(pen, area, &y);
    pen.line(
        (area.left, area.bottom),
        (area.right, area.bottom),
        Ink::Back,
        1.0,
    );
    below.ticks(pen, area);
    dots(pen, &scatter.points, (&x, &y));
    if let Some(fit) = &scatter.fit {
        line(pen, fit, (first, last), (&x, &y), options);
    }
    below.draw(pen, area, wide)
}

/// The first and the last x.
fn ends(scatter: &Scatter) -> (f64, f64) {
    let xs = || scatter.points.iter().map(|point| point.0);
    (
        xs().fold(f64::INFINITY, f64::min),
        xs().fold(f64::NEG_INFINITY, f64::max),
    )
}

fn dots(pen: &mut Pen, points: &[(f64, f64)], (x, y): (&Scale, &Scale)) {
    if points.len() <= SINGLE {
        let radius = if points.len() > 200 { 2.2 } else { 3.0 };
        let opacity = if points.len() > 60 { 0.65 } else { 0.85 };
        for (along, up) in points {
            let place = (x.at(*along), y.at(*up));
            pen.fill(&disc(place, radius), Ink::Series(0), opacity);
        }
        return;
    }
    let (wide, high) = (
        cell(points, |point| point.0, x),
        cell(points, |point| point.1, y),
    );
    let mut cells: BTreeMap<(i64, i64), usize> = BTreeMap::new();
    for (along, up) in points {
        let cell = ((along / wide).round() as i64, (up / high).round() as i64);
        *cells.entry(cell).or_default() += 1;
    }
    let most = cells.values().copied().max().unwrap_or(1) as f64;
    let apart = (x.at(wide) - x.at(0.0))
        .abs()
        .min((y.at(high) - y.at(0.0)).abs());
    let mut all = String::new();
    for ((column, row), count) in cells {
        let at = (x.at(column as f64 * wide), y.at(row as f64 * high));
        // Areas are as the counts, but a dot for one is still seen.
        let radius = (apart * 0.49 * (count as f64 / most).sqrt()).max(0.9);
        all.push_str(&disc(at, radius));
    }
    pen.fill(&all, Ink::Series(0), 0.9);
}

/// How far dots that stand for several are apart, on a scale's own measure: among whole numbers
/// a whole number, or some dots would stand for more of them than others.
fn cell(points: &[(f64, f64)], of: fn(&(f64, f64)) -> f64, scale: &Scale) -> f64 {
    let (low, high) = scale.ends();
    let pixels = (scale.at(high) - scale.at(low)).abs();
    let usual = CELL * (high - low) / pixels.max(CELL);
    match points.iter().all(|point| of(point).fract() == 0.0) {
        true => usual.ceil().max(1.0),
        false => usual,
    }
}

fn disc((x, y): (f64, f64), radius: f64) -> String {
    let (r, d) = (px(radius), px(2.0 * radius));
    format!(
        "M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z",
        px(x - radius),
        px(y)
    )
}

fn line(
    pen: &mut Pen,
    fit: &Fit,
    (first, last): (f64, f64),
    (x, y): (&Scale, &Scale),
    options: &Options,
) {
    const STEPS: usize = 40;
    let id = options.id();
    let at = |step: usize| first + (last - first) * step as f64 / STEPS as f64;
    // What is far outside is cut off anyway; so far that no number is too long.
    let place = |along: f64, up: f64| {
        format!(
            "{} {}",
            px(x.at(along)),
            px(y.at(up).clamp(-9999.0, 9999.0))
        )
    };
    let upper = (0..=STEPS).map(|step| place(at(step), fit.band(at(step)).1));
    let lower = (0..=STEPS)
        .rev()
        .map(|step| place(at(step), fit.band(at(step)).0));
    let band: Vec<String> = upper.chain(lower).collect();
    let (left, right) = (x.at(first), x.at(last));
    let (bottom, top) = (y.at(y.ends().0), y.at(y.ends().1));
    pen.element(&format!(
        "<clipPath id=\"{id}-plot\"><path d=\"M{} {}H{}V{}H{}z\"/></clipPath>\n<g clip-path=\"url(#{id}-plot)\">",
        px(left - 1.0),
        px(top),
        px(right + 1.0),
        px(bottom),
        px(left - 1.0)
    ));
    pen.fill(&format!("M{}z", band.join("L")), Ink::Series(1), 0.22);
    let d = format!(
        "M{}L{}",
        place(first, fit.at(first)),
        place(last, fit.at(last))
    );
    pen.path(&d, Ink::Series(1), 2.0, "");
    pen.element("</g>");
}
