//! The lines between boxes, and the words on them.

use super::lines::line;
use super::number::shortened;
use super::pack::Layout;
use super::place::{APART, DROP, Rect, STEM, joint};
use super::plan::{Row, Under, Unit};
use super::tree::{Link, Part};
use crate::chart::measure::bold_width;

/// How far inside a box the line to its attacks leaves it, where they hang from a trunk.
const ATTACKS: f64 = 9.0;
/// The same of the line to its reasons.
const REASONS: f64 = 20.0;
/// Where premises that stand below each other are joined.
const JOINED: f64 = 29.0;
/// How far below a box's top the line from a trunk reaches it.
const INTO: f64 = 15.0;

/// The size of words on edges.
pub(super) const WORD: f64 = 11.0;

/// From a box down to one that stands under it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) attacks: bool,
    /// Its corners, from the one box to the other; it runs down or across.
    pub(super) points: Vec<(f64, f64)>,
}

/// A word beside an edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// The node that it leads to.
    pub(super) of: u32,
    pub(super) at: (f64, f64),
    pub(super) words: String,
}

/// All lines of a map.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) edges: Vec<Edge>,
    pub(super) words: Vec<Word>,
    /// Where premises of one reason meet.
    pub(super) joints: Vec<(f64, f64)>,
}

/// The lines of a layout.
pub(super) fn lines(part: &Part<'_>, layout: &Layout) -> Lines {
    let mut drawing = Drawing {
        part,
        rects: &layout.rects,
        lines: Lines::default(),
    };
    for (at, under) in layout.plan.iter().enumerate() {
        let at = at as u32;
        if part.parent(at).is_none() {
            drawing.root(at);
        }
        match under {
            Under::Nothing => {}
            Under::Beside(units) => drawing.beside(at, units),
            Under::Rows(rows) => {
                for row in rows {
                    match row {
                        Row::Below(unit) => drawing.below(at, unit),
                        Row::Beside(units) => drawing.along(at, units),
                    }
                }
            }
            Under::Flat(nodes) => drawing.flat(at, nodes),
        }
    }
    drawing.lines
}

struct Drawing<'l> {
    part: &'l Part<'l>,
    rects: &'l [Rect],
    lines: Lines,
}

