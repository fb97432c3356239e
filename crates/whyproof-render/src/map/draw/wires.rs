//! Lines between boxes: solid with an arrow for what supports, dashed with a bar for what attacks, and a word.

use std::collections::BTreeMap;

use super::paint::{Look, Paint};
use crate::chart::draw::pen::px;
use crate::chart::draw::style::Ink;
use crate::map::edges::{Edge, Lines, WORD};

/// The line of attacks.
const DASH: &str = "5 3.5";
/// The colour of attacks.
const ATTACK: Ink = Ink::Series(3);

/// Draws all lines. What several edges of a node share is drawn once, so that dashes stay dashes.
pub(super) fn draw(paint: &mut Paint, lines: &Lines) {
    let mut bundles: BTreeMap<(u32, bool), Vec<&Edge>> = BTreeMap::new();
    for edge in &lines.edges {
        bundles
            .entry((edge.from, edge.attacks))
            .or_default()
            .push(edge);
    }
    for ((_, attacks), edges) in &bundles {
        bundle(paint, &paths(edges), *attacks);
        if let Some(start) = edges.first().and_then(|edge| edge.points.first()) {
            end(paint, *start, *attacks);
        }
    }
    for joint in &lines.joints {
        dot(paint, *joint);
    }
    for word in &lines.words {
        let attacks = ["but", "why", "answer"]
            .iter()
            .any(|start| word.words.starts_with(start));
        let look = match attacks {
            true => Look::new(ATTACK, WORD).bold(),
            false => Look::new(Ink::Muted, WORD),
        };
        paint.text(word.at, &word.words, look);
    }
}

/// Lines of one kind.
pub(super) fn bundle(paint: &mut Paint, d: &str, attacks: bool) {
    match attacks {
        true => paint.stroke(d, ATTACK, 1.5, DASH),
        false => paint.stroke(d, Ink::Muted, 1.3, ""),
    }
}

/// Where a line meets what it bears on.
pub(super) fn end(paint: &mut Paint, (x, y): (f64, f64), attacks: bool) {
    match attacks {
        true => {
            let d = format!("M{} {}h10", px(x - 5.0), px(y + 4.0));
            paint.stroke(&d, ATTACK, 2.2, "");
        }
        false => {
            let d = format!("M{} {}l4 7.5h-8z", px(x), px(y + 1.0));
            paint.fill(&d, Ink::Muted, 1.0);
        }
    }
}

/// Where premises meet.
pub(super) fn dot(paint: &mut Paint, (x, y): (f64, f64)) {
    let d = format!("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", px(x - 4.0), px(y));
    paint.fill(&d, Ink::Muted, 1.0);
}

/// What the edges cover, each stretch once.
fn paths(edges: &[&Edge]) -> String {
    // Whether it goes down, where it stands across that, from, to.
    let mut stretches: Vec<(bool, f64, f64, f64)> = Vec::new();
    for edge in edges {
        for (from, to) in edge.points.iter().zip(edge.points.iter().skip(1)) {
            stretches.push(match from.0 == to.0 {
                true => (true, from.0, from.1.min(to.1), from.1.max(to.1)),
                false => (false, from.1, from.0.min(to.0), from.0.max(to.0)),
            });
        }
    }
    stretches.sort_by(|a, b| {
        let at = b.0.cmp(&a.0).then(a.1.total_cmp(&b.1));
        at.then(a.2.total_cmp(&b.2)).then(a.3.total_cmp(&b.3))
    });
    let mut merged: Vec<(bool, f64, f64, f64)> = Vec::new();
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if (last.0, last.1) == (stretch.0, stretch.1) && stretch.2 <= last.3 => {
                last.3 = last.3.max(stretch.3);
            }
            _ => merged.push(stretch),
        }
    }
    let path = |(down, at, from, to): &(bool, f64, f64, f64)| match down {
        true => format!("M{} {}V{}", px(*at), px(*from), px(*to)),
        false => format!("M{} {}H{}", px(*from), px(*at), px(*to)),
    };
    merged.iter().map(path).collect()
}
