//! What stands at the axis along a chart.

use super::pen::{Pen, SIZE};
use super::style::Ink;
use crate::chart::data::xs::{Xs, when};
use crate::chart::measure::{balanced, width, wrap};
use crate::chart::number::{Form, Unit};
use crate::chart::scale::{Scale, calendar, ticks};

/// How far apart words at an axis are at least.
const GAP: f64 = 10.0;
/// From one line of words to the next.
pub(crate) const LINE: f64 = 15.0;

/// A place at the axis: where it is, and the lines of words below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub(crate) at: f64,
    pub(crate) lines: Vec<String>,
}

/// The marks of an axis, and how many lines of words the longest has.
#[derive(Debug)]
pub(crate) struct Marks {
    pub(crate) marks: Vec<Mark>,
    pub(crate) lines: usize,
}

impl Marks {
    fn new(marks: Vec<Mark>) -> Marks {
        let lines = marks.iter().map(|mark| mark.lines.len()).max().unwrap_or(0);
        Marks { marks, lines }
    }

    /// Draws them below `y`; what would stand beyond the picture's sides is moved inside.
    pub(crate) fn draw(&self, pen: &mut Pen, y: f64, wide: f64) {
        for mark in &self.marks {
            for (line, words) in self::rows(&mark.lines) {
                let y = y + 16.0 + line as f64 * LINE;
                pen.text_within((mark.at, y), words, Ink::Muted, wide);
            }
        }
    }

    /// A short line at each mark.
    pub(crate) fn ticks(&self, pen: &mut Pen, y: f64) {
        for mark in &self.marks {
            pen.line((mark.at, y), (mark.at, y + 4.0), Ink::Back, 1.0);
        }
    }

    /// Whether the words of no two marks touch.
    fn fit(&self, wide: f64) -> bool {
        (0..self.lines).all(|line| {
            let words = self.marks.iter().filter_map(|mark| {
                let words = mark.lines.get(line).filter(|words| !words.is_empty())?;
                let half = width(words, SIZE) / 2.0;
                let middle = mark.at.min(wide - half).max(half);
                Some((middle - half, middle + half))
            });
            let sides: Vec<(f64, f64)> = words.collect();
            sides.windows(2).all(|pair| pair[0].1 + GAP <= pair[1].0)
        })
    }
}

fn rows(lines: &[String]) -> impl Iterator<Item = (usize, &str)> {
    lines
        .iter()
        .map(String::as_str)
        .enumerate()
        .filter(|(_, words)| !words.is_empty())
}

/// The marks for places on a scale, in a picture that is `wide`.
pub(crate) fn marks(xs: &Xs, scale: &Scale, wide: f64) -> Marks {
    match xs {
        Xs::Time { grain, .. } => times(*grain, scale, wide),
        Xs::Number(_) => numbers(scale, &Unit::default(), wide, 0.0),
        Xs::Words(words) => named(words, scale),
    }
}

fn times(grain: crate::chart::data::period::Grain, scale: &Scale, wide: f64) -> Marks {
    let (low, high) = scale.ends();
    for step in calendar::steps(grain) {
        if (high - low) / calendar::length(step) > 200.0 {
            continue;
        }
        let found = calendar::marks(step, low, high, grain);
        if found.is_empty() {
            break;
        }
        let mut before = String::new();
        let marks = found.into_iter().map(|mark| {
            let is_new = mark.part_of != before;
            before.clone_from(&mark.part_of);
            let part = if is_new { mark.part_of } else { String::new() };
            let lines = [mark.label, part].into_iter();
            let kept = if is_new && !before.is_empty() { 2 } else { 1 };
            Mark {
                at: scale.at(mark.at),
                lines: lines.take(kept).collect(),
            }
        });
        let marks = Marks::new(marks.collect());
        if marks.fit(wide) {
            return marks;
        }
    }
    // Times too near each other for any step, or too far: the first says when.
    Marks::new(vec![Mark {
        at: scale.at(low),
        lines: vec![when(low, grain)],
    }])
}

/// Marks at round numbers, `least` apart or more.
pub(crate) fn numbers(scale: &Scale, unit: &Unit, wide: f64, least: f64) -> Marks {
    let (low, high) = scale.ends();
    let mut count = 10;
    loop {
        let found = ticks::inside(low, high, count);
        let form = Form::ticks(found.step, found.largest(), unit);
        let marks = found.at.iter().map(|&at| Mark {
            at: scale.at(at),
            lines: vec![form.at_mark(at)],
        });
        let marks = Marks::new(marks.collect());
        if count == 1 || (found.step >= least && marks.fit(wide)) {
            return marks;
        }
        count -= 1;
    }
}

/// Words at their places; where places are too near for words, every second has its own, or third.
fn named(words: &[String], scale: &Scale) -> Marks {
    let slot = (scale.at(1.0) - scale.at(0.0)).abs();
    let each = (1..words.len())
        .find(|each| slot * *each as f64 >= 40.0)
        .unwrap_or(1);
    let marks = words.iter().enumerate().step_by(each).map(|(at, words)| {
        let room = slot * each as f64 - 6.0;
        Mark {
            at: scale.at(at as f64),
            lines: balanced(words, room, 2, |words| width(words, SIZE)),
        }
    });
    Marks::new(marks.collect())
}

/// Whether every word stands whole in two lines of its slot.
pub(crate) fn are_short(words: &[String], slot: f64) -> bool {
    let measure = |words: &str| width(words, SIZE);
    words.iter().all(|words| {
        let lines = wrap(words, slot - 6.0, 2, measure);
        lines.iter().map(|line| line.len()).sum::<usize>() + lines.len() - 1 == words.len()
            && lines.iter().all(|line| measure(line) <= slot - 6.0)
    })
}
