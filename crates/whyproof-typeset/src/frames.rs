//! What stands on the pages, read back.

use typst::layout::{Frame, FrameItem, Point};

use crate::Typeset;

/// A run of letters in one face, as it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its letters.
    pub text: String,
    /// Points from the left edge of the page to where it begins.
    pub left: f64,
    /// Points from the left edge of the page to where it ends.
    pub right: f64,
    /// Points from the top of the page to its base line.
    pub down: f64,
    /// The size of its letters in points.
    pub size: f64,
}

impl Typeset {
    /// The runs of a page (from 1), in the order in which they were set. Turned or scaled frames are measured as if
    /// they were not; pictures have no runs.
    pub fn runs(&self, page: usize) -> Vec<Run> {
        let mut runs = Vec::new();
        let pages = self.document.pages();
        if let Some(page) = page.checked_sub(1).and_then(|at| pages.get(at)) {
            collect(&page.frame, &mut runs);
        }
        runs
    }
}

/// Frames nest: the next item of each open one stands on a stack.
fn collect(frame: &Frame, runs: &mut Vec<Run>) {
    let mut open = vec![(frame, Point::zero(), 0)];
    while let Some((frame, at, next)) = open.pop() {
        let Some((position, item)) = frame.items().nth(next) else {
            continue;
        };
        open.push((frame, at, next + 1));
        let at = at + *position;
        match item {
            FrameItem::Group(group) => open.push((&group.frame, at, 0)),
            FrameItem::Text(text) => runs.push(Run {
                text: text.text.to_string(),
                left: at.x.to_pt(),
                right: (at.x + text.width()).to_pt(),
                down: at.y.to_pt(),
                size: text.size.to_pt(),
            }),
            _ => {}
        }
    }
}
