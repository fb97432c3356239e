//! Lines.

use super::along;
use super::below::Below;
use super::ends::{End, Names};
use super::frame::{self, Area, Swatch, Up};
use super::pen::{Pen, px};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::xs::Xs;
use crate::chart::data::{Chart, Line, Lines};
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

/// More lines than this stand back, all in one colour.
pub(super) const COLOURED: usize = 6;
/// Lines with more points than this have no marks at them: dashes tell them apart.
const MARKED: usize = 24;
const DASHES: [&str; 6] = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 2"];

/// How one line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) ink: Ink,
    pub(super) series: usize,
    /// Whether others stand before it.
    pub(super) is_back: bool,
}

/// Draws lines; gives the picture's height.
pub(super) fn draw(pen: &mut Pen, chart: &Chart, lines: &Lines, options: &Options) -> f64 {
    let wide = options.pixels_wide();
    let (low, high) = ticks::range(lines.values());
    let (low, high, ticks) = ticks::widened(low, high, 5);
    let up = Up::new(&ticks, &chart.unit);
    let measure = lines.measure.as_deref().unwrap_or_default();
    let mut top = frame::head(
        pen,
        options.title.as_deref(),
        &words::measure(measure, &chart.unit),
        wide,
    );
    let names = Names::of(lines, chart, wide);
    let plot = plot_height(options, wide);
    let few = lines.lines.len() <= COLOURED;
    let shows = !few || names.height() * lines.lines.len() as f64 <= plot;
    if !shows {
        top += legend(pen, lines, top, wide);
    }
    top += 8.0;
    let mut area = Area {
        left: up.width(),
        right: wide - if shows { names.width() + 16.0 } else { 8.0 },
        top,
        bottom: top + plot,
    };
    let x = x_scale(&lines.xs, area);
    let below = Below::new(chart, along::marks(&lines.xs, &x, wide), None, wide);
    area.bottom = below.bottom(top, plot, options);
    let y = Scale::new((low, high), (area.bottom, area.top));
    up.draw(pen, area, &y);
    below.ticks(pen, area);
    let height = below.draw(pen, area, wide);
    let looks = looks(lines, options);
    let mut order: Vec<usize> = (0..lines.lines.len()).collect();
    order.sort_by_key(|at| !looks[*at].is_back);
    for &at in &order {
        one(pen, &lines.lines[at], &lines.xs, looks[at], (&x, &y));
    }
    if shows {
        names.draw(pen, ends(lines, &looks, (&x, &y)), area);
    }
    height
}

/// The names of lines that have no room at their ends.
fn legend(pen: &mut Pen, lines: &Lines, top: f64, wide: f64) -> f64 {
    let all: Vec<String> = lines.lines.iter().map(|line| line.name.clone()).collect();
    let swatch = match lines.xs.len() <= MARKED {
        true => Swatch::Shape,
        false => Swatch::Dash(DASHES),
    };
    frame::legend(pen, &all, top, wide, swatch)
}

/// Where lines end.
fn ends(lines: &Lines, looks: &[Look], (x, y): (&Scale, &Scale)) -> Vec<End> {
    let end = |(at, line): (usize, &Line)| {
        let (place, value) = line.values().last()?;
        Some(End {
            line: at,
            x: x.at(lines.xs.at(place)),
            y: y.at(value),
            look: looks[at],
        })
    };
    lines.lines.iter().enumerate().filter_map(end).collect()
}

fn plot_height(options: &Options, wide: f64) -> f64 {
    match options.pixels_high() {
        // What stands around the lines takes about as much.
        Some(height) => height - 110.0,
        None => (wide * 0.36).clamp(170.0, 300.0),
    }
}

fn x_scale(xs: &Xs, area: Area) -> Scale {
    let last = xs.len().saturating_sub(1);
    let ends = match xs {
        Xs::Words(_) => (-0.5, last as f64 + 0.5),
        _ => (xs.at(0), xs.at(last)),
    };
    // Room for the first mark beside the numbers.
    Scale::new(ends, (area.left + 6.0, area.right - 6.0))
}

fn looks(lines: &Lines, options: &Options) -> Vec<Look> {
    let several = lines.lines.len() > COLOURED;
    let chosen = options.highlight.as_deref();
    let is_chosen = |line: &Line| chosen.is_some_and(|name| name == line.name);
    let any = lines.lines.iter().any(is_chosen);
    let look = |(at, line): (usize, &Line)| {
        let is_back = (any || several) && !is_chosen(line);
        Look {
            ink: match (is_back, any) {
                (true, _) => Ink::Back,
                (false, true) => Ink::Series(0),
                (false, false) => Ink::Series(at),
            },
            series: if several { 0 } else { at },
            is_back,
        }
    };
    lines.lines.iter().enumerate().map(look).collect()
}

fn one(pen: &mut Pen, line: &Line, xs: &Xs, look: Look, (x, y): (&Scale, &Scale)) {
    let marked = xs.len() <= MARKED && !look.is_back;
    let dash = if marked || look.is_back {
        ""
    } else {
        DASHES[look.series % 6]
    };
    let stroke = if look.is_back { 1.0 } else { 2.0 };
    let place = |(place, value): (usize, f64)| (x.at(xs.at(place)), y.at(value));
    for run in line.at.split(|(_, value)| value.is_none()) {
        let points = run
            .iter()
            .filter_map(|(at, value)| Some(place((*at, (*value)?))));
        let points: Vec<(f64, f64)> = thinned(points.collect());
        match points.as_slice() {
            [] => {}
            // A point between two gaps would be a line of no length.
            [only] => pen.mark(*only, look.series, look.ink, 3.2),
            several => pen.path(&joined(several), look.ink, stroke, dash),
        }
    }
    if marked {
        for point in line.values().map(place) {
            pen.mark(point, look.series, look.ink, 3.2);
        }
    }
}

fn joined(points: &[(f64, f64)]) -> String {
    let at = |(x, y): &(f64, f64)| format!("{} {}", px(*x), px(*y));
    format!("M{}", points.iter().map(at).collect::<Vec<_>>().join("L"))
}

/// Of points in one column of pixels, the first, the lowest, the highest and the last are kept:
/// the picture is the same.
///
/// Source: Jugel and others, "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB
/// 7(10), 2014.
fn thinned(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    if points.len() < 1000 {
        return points;
    }
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for column in points.chunk_by(|a, b| a.0.floor() == b.0.floor()) {
        let by = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1);
        let four = [
            column.first(),
            column.iter().min_by(by),
            column.iter().max_by(by),
            column.last(),
        ];
        let mut four: Vec<(f64, f64)> = four.into_iter().flatten().copied().collect();
        four.sort_by(|a, b| a.0.total_cmp(&b.0));
        four.dedup();
        kept.extend(four);
    }
    kept
}
