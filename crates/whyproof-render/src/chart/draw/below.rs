//! What stands below the marks: numbers or places of an axis, its name, notes.

use super::along::{LINE, Marks};
use super::frame::{self, Area};
use super::pen::{Anchor, Pen, SIZE};
use super::style::Ink;
use crate::chart::Options;
use crate::chart::data::Chart;
use crate::chart::measure::{cut, width};
use crate::chart::words;

/// The lowest that an area gets, whatever height was asked for.
const LEAST: f64 = 100.0;

/// What stands below an area.
pub(super) struct Below {
    marks: Marks,
    name: Option<String>,
    notes: Vec<String>,
}

impl Below {
    /// The marks of an axis, its name where it has one, and the chart's notes.
    pub(super) fn new(chart: &Chart, marks: Marks, name: Option<String>, wide: f64) -> Below {
        let notes = frame::notes(&words::notes(chart), wide);
        Below { marks, name, notes }
    }

    /// How high all of it is.
    pub(super) fn height(&self) -> f64 {
        12.0 + LINE * self.lines() + frame::foot_height(&self.notes)
    }

    fn lines(&self) -> f64 {
        (self.marks.lines + usize::from(self.name.is_some())) as f64
    }

    /// Where an area from `top` down ends: by the height that was asked for, else `usual` high.
    pub(super) fn bottom(&self, top: f64, usual: f64, options: &Options) -> f64 {
        match options.pixels_high() {
            Some(height) => (height - self.height()).max(top + LEAST),
            None => top + usual,
        }
    }

    /// Draws all of it below `area`; gives the height of the whole picture.
    pub(super) fn draw(&self, pen: &mut Pen, area: Area, wide: f64) -> f64 {
        self.marks.draw(pen, area.bottom + 3.0, wide);
        if let Some(name) = &self.name {
            let name = cut(name, area.right - area.left, |words| width(words, SIZE));
            let middle = (area.left + area.right) / 2.0;
            let base = area.bottom + 4.0 + LINE * self.lines();
            pen.text((middle, base), &name, Ink::Muted, Anchor::Middle);
        }
        let foot = area.bottom + 16.0 + LINE * self.lines();
        frame::foot(pen, &self.notes, foot);
        area.bottom + self.height()
    }

    /// A short line at each mark.
    pub(super) fn ticks(&self, pen: &mut Pen, area: Area) {
        self.marks.ticks(pen, area.bottom);
    }
}
