//! What stands beside what under a node, in a given width.

use super::number::DEEPEST;
use super::tree::{Link, Part};

/// Between boxes beside each other.
pub(super) const GAP: f64 = 18.0;
/// How far what stands along a trunk is indented.
pub(super) const INDENT: f64 = 38.0;

/// What counts as one under a node: an attack, or a reason with all that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) attacks: bool,
    /// The nodes of the premises; of an attack, one.
    pub(super) of: Vec<u32>,
}

/// A row along a trunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// One attack or reason; premises that don't fit beside each other stand below each other.
    Below(Unit),
    /// Several boxes beside each other.
    Beside(Vec<Unit>),
}

/// How what is under a node is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Under {
    /// Nothing is under it.
    #[default]
    Nothing,
    /// All beside each other.
    Beside(Vec<Unit>),
    /// In rows along a trunk.
    Rows(Vec<Row>),
    /// All that is under it, however deep, below each other.
    Flat(Vec<u32>),
}

/// The shape of a tree, whatever the width.
#[derive(Debug)]
pub(super) struct Shape {
    /// Depth of each node under its root in this picture.
    depth: Vec<u32>,
    units: Vec<Vec<Unit>>,
    /// What is set flat under each node of the deepest level that is not.
    flat: Vec<Vec<u32>>,
    /// How wide each node is at least, with all under it.
    pub(super) least: Vec<f64>,
    /// How wide it is with everything beside each other.
    full: Vec<f64>,
}

impl Shape {
    /// The shape of nodes whose boxes are `wide`; the levels that a page `page` wide has room for are set as a tree.
    pub(super) fn new(part: &Part<'_>, wide: f64, page: f64) -> Shape {
        let count = part.nodes.len();
        let levels = (((page - wide) / INDENT).floor().max(0.0) as u32).min(DEEPEST);
        let mut shape = Shape {
            depth: vec![0; count],
            units: vec![Vec::new(); count],
            flat: vec![Vec::new(); count],
            least: vec![wide; count],
            full: vec![wide; count],
        };
        // The node of the deepest level that each deeper one is set under.
        let mut above: Vec<u32> = (0..count as u32).collect();
        for at in 0..count {
            let Some(parent) = part.parent(at as u32).map(|parent| parent as usize) else {
                continue;
            };
            shape.depth[at] = shape.depth[parent] + 1;
            if shape.depth[at] > levels {
                above[at] = above[parent];
                shape.flat[above[at] as usize].push(at as u32);
            } else {
                shape.hang(parent, at as u32, part.nodes[at].link);
            }
        }
        shape.widths(wide);
        shape
    }

    fn hang(&mut self, parent: usize, at: u32, link: Link) {
        let units = &mut self.units[parent];
        if let (Link::And, Some(reason)) = (link, units.last_mut()) {
            reason.of.push(at);
            return;
        }
        units.push(Unit {
            attacks: link.attacks(),
            of: vec![at],
        });
    }

    fn widths(&mut self, wide: f64) {
        for at in (0..self.units.len()).rev() {
            let under = || self.units[at].iter().flat_map(|unit| &unit.of);
            let count = under().count();
            if count == 0 {
                continue;
            }
            let least = under().map(|child| self.least[*child as usize]);
            let indent = if count == 1 { 0.0 } else { INDENT };
            self.least[at] = wide.max(indent + least.fold(0.0, f64::max));
            let full: f64 = under().map(|child| self.full[*child as usize] + GAP).sum();
            self.full[at] = wide.max(full - GAP);
        }
    }

    /// How wide a node would be with everything beside each other, but no wider than `most`.
    pub(super) fn wanted(&self, at: u32, most: f64) -> f64 {
        self.full[at as usize].min(most)
    }

