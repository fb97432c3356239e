//! Where boxes stand.

use super::boxes::Label;
use super::plan::{GAP, INDENT, Row, Under, Unit};

/// From a box to the line that what is under it hangs from.
pub(super) const STEM: f64 = 14.0;
/// Between the lines of reasons and of attacks.
pub(super) const APART: f64 = 9.0;
/// From that line to the joint of a reason with several premises.
pub(super) const JOINT: f64 = 13.0;
/// Down to a box, with room for the word beside it.
pub(super) const DROP: f64 = 22.0;
/// Between boxes below each other, with room for the word.
pub(super) const BELOW: f64 = 25.0;

/// Where a box stands: its left, its top, how wide and high it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) w: f64,
    pub(super) h: f64,
}

impl Rect {
    pub(super) fn middle(self) -> f64 {
        self.x + self.w / 2.0
    }

    pub(super) fn right(self) -> f64 {
        self.x + self.w
    }

    pub(super) fn bottom(self) -> f64 {
        self.y + self.h
    }
}

/// What a node and all under it take.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Block {
    pub(super) w: f64,
    pub(super) h: f64,
    /// Where its own box begins, and how wide that is.
    x: f64,
    own: f64,
}

impl Block {
    fn new(w: f64, h: f64, own: f64) -> Block {
        Block { w, h, x: 0.0, own }
    }
}

/// Blocks of all nodes, and where each begins in that of its parent.
pub(super) struct Blocks {
    pub(super) blocks: Vec<Block>,
    at: Vec<(f64, f64)>,
}

/// From a box to those beside each other under it.
pub(super) fn fall(units: &[Unit]) -> f64 {
    match units {
        [unit] if unit.of.len() == 1 => STEM + 18.0,
        units => {
            let both = units.iter().any(|unit| unit.attacks != units[0].attacks);
            STEM + if both { APART } else { 0.0 } + joint(units) + DROP
        }
    }
}

/// Room for joints.
pub(super) fn joint(units: &[Unit]) -> f64 {
    match units.iter().any(|unit| unit.of.len() > 1) {
        true => JOINT,
        false => 0.0,
    }
}

/// Sizes the blocks, from the deepest up.
pub(super) fn blocks(plan: &[Under], labels: &[Label]) -> Blocks {
    let mut sized = Blocks {
        blocks: vec![Block::default(); plan.len()],
        at: vec![(0.0, 0.0); plan.len()],
    };
    for at in (0..plan.len()).rev() {
        let (w, h) = (labels[at].width, labels[at].height);
        sized.blocks[at] = match &plan[at] {
            Under::Nothing => Block::new(w, h, w),
            Under::Beside(units) => sized.beside(units, w, h),
            Under::Rows(rows) => sized.rows(rows, w, h),
            Under::Flat(nodes) => sized.flat(nodes, w, h),
        };
    }
    sized
}

impl Blocks {
    fn beside(&mut self, units: &[Unit], w: f64, h: f64) -> Block {
        let (wide, high) = self.row(units, 0.0, h + fall(units));
        let own = w.max(wide);
        let nodes = || units.iter().flat_map(|unit| &unit.of);
        for node in nodes() {
            self.at[*node as usize].0 += (own - wide) / 2.0;
        }
        let middle = |node: Option<&u32>| {
            node.map_or(own / 2.0, |node| {
                let node = *node as usize;
                self.at[node].0 + self.blocks[node].x + self.blocks[node].own / 2.0
            })
        };
        let middle = (middle(nodes().next()) + middle(nodes().last())) / 2.0;
        Block {
            x: (middle - w / 2.0).clamp(0.0, own - w),
            ..Block::new(own, h + fall(units) + high, w)
        }
    }

    /// Sets units beside each other from a point on; gives how wide and high they are.
    fn row(&mut self, units: &[Unit], x: f64, y: f64) -> (f64, f64) {
        let (mut wide, mut high) = (0.0, 0.0_f64);
        for node in units.iter().flat_map(|unit| &unit.of) {
            let node = *node as usize;
            self.at[node] = (x + wide, y);
            wide += self.blocks[node].w + GAP;
            high = high.max(self.blocks[node].h);
        }
        (wide - GAP, high)
    }

    fn rows(&mut self, rows: &[Row], w: f64, h: f64) -> Block {
        let (mut wide, mut y) = (w, h);
        for row in rows {
            let (row_wide, high) = match row {
                Row::Below(unit) => self.column(&unit.of, INDENT, y),
                Row::Beside(units) => {
                    let fall = STEM + joint(units) + DROP;
                    let (wide, high) = self.row(units, INDENT, y + fall);
                    (wide, high + fall)
                }
            };
            wide = wide.max(INDENT + row_wide);
            y += high;
        }
        Block::new(wide, y, w)
    }

    fn flat(&mut self, nodes: &[u32], w: f64, h: f64) -> Block {
        let (wide, high) = self.column(nodes, 0.0, h);
        Block::new(w.max(wide), h + high, w)
    }

    /// Sets nodes below each other; gives how wide and high they are.
    fn column(&mut self, nodes: &[u32], x: f64, y: f64) -> (f64, f64) {
        let (mut wide, mut high) = (0.0_f64, 0.0);
        for node in nodes.iter().map(|node| *node as usize) {
            self.at[node] = (x, y + high + BELOW);
            wide = wide.max(self.blocks[node].w);
            high += BELOW + self.blocks[node].h;
        }
        (wide, high)
    }

    /// Where each box stands, where those of the roots begin at these points.
    pub(super) fn rects(
        &self,
        roots: &[(u32, (f64, f64))],
        hung: &[Option<u32>],
        labels: &[Label],
    ) -> Vec<Rect> {
        let mut corners = self.at.clone();
        for (root, corner) in roots {
            corners[*root as usize] = *corner;
        }
        let mut rects = Vec::with_capacity(corners.len());
        for (at, label) in labels.iter().enumerate() {
            if let Some(above) = hung[at].map(|above| corners[above as usize]) {
                corners[at] = (corners[at].0 + above.0, corners[at].1 + above.1);
            }
            rects.push(Rect {
                x: corners[at].0 + self.blocks[at].x,
                y: corners[at].1,
                w: label.width,
                h: label.height,
            });
        }
        rects
    }
}

/// The node in whose block each node stands.
pub(super) fn hung(plan: &[Under]) -> Vec<Option<u32>> {
    let mut hung = vec![None; plan.len()];
    for (at, under) in plan.iter().enumerate() {
        let mut hang = |node: &u32| hung[*node as usize] = Some(at as u32);
        match under {
            Under::Nothing => {}
            Under::Flat(nodes) => nodes.iter().for_each(hang),
            Under::Beside(units) => units.iter().flat_map(|unit| &unit.of).for_each(hang),
            Under::Rows(rows) => {
                for row in rows {
                    match row {
                        Row::Below(unit) => unit.of.iter().for_each(&mut hang),
                        Row::Beside(units) => {
                            let nodes = units.iter().flat_map(|unit| &unit.of);
                            nodes.for_each(&mut hang);
                        }
                    }
                }
            }
        }
    }
    hung
}
