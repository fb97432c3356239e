//! Names left of rows.

use super::along::LINE;
use super::pen::{Anchor, Pen, SIZE};
use super::style::Ink;
use crate::chart::measure::{balanced, width};

/// The name of each row, in two lines where it is long.
pub(super) struct RowNames {
    pub(super) lines: Vec<Vec<String>>,
    /// How wide the widest line is.
    pub(super) width: f64,
}

impl RowNames {
    /// Names no wider than `most`.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a String>, most: f64) -> RowNames {
        let measure = |words: &str| width(words, SIZE);
        let lines: Vec<Vec<String>> = names.map(|name| balanced(name, most, 2, measure)).collect();
        let widths = lines.iter().flatten().map(|line| measure(line));
        let width = widths.fold(0.0, f64::max);
        RowNames { lines, width }
    }

    /// How high a row must be for its name.
    pub(super) fn height(&self, row: usize) -> f64 {
        self.lines.get(row).map_or(0, Vec::len) as f64 * (LINE - 1.0)
    }

    /// Draws the name of a row about its middle.
    pub(super) fn draw(&self, pen: &mut Pen, row: usize, middle: f64) {
        let lines = self.lines.get(row).map_or(&[][..], Vec::as_slice);
        for (line, words) in lines.iter().enumerate() {
            let shift = line as f64 - (lines.len() - 1) as f64 / 2.0;
            let base = middle + shift * (LINE - 1.0) + 4.0;
            pen.text((self.width, base), words, Ink::Words, Anchor::End);
        }
    }
}
