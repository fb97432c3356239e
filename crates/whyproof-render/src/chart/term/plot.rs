//! Lines and points made of dots, with numbers at the left and places below.

use super::canvas::Canvas;
use super::letters::{cut, left, right, wide, widest};
use crate::chart::data::xs::Xs;
use crate::chart::data::{Chart, Lines, Scatter};
use crate::chart::measure;
use crate::chart::number::{Form, Unit};
use crate::chart::scale::{Scale, ticks};
use crate::chart::words;

const ROWS: usize = 12;

/// The field and what stands around it.
struct Plot {
    canvas: Canvas,
    /// What stands left of each row.
    numbers: Vec<String>,
    /// What stands right of each row.
    names: Vec<String>,
    y: Scale,
    x: Scale,
}

impl Plot {
    fn new(up: (f64, f64), along: (f64, f64), unit: &Unit, columns: usize, names: usize) -> Plot {
        let (low, high, found) = ticks::widened(up.0, up.1, 4);
        let form = Form::ticks(found.step, found.largest(), unit);
        let mut numbers = vec![String::new(); ROWS];
        for value in &found.at {
            let row = (high - value) / (high - low) * (ROWS - 1) as f64;
            numbers[(row.round() as usize).min(ROWS - 1)] = form.at_mark(*value);
        }
        let room = widest(numbers.iter().map(String::as_str)).min(columns / 3);
        let numbers: Vec<String> = numbers.iter().map(|words| right(words, room)).collect();
        let field = columns.saturating_sub(room + 2 + names).max(8);
        let canvas = Canvas::new(field, ROWS);
        let (across, down) = canvas.dots();
        Plot {
            canvas,
            numbers,
            names: vec![String::new(); ROWS],
            // The middle of the first row's letter is where its number stands.
            y: Scale::new((low, high), (down as f64 - 2.5, 1.5)),
            x: Scale::new(along, (0.0, across as f64 - 1.0)),
        }
    }

    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        (self.x.at(x), self.y.at(y))
    }

    fn lines(&self, below: &[(f64, String)]) -> Vec<String> {
        let room = self.numbers.first().map_or(0, |words| wide(words));
        let mut lines: Vec<String> = (0..ROWS)
            .map(|row| {
                let bar = if self.numbers[row].trim().is_empty() {
                    '│'
                } else {
                    '┤'
                };
                format!(
                    "{} {bar}{}{}",
                    self.numbers[row],
                    self.canvas.row(row),
                    self.names[row]
                )
            })
            .collect();
        let field = self.canvas.dots().0 / 2;
        lines.push(format!("{} └{}", " ".repeat(room), "─".repeat(field)));
        lines.push(" ".repeat(room + 2) + &placed(below, field, &self.x));
        lines
    }
}

/// Words below their places, as far as they do not touch: the first and the last before the others.
fn placed(words: &[(f64, String)], field: usize, x: &Scale) -> String {
    let mut taken: Vec<(usize, usize, String)> = Vec::new();
    let last = words.len().saturating_sub(1);
    let order = [0, last].into_iter().chain(1..last.max(1));
    for (at, words) in order.filter_map(|at| words.get(at)) {
        let words = cut(words, field);
        let middle = x.at(*at) / 2.0;
        let start = (middle - wide(&words) as f64 / 2.0 + 0.5).floor().max(0.0) as usize;
        let start = start.min(field.saturating_sub(wide(&words)));
        let end = start + wide(&words);
        if taken
            .iter()
            .all(|other| end + 2 <= other.0 || other.1 + 2 <= start)
        {
            taken.push((start, end, words));
        }
    }
    taken.sort();
    let mut line = String::new();
    for (start, _, words) in taken {
        line.push_str(&" ".repeat(start.saturating_sub(wide(&line))));
        line.push_str(&words);
    }
    line
}

