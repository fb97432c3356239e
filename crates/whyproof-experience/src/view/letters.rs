//! Pages measured by letters, where nothing sets them.

use super::{Measure, Measured};
use crate::resume::{Resume, all};

/// The height of a row, in points.
const ROW: f64 = 13.0;
/// How a heading stands off, in points.
const HEADING: f64 = 24.0;

/// A measure of pages by letters: so many in a row, so many rows on a page. It is near enough for a résumé that is
/// written as data, and is set elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// Letters in a row.
    pub columns: usize,
    /// Rows on a page.
    pub rows: usize,
}

impl Default for Letters {
    fn default() -> Letters {
        Letters {
            columns: 95,
            rows: 54,
        }
    }
}

impl Letters {
    fn height(&self, text: &str) -> f64 {
        let rows = text.chars().count().div_ceil(self.columns.max(1)).max(1);
        rows as f64 * ROW
    }
}

impl Measure for Letters {
    fn measure(&self, resume: &Resume) -> Result<Measured, String> {
        let lines: Vec<_> = resume
            .lines()
            .iter()
            .map(|line| (line.id, self.height(line.text)))
            .collect();
        let sections = [
            (all(&resume.work).len(), 2.0),
            (all(&resume.volunteer).len(), 2.0),
            (all(&resume.projects).len(), 1.0),
            (all(&resume.education).len(), 1.0),
            (all(&resume.awards).len(), 1.0),
            (all(&resume.certificates).len(), 1.0),
            (all(&resume.publications).len(), 1.0),
            (all(&resume.skills).len(), 1.0),
            (all(&resume.languages).len(), 1.0),
            (all(&resume.interests).len(), 1.0),
            (all(&resume.references).len(), 2.0),
        ];
        let mut fixed = 4.0 * ROW;
        for (entries, rows) in sections.into_iter().filter(|(entries, _)| *entries > 0) {
            fixed += HEADING + entries as f64 * rows * ROW;
        }
        let page_height = self.rows.max(1) as f64 * ROW;
        let whole = fixed + lines.iter().map(|(_, height)| height).sum::<f64>();
        Ok(Measured {
            pages: (whole / page_height).ceil() as usize,
            page_height,
            lines,
            fixed,
        })
    }
}
