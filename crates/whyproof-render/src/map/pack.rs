//! Claims beside each other, in rows as wide as the page.

use super::boxes::{Boxes, Label, WIDE};
use super::place::{self, Blocks, Rect};
use super::plan::{Shape, Under};
use super::tree::Link;

/// Between trees beside each other.
const SPACE: f64 = 40.0;
/// Between rows of trees.
const ROW: f64 = 44.0;
/// Room for the word above a root that is no claim.
const WORD: f64 = 18.0;
/// Most trees beside each other for which the width is shared out.
const MOST: u32 = 6;
/// A narrower form is taken where the map gets so much shorter by it.
const WORTH: f64 = 0.85;

/// Where everything stands; the corner of the first is at 0, 0.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) labels: Vec<Label>,
    pub(super) rects: Vec<Rect>,
    pub(super) plan: Vec<Under>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Lays out a tree on a page so wide.
pub(super) fn lay(boxes: &Boxes<'_>, page: f64) -> Layout {
    let count = boxes.part.nodes.len() as u32;
    let wide = WIDE.min(page);
    let shape = Shape::new(&boxes.part, wide, page);
    let roots: Vec<u32> = (0..count)
        .filter(|at| boxes.part.parent(*at).is_none())
        .collect();
    let labels: Vec<Label> = (0..count).map(|at| boxes.label(at, wide)).collect();
    let mut best = trial(boxes, &shape, &roots, labels.clone(), page, page);
    for beside in 2..=MOST.min(roots.len() as u32) {
        let most = (page - SPACE * f64::from(beside - 1)) / f64::from(beside);
        if most < wide {
            break;
        }
        let layout = trial(boxes, &shape, &roots, labels.clone(), page, most);
        if layout.height < best.height * WORTH {
            best = layout;
        }
    }
    best
}

/// Lays out trees that are no wider than `most`, if they can.
fn trial(
    boxes: &Boxes<'_>,
    shape: &Shape,
    roots: &[u32],
    mut labels: Vec<Label>,
    page: f64,
    most: f64,
) -> Layout {
    let mut width = vec![0.0; labels.len()];
    for root in roots {
        let at = *root as usize;
        width[at] = shape.wanted(*root, most).max(shape.least[at]);
    }
    let plan = shape.plan(&mut width);
    for root in roots {
        labels[*root as usize] = boxes.label(*root, width[*root as usize]);
    }
    let blocks = place::blocks(&plan, &labels);
    let (mut y, mut wide) = (0.0, 0.0_f64);
    let mut corners = Vec::with_capacity(roots.len());
    for shelf in shelves(roots, &blocks, page) {
        if y > 0.0 {
            y += ROW;
        }
        let worded = |root: &u32| boxes.part.nodes[*root as usize].link != Link::Claim;
        if shelf.iter().any(worded) {
            y += WORD;
        }
        let (mut x, mut high) = (0.0, 0.0_f64);
        for root in shelf {
            let block = blocks.blocks[*root as usize];
            corners.push((*root, (x, y)));
            wide = wide.max(x + block.w);
            x += block.w + SPACE;
            high = high.max(block.h);
        }
        y += high;
    }
    let hung = place::hung(&plan);
    Layout {
        rects: blocks.rects(&corners, &hung, &labels),
        labels,
        plan,
        width: wide,
        height: y,
    }
}

/// The roots in rows no wider than the page.
fn shelves<'r>(roots: &'r [u32], blocks: &Blocks, page: f64) -> Vec<&'r [u32]> {
    let (mut shelves, mut first, mut x) = (Vec::new(), 0, 0.0);
    for (at, root) in roots.iter().enumerate() {
        let wide = blocks.blocks[*root as usize].w;
        if at > first && x + wide > page + 0.01 {
            shelves.push(&roots[first..at]);
            (first, x) = (at, 0.0);
        }
        x += wide + SPACE;
    }
    shelves.push(&roots[first..]);
    shelves
}