pub(super) fn lines(chart: &Chart, lines: &Lines, columns: usize) -> Vec<String> {
    let form = Form::values(lines.values(), &chart.unit);
    let name = |line: &crate::chart::data::Line| {
        let value = line
            .values()
            .last()
            .map(|(_, value)| form.at_mark(value))
            .unwrap_or_default();
        let room = (columns / 3).saturating_sub(wide(&value) + 2);
        let name = cut(&line.name, room);
        format!(" {name} {value}").replace("  ", " ")
    };
    let names: Vec<String> = lines.lines.iter().map(name).collect();
    let room = widest(names.iter().map(String::as_str)).min(columns / 3);
    let last = lines.xs.len().saturating_sub(1);
    let ends = match &lines.xs {
        Xs::Words(_) => (-0.5, last as f64 + 0.5),
        xs => (xs.at(0), xs.at(last)),
    };
    let mut plot = Plot::new(
        ticks::range(lines.values()),
        ends,
        &chart.unit,
        columns,
        room,
    );
    for (line, name) in lines.lines.iter().zip(&names) {
        for run in line.at.split(|(_, value)| value.is_none()) {
            let place =
                |(at, value): &(usize, Option<f64>)| Some(plot.place(lines.xs.at(*at), (*value)?));
            let points: Vec<(f64, f64)> = run.iter().filter_map(place).collect();
            for (at, &point) in points.iter().enumerate() {
                plot.canvas.line(points[at.saturating_sub(1)], point);
            }
        }
        if let Some((_, value)) = line.values().last() {
            let wanted = (plot.y.at(value) / 4.0).floor().max(0.0) as usize;
            if let Some(row) = free(&plot.names, wanted) {
                plot.names[row] = left(name, room);
            }
        }
    }
    let below: Vec<(f64, String)> = (0..lines.xs.len())
        .map(|at| (lines.xs.at(at), lines.xs.label(at)))
        .collect();
    let measure = words::measure(lines.measure.as_deref().unwrap_or(""), &chart.unit);
    with_measure(measure, plot.lines(&few(below)))
}

/// The row nearest to the wanted one that has no name yet.
fn free(names: &[String], wanted: usize) -> Option<usize> {
    let is_free = |row: &usize| names.get(*row).is_some_and(String::is_empty);
    let near = (0..names.len()).flat_map(|away| [wanted.checked_sub(away), Some(wanted + away)]);
    near.flatten().find(is_free)
}

/// Some of many places, the first and the last among them.
fn few(places: Vec<(f64, String)>) -> Vec<(f64, String)> {
    let step = places.len().div_ceil(12).max(1);
    let last = places.len().saturating_sub(1);
    let kept = |at: &usize| at.is_multiple_of(step) || *at == last;
    places
        .into_iter()
        .enumerate()
        .filter(|(at, _)| kept(at))
        .map(|(_, place)| place)
        .collect()
}

fn with_measure(measure: String, mut lines: Vec<String>) -> Vec<String> {
    if !measure.is_empty() {
        lines.insert(0, measure);
    }
    lines
}

pub(super) fn scatter(chart: &Chart, scatter: &Scatter, columns: usize) -> Vec<String> {
    let along = ticks::range(scatter.points.iter().map(|point| point.0));
    let up = ticks::range(scatter.points.iter().map(|point| point.1));
    let mut plot = Plot::new(up, along, &chart.unit, columns, 0);
    for (x, y) in &scatter.points {
        let (x, y) = plot.place(*x, *y);
        plot.canvas.set(x.round() as i64, y.round() as i64);
    }
    if let Some(fit) = &scatter.fit {
        let xs = || scatter.points.iter().map(|point| point.0);
        let ends = [
            xs().fold(f64::INFINITY, f64::min),
            xs().fold(f64::NEG_INFINITY, f64::max),
        ];
        let [from, to] = ends.map(|x| plot.place(x, fit.at(x)));
        plot.canvas.line(from, to);
    }
    let found = ticks::inside(along.0, along.1, (columns / 12).clamp(2, 8));
    let form = Form::ticks(found.step, found.largest(), &Unit::default());
    let below: Vec<(f64, String)> = found.at.iter().map(|at| (*at, form.bare(*at))).collect();
    let measure = words::measure(&scatter.y, &chart.unit);
    let mut lines = with_measure(measure, plot.lines(&below));
    let name = measure::cut(&scatter.x, columns as f64, |words| wide(words) as f64);
    lines.push(right(&name, columns));
    lines
}