    /// How each node is set, where the roots have so much width; `width` is that of the roots, and becomes that of
    /// all.
    pub(super) fn plan(&self, width: &mut [f64]) -> Vec<Under> {
        let mut plan = Vec::with_capacity(self.units.len());
        for at in 0..self.units.len() {
            let (units, flat) = (&self.units[at], &self.flat[at]);
            if !flat.is_empty() {
                for node in flat {
                    width[*node as usize] = self.least[at];
                }
                plan.push(Under::Flat(flat.clone()));
                continue;
            }
            if units.is_empty() {
                plan.push(Under::Nothing);
                continue;
            }
            let least: f64 = units.iter().map(|unit| self.unit(unit) + GAP).sum();
            if least - GAP <= width[at] + 0.01 {
                self.share(units, width[at], width);
                plan.push(Under::Beside(units.clone()));
                continue;
            }
            let room = width[at] - INDENT;
            let rows = self.even(units, room);
            plan.push(Under::Rows(self.settle(rows, room, width)));
        }
        plan
    }

    /// Rows as they are set, their nodes with their widths.
    fn settle(&self, rows: Vec<Vec<Unit>>, room: f64, width: &mut [f64]) -> Vec<Row> {
        let settle = |mut row: Vec<Unit>| {
            let one = row.len() == 1 && (row[0].of.len() == 1 || self.unit(&row[0]) > room);
            match row.pop() {
                Some(unit) if one => {
                    for node in &unit.of {
                        width[*node as usize] = self.wanted(*node, room);
                    }
                    Row::Below(unit)
                }
                last => {
                    row.extend(last);
                    self.share(&row, room, width);
                    Row::Beside(row)
                }
            }
        };
        rows.into_iter().map(settle).collect()
    }

    /// The least width of a unit with its premises beside each other.
    fn unit(&self, unit: &Unit) -> f64 {
        let least = unit.of.iter().map(|at| self.least[*at as usize] + GAP);
        least.sum::<f64>() - GAP
    }

    /// Rows no wider than `room`: first of reasons, then of attacks, of so many units at most.
    fn rows(&self, units: &[Unit], room: f64, reasons: usize, attacks: usize) -> Vec<Vec<Unit>> {
        let mut rows: Vec<Vec<Unit>> = Vec::new();
        let mut used = 0.0;
        for unit in units {
            let wide = self.unit(unit);
            let most = if unit.attacks { attacks } else { reasons };
            match rows.last_mut() {
                Some(row)
                    if row[0].attacks == unit.attacks
                        && row.len() < most
                        && used + GAP + wide <= room + 0.01 =>
                {
                    row.push(unit.clone());
                    used += GAP + wide;
                }
                _ => {
                    rows.push(vec![unit.clone()]);
                    used = wide;
                }
            }
        }
        rows
    }

    /// As few rows as there can be, about as long as each other.
    fn even(&self, units: &[Unit], room: f64) -> Vec<Vec<Unit>> {
        let rows = self.rows(units, room, usize::MAX, usize::MAX);
        let most = |attacks: bool| {
            let rows = rows.iter().filter(|row| row[0].attacks == attacks).count();
            let units = units.iter().filter(|unit| unit.attacks == attacks).count();
            units.div_ceil(rows.max(1)).max(1)
        };
        let even = self.rows(units, room, most(false), most(true));
        if even.len() == rows.len() { even } else { rows }
    }

    /// Gives what is beside each other its least width, and what is left to those that want more.
    fn share(&self, units: &[Unit], room: f64, width: &mut [f64]) {
        let nodes = || {
            units
                .iter()
                .flat_map(|unit| &unit.of)
                .map(|at| *at as usize)
        };
        let least: f64 = nodes().map(|at| self.least[at] + GAP).sum();
        let left = (room - (least - GAP)).max(0.0);
        let want = |at: usize| self.full[at] - self.least[at];
        let wanted: f64 = nodes().map(want).sum();
        let share = if wanted > left { left / wanted } else { 1.0 };
        for at in nodes() {
            width[at] = self.least[at] + want(at) * share;
        }
    }
}