impl Drawing<'_> {
    fn rect(&self, at: u32) -> Rect {
        self.rects[at as usize]
    }

    /// What a root is, where it is no claim.
    fn root(&mut self, at: u32) {
        let link = self.part.nodes[at as usize].link;
        let rect = self.rect(at);
        let words = match (link, self.part.nodes[at as usize].parent) {
            (Link::Claim, _) => return,
            (Link::Loose, _) => "bears on nothing".to_owned(),
            (link, None) => format!("{}, to the whole case", link.word()),
            (link, Some(_)) => link.word().to_owned(),
        };
        self.word(at, (rect.x, rect.y - 6.0), words);
    }

    fn word(&mut self, of: u32, at: (f64, f64), words: String) {
        self.lines.words.push(Word { of, at, words });
    }

    fn link(&self, at: u32) -> String {
        self.part.nodes[at as usize].link.word().to_owned()
    }

    fn edge(&mut self, from: u32, to: u32, attacks: bool, points: &[(f64, f64)]) {
        let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
        for point in points {
            if kept.last() != Some(point) {
                kept.push(*point);
            }
        }
        self.lines.edges.push(Edge {
            from,
            to,
            attacks,
            points: kept,
        });
    }

    /// To boxes beside each other in the middle under `from`.
    fn beside(&mut self, from: u32, units: &[Unit]) {
        let own = self.rect(from);
        let first = self.rect(units[0].of[0]);
        let conns: Vec<f64> = units.iter().map(|unit| self.middle(unit)).collect();
        let ends = (conns.first().copied(), conns.last().copied());
        let middle = (ends.0.unwrap_or(0.0) + ends.1.unwrap_or(0.0)) / 2.0;
        let both = units.iter().any(|unit| unit.attacks != units[0].attacks);
        let aside = if both { APART } else { 0.0 };
        let inside = 14.0 + aside;
        let middle = middle.clamp(own.x + inside, own.right() - inside);
        let port = |attacks: bool| match attacks {
            true => middle + aside,
            false => middle - aside,
        };
        let lower = first.y - DROP - joint(units);
        // The reasons stand left of the attacks: whichever reach over to the other's side run below.
        let last_reason = units.iter().rposition(|unit| !unit.attacks);
        let over = last_reason.is_some_and(|last| conns[last] > port(true));
        for (unit, conn) in units.iter().zip(&conns) {
            let bus = match (both, unit.attacks == over) {
                (true, true) => own.bottom() + STEM,
                (true, false) => own.bottom() + STEM + APART,
                (false, _) => lower,
            };
            let port = port(unit.attacks);
            let start = [(port, own.bottom()), (port, bus), (*conn, bus)];
            self.hang(from, unit, &start, *conn);
        }
    }

    /// To boxes beside each other along the trunk of `from`.
    fn along(&mut self, from: u32, units: &[Unit]) {
        let own = self.rect(from);
        let bus = self.rect(units[0].of[0]).y - DROP - joint(units);
        for unit in units {
            let trunk = own.x + if unit.attacks { ATTACKS } else { REASONS };
            let conn = self.middle(unit);
            let start = [(trunk, own.bottom()), (trunk, bus), (conn, bus)];
            self.hang(from, unit, &start, conn);
        }
    }

    /// Where the line to a unit comes down.
    fn middle(&self, unit: &Unit) -> f64 {
        let first = unit.of.first().map(|at| self.rect(*at).middle());
        let last = unit.of.last().map(|at| self.rect(*at).middle());
        (first.unwrap_or(0.0) + last.unwrap_or(0.0)) / 2.0
    }

    /// Down to the boxes of a unit.
    fn hang(&mut self, from: u32, unit: &Unit, start: &[(f64, f64)], conn: f64) {
        let many = unit.of.len() > 1;
        for node in &unit.of {
            let rect = self.rect(*node);
            let (x, joint) = (rect.middle(), rect.y - DROP);
            let mut points = start.to_vec();
            if many {
                points.extend([(conn, joint), (x, joint)]);
            }
            points.push((x, rect.y));
            self.edge(from, *node, unit.attacks, &points);
            self.word(*node, (x + 6.0, rect.y - 7.0), self.link(*node));
        }
        if let Some(first) = unit.of.first().filter(|_| many) {
            let joint = (conn, self.rect(*first).y - DROP);
            self.lines.joints.push(joint);
        }
    }

    /// To boxes below each other along the trunk of `from`.
    fn below(&mut self, from: u32, unit: &Unit) {
        let own = self.rect(from);
        let trunk = own.x + if unit.attacks { ATTACKS } else { REASONS };
        let into = |rect: Rect| rect.y + INTO.min(rect.h / 2.0);
        let joint = into(self.rect(unit.of[0]));
        let many = unit.of.len() > 1;
        for node in &unit.of {
            let rect = self.rect(*node);
            let mut points = vec![(trunk, own.bottom()), (trunk, joint)];
            if many {
                points.extend([(own.x + JOINED, joint), (own.x + JOINED, into(rect))]);
            }
            points.push((rect.x, into(rect)));
            self.edge(from, *node, unit.attacks, &points);
            self.word(*node, (rect.x, rect.y - 6.0), self.link(*node));
        }
        if many {
            self.lines.joints.push((own.x + JOINED, joint));
        }
    }

    /// To what is set flat: a line where a box stands right under its parent, else the number of its parent.
    fn flat(&mut self, from: u32, nodes: &[u32]) {
        let mut before = from;
        for node in nodes {
            let (above, rect) = (self.rect(before), self.rect(*node));
            let link = self.part.nodes[*node as usize].link;
            let parent = self.part.parent(*node);
            if parent == Some(before) {
                let x = rect.x + REASONS;
                let points = [(x, above.bottom()), (x, rect.y)];
                self.edge(before, *node, link.attacks(), &points);
                self.word(*node, (x + 7.0, rect.y - 7.0), self.link(*node));
            } else {
                let to = match self.part.nodes[*node as usize].joins {
                    Some(first) => first.checked_sub(self.part.start),
                    None => parent,
                };
                let to = to.map(|to| self.part.number(to)).unwrap_or_default();
                let word = match link {
                    Link::And => "and, with".to_owned(),
                    link => format!("{}, under", link.word()),
                };
                let wide = |to: &str| bold_width(&format!("{word} {to}"), WORD);
                let to = shortened(&to, |to| wide(to) <= rect.w).unwrap_or(to);
                let to = line(&format!("{word} {to}"), rect.w, |words| {
                    bold_width(words, WORD)
                });
                self.word(*node, (rect.x, rect.y - 7.0), to);
            }
            before = *node;
        }
    }
}
