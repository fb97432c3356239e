//! What stands around a chart: its title, the names of what it measures, notes.

use super::along::LINE;
use super::pen::{Anchor, Pen, SIZE, TITLE, px};
use super::style::Ink;
use crate::chart::measure::{balanced, bold_width, cut, width, wrap};
use crate::chart::number::{Form, Unit};
use crate::chart::scale::Scale;
use crate::chart::scale::ticks::Ticks;

/// The part of the picture that the marks stand in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// Draws title and measure; gives the height that they take.
pub(crate) fn head(pen: &mut Pen, title: Option<&str>, measure: &str, wide: f64) -> f64 {
    let mut y = 0.0;
    if let Some(title) = title {
        let lines = balanced(title, wide, 3, |words| bold_width(words, TITLE));
        for line in &lines {
            y += 18.0;
            pen.title((0.0, y - 4.0), line);
        }
        y += 4.0;
    }
    if !measure.is_empty() {
        y += LINE;
        let measure = cut(measure, wide, |words| width(words, SIZE));
        pen.text((0.0, y - 3.5), &measure, Ink::Muted, Anchor::Start);
        y += 4.0;
    }
    y
}

/// What stands before a name in a legend: what its series is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Swatch {
    Square,
    Shape,
    Dash([&'static str; 6]),
}

/// A legend of swatches and names from `y` down, for series that cannot be named where they are;
/// gives the height that it takes.
pub(crate) fn legend(pen: &mut Pen, names: &[String], y: f64, wide: f64, swatch: Swatch) -> f64 {
    let (mut x, mut line) = (0.0, 0.0);
    for (at, name) in names.iter().enumerate() {
        let before = if matches!(swatch, Swatch::Dash(_)) {
            30.0
        } else {
            14.0
        };
        let name = cut(name, wide - before - 2.0, |words| width(words, SIZE));
        let room = before + 2.0 + width(&name, SIZE);
        if x > 0.0 && x + room > wide {
            (x, line) = (0.0, line + 1.0);
        }
        let base = y + LINE * line + LINE - 3.5;
        let (middle, ink) = (base - 4.0, Ink::Series(at));
        match swatch {
            Swatch::Square => pen.mark((x + 5.0, middle), 1, ink, 4.5),
            Swatch::Shape => pen.mark((x + 5.0, middle), at, ink, 4.5),
            Swatch::Dash(dashes) => {
                let d = format!("M{} {}h24", px(x), px(middle));
                pen.path(&d, ink, 2.0, dashes[at % dashes.len()]);
            }
        }
        pen.text((x + before, base), &name, Ink::Words, Anchor::Start);
        x += room + 16.0;
    }
    LINE * (line + 1.0) + 6.0
}

/// Notes at the foot, in lines; drawn from `y` down once the height is known.
pub(crate) fn notes(notes: &[String], wide: f64) -> Vec<String> {
    if notes.is_empty() {
        return Vec::new();
    }
    wrap(&notes.join(" "), wide, 4, |words| width(words, SIZE))
}

/// Draws notes.
pub(crate) fn foot(pen: &mut Pen, notes: &[String], y: f64) {
    for (line, words) in notes.iter().enumerate() {
        let base = y + LINE * (line + 1) as f64 - 3.5;
        pen.text((0.0, base), words, Ink::Muted, Anchor::Start);
    }
}

/// How high notes are, with the space above them.
pub(crate) fn foot_height(notes: &[String]) -> f64 {
    match notes.len() {
        0 => 0.0,
        lines => 8.0 + LINE * lines as f64,
    }
}

/// The axis that goes up.
pub(crate) struct Up<'a> {
    pub(crate) ticks: &'a Ticks,
    pub(crate) form: Form,
    pub(crate) unit: &'a Unit,
}

impl<'a> Up<'a> {
    pub(crate) fn new(ticks: &'a Ticks, unit: &'a Unit) -> Up<'a> {
        let form = Form::ticks(ticks.step, ticks.largest(), unit);
        Up { ticks, form, unit }
    }

    /// What hangs after the top number only.
    fn hanging(&self) -> String {
        if self.unit.is_mark() {
            self.unit.after()
        } else {
            String::new()
        }
    }

    /// A number as it stands at the axis.
    fn label(&self, at: f64, is_top: bool) -> String {
        match is_top && self.unit.is_mark() {
            true => {
                let full = self.form.full(at);
                full.strip_suffix(&self.hanging())
                    .unwrap_or(&full)
                    .to_owned()
            }
            false => self.form.bare(at),
        }
    }

    /// How much room the numbers take.
    pub(crate) fn width(&self) -> f64 {
        let last = self.ticks.at.len().saturating_sub(1);
        let numbers = self.ticks.at.iter().enumerate();
        let widest = numbers
            .map(|(at, value)| width(&self.label(*value, at == last), SIZE))
            .fold(0.0, f64::max);
        widest + width(&self.hanging(), SIZE) + 6.0
    }

    /// Numbers left of the area, and light lines through it.
    pub(crate) fn draw(&self, pen: &mut Pen, area: Area, scale: &Scale) {
        let last = self.ticks.at.len().saturating_sub(1);
        let hanging = self.hanging();
        let room = width(&hanging, SIZE);
        for (at, &value) in self.ticks.at.iter().enumerate() {
            let y = scale.at(value);
            let ink = if value == 0.0 { Ink::Back } else { Ink::Grid };
            pen.line((area.left, y), (area.right, y), ink, 1.0);
            let label = self.label(value, at == last);
            let digits = area.left - 6.0 - room;
            pen.text((digits, y + 4.0), &label, Ink::Muted, Anchor::End);
            if at == last {
                pen.text((digits, y + 4.0), &hanging, Ink::Muted, Anchor::Start);
            }
        }
    }
}
