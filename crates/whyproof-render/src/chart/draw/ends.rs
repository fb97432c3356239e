//! Names at the ends of lines.

use super::along::LINE;
use super::frame::Area;
use super::labels::spread;
use super::line::{COLOURED, Look};
use super::pen::{Anchor, Pen, SIZE};
use super::style::Ink;
use crate::chart::data::{Chart, Line, Lines};
use crate::chart::measure::{cut, width};
use crate::chart::number::Form;

/// What stands at the ends: names and last values.
pub(super) struct Names {
    /// The words of each line, on one row or two.
    words: Vec<Vec<String>>,
    rows: usize,
}

/// The end of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub(super) line: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) look: Look,
}

impl Names {
    /// The words at the ends, in two rows each where one would take the lines' room.
    pub(super) fn of(lines: &Lines, chart: &Chart, wide: f64) -> Names {
        let form = Form::values(lines.values(), &chart.unit);
        let both = |line: &Line| {
            let value = line.values().last().map(|(_, value)| form.at_mark(value));
            (line.name.clone(), value.unwrap_or_default())
        };
        let all: Vec<(String, String)> = lines.lines.iter().map(both).collect();
        let measure = |words: &str| width(words, SIZE);
        let joined = |(name, value): &(String, String)| format!("{name} {value}").trim().to_owned();
        let fits = all.iter().all(|both| measure(&joined(both)) <= wide * 0.3);
        let row = |both: &(String, String)| match fits || both.0.is_empty() {
            true => vec![joined(both)],
            false => vec![cut(&both.0, wide * 0.3, measure), both.1.clone()],
        };
        let words: Vec<Vec<String>> = all.iter().map(row).collect();
        let rows = words.iter().map(Vec::len).max().unwrap_or(1);
        Names { words, rows }
    }

    /// How wide the widest is.
    pub(super) fn width(&self) -> f64 {
        let all = self.words.iter().flatten();
        all.map(|words| width(words, SIZE)).fold(0.0, f64::max)
    }

    /// How high each is.
    pub(super) fn height(&self) -> f64 {
        self.rows as f64 * (LINE - 1.0) + if self.rows > 1 { 3.0 } else { 0.0 }
    }

    /// Draws them right of the area. Where there is no room for all, the chosen, the highest and
    /// the lowest have theirs.
    pub(super) fn draw(&self, pen: &mut Pen, ends: Vec<End>, area: Area) {
        let ends = match ends.len() > COLOURED {
            true => self.outstanding(ends),
            false => ends,
        };
        let wanted: Vec<f64> = ends.iter().map(|end| end.y).collect();
        // Words may stand a little beyond the area, above the words of the axis.
        let (top, bottom) = (area.top, area.bottom - self.height() + LINE + 1.0);
        let Some(moved) = spread(&wanted, self.height(), top, bottom) else {
            return;
        };
        for (end, y) in ends.into_iter().zip(moved) {
            if (y - end.y).abs() > 8.0 || area.right - end.x > 20.0 {
                let from = (end.x + 5.0, end.y);
                pen.line(from, (area.right + 6.0, y), Ink::Back, 0.75);
            }
            let ink = if end.look.is_back {
                Ink::Muted
            } else {
                end.look.ink
            };
            for (row, words) in self.words[end.line].iter().enumerate() {
                let base = y + 4.0 + row as f64 * (LINE - 1.0);
                pen.text((area.right + 10.0, base), words, ink, Anchor::Start);
            }
        }
    }

    /// The ends that have a name where not all can: those that do not stand back, then from the
    /// outside in, as long as they stand close to their lines.
    fn outstanding(&self, mut ends: Vec<End>) -> Vec<End> {
        ends.sort_by(|a, b| a.y.total_cmp(&b.y));
        let count = ends.len();
        let before = (0..count).filter(|at| !ends[*at].look.is_back);
        let inwards = (0..count.div_ceil(2)).flat_map(|at| [at, count - 1 - at]);
        let mut kept: Vec<End> = Vec::new();
        for end in before.chain(inwards).map(|at| ends[at]) {
            if kept
                .iter()
                .all(|other| (other.y - end.y).abs() >= self.height() * 0.8)
            {
                kept.push(end);
            }
        }
        kept
    }
}
