//! What the shapes and lines of a map mean.

use whyproof_case::Standing;

use super::paint::{Look, Paint};
use super::shape::{self, Worth};
use super::wires;
use crate::chart::draw::style::Ink;
use crate::chart::measure::width;
use crate::map::boxes::SMALL;
use crate::map::edges::Lines;
use crate::map::evidence::Weight;
use crate::map::lines::line;
use crate::map::place::Rect;
use crate::map::tree::{Node, Part, Seen};

/// Height of a row.
const ROW: f64 = 24.0;
/// Width of a sample, with the space after it.
const SAMPLE: f64 = 38.0;

/// What a legend tells of.
enum Entry {
    Worth(Worth),
    Edge(bool),
    Joint,
    Evidence(Weight),
    Reference,
}

impl Entry {
    fn words(&self) -> &'static str {
        match self {
            Entry::Worth(Worth::Stands) => "stands: shown, and nothing holds against it",
            Entry::Worth(Worth::Assumed) => "assumed: on somebody’s word",
            Entry::Worth(Worth::Falls) => "falls: something stands against it",
            Entry::Worth(Worth::Met) => "refuted or answered",
            Entry::Edge(false) => "because: supports what is above",
            Entry::Edge(true) => "but, why: speaks against what is above",
            Entry::Joint => "and: all of them are needed",
            Entry::Evidence(Weight::Counts) => "evidence that counts",
            Entry::Evidence(Weight::Nothing) => "shows nothing that a reader could follow",
            Entry::Evidence(Weight::Against) => "says otherwise",
            Entry::Reference => "stands elsewhere in the argument, under that number",
        }
    }
}

/// Draws what the map has, from `y` down; gives where that ends.
pub(super) fn draw(
    paint: &mut Paint,
    part: &Part<'_>,
    lines: &Lines,
    mut y: f64,
    wide: f64,
) -> f64 {
    let left = super::MARGIN;
    let d = format!("M{left} {y}h{wide}");
    paint.stroke(&d, Ink::Grid, 1.0, "");
    y += 10.0;
    let mut x = left;
    for entry in entries(part, lines) {
        let words = line(entry.words(), wide - SAMPLE, |words| width(words, SMALL));
        let room = SAMPLE + width(&words, SMALL);
        if x > left && x + room > left + wide {
            (x, y) = (left, y + ROW);
        }
        sample(paint, &entry, (x, y));
        paint.text((x + SAMPLE, y + 15.5), &words, Look::small(Ink::Muted));
        x += room + 22.0;
    }
    y + ROW
}

fn entries(part: &Part<'_>, lines: &Lines) -> Vec<Entry> {
    let standings = [Standing::Stands, Standing::Assumed, Standing::Falls];
    let mut entries: Vec<Entry> = standings.map(|it| Entry::Worth(it.into())).into();
    let is_met = |node: &Node<'_>| Worth::of(node.standing, node.worth()) == Worth::Met;
    if part.nodes.iter().any(is_met) {
        entries.push(Entry::Worth(Worth::Met));
    }
    let edges = [false, true].into_iter();
    let has = |attacks: &bool| {
        part.nodes
            .iter()
            .any(|node| node.link.attacks() == *attacks && node.parent.is_some())
    };
    entries.extend(edges.filter(has).map(Entry::Edge));
    if !lines.joints.is_empty() {
        entries.push(Entry::Joint);
    }
    let weights = [Weight::Counts, Weight::Nothing, Weight::Against].into_iter();
    let evidence = || part.nodes.iter().flat_map(|node| &node.evidence);
    let has = |weight: &Weight| evidence().any(|shown| shown.weight == *weight);
    entries.extend(weights.filter(has).map(Entry::Evidence));
    if part.nodes.iter().any(|node| node.seen != Seen::Here) {
        entries.push(Entry::Reference);
    }
    entries
}

/// Draws a sample, 30 wide and 20 high.
fn sample(paint: &mut Paint, entry: &Entry, (x, y): (f64, f64)) {
    let rect = Rect {
        x: x + 1.0,
        y: y + 2.0,
        w: 28.0,
        h: 18.0,
    };
    match entry {
        Entry::Worth(worth) => {
            shape::outline(paint, rect, *worth);
            shape::mark(paint, (x + 10.0, y + 6.0), *worth);
        }
        Entry::Edge(attacks) => {
            let d = format!("M{} {}v18", x + 15.0, y + 2.0);
            wires::bundle(paint, &d, *attacks);
            wires::end(paint, (x + 15.0, y + 1.0), *attacks);
        }
        Entry::Joint => {
            let d = format!(
                "M{} {}v9M{} {}v-9h18v9",
                x + 15.0,
                y + 2.0,
                x + 6.0,
                y + 20.0
            );
            wires::bundle(paint, &d, false);
            wires::dot(paint, (x + 15.0, y + 11.0));
        }
        Entry::Evidence(weight) => shape::bullet(paint, (x + 20.0, y + 4.0), *weight),
        Entry::Reference => {
            shape::reference(paint, rect);
            shape::arrow(paint, (x + 10.5, y + 6.5));
        }
    }
}
