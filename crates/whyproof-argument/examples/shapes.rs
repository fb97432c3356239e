//! Times standing, load and repair on graphs of many shapes: `shapes [STATEMENTS]`, 10000 unless
//! told. One line a shape: milliseconds to build, for standings, for loads, to plan all repairs,
//! and to list the first 100 steps of each of them.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a command-line program that measures"
)]

use std::time::Instant;

use whyproof_argument::{
    Graph, GraphBuilder, Node, NodeId, Side, Target, loads, repairs, standings,
};

/// SplitMix64, as in `random_af`.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % (bound as u64)).unwrap_or(0)
    }
}

/// Grows a tree: `parent` gives the parent of each statement after the first, and whether it
/// objects to it.
fn tree(count: usize, mut parent: impl FnMut(usize) -> (usize, bool)) -> GraphBuilder {
    let mut builder = GraphBuilder::new();
    let mut sides: Vec<Side> = Vec::new();
    for at in 0..count {
        let (above, objects) = if at == 0 { (0, false) } else { parent(at) };
        let side = sides.get(above).copied().unwrap_or_default();
        let side = match (side, objects) {
            (Side::Author, false) | (Side::Challenger, true) => Side::Author,
            _ => Side::Challenger,
        };
        sides.push(side);
        let id = builder.add(Node {
            side,
            evidence: at % 3 == 1,
            ..Node::default()
        });
        let above = NodeId(u32::try_from(above).unwrap_or(0));
        if at == 0 {
            builder.claim(id);
        } else if objects {
            builder.attack(id, above);
        } else {
            builder.reason(above, &[id]);
        }
    }
    builder
}

/// A case as people write them: claims, reasons, objections, rebuttals, a few levels deep; then
/// that many references, each to a statement of the same side.
fn case(count: usize, references: usize) -> GraphBuilder {
    let mut random = Random(7);
    let mut builder = GraphBuilder::new();
    let mut sides: Vec<Side> = Vec::new();
    for at in 0..count {
        let recent = at.saturating_sub(12);
        let above = recent + random.below((at - recent).max(1));
        let kind = if at == 0 { 0 } else { random.below(8) };
        let same = sides.get(above).copied().unwrap_or_default();
        let other = if same == Side::Author {
            Side::Challenger
        } else {
            Side::Author
        };
        let side = match kind {
            0 => Side::Author,
            1..=5 => same,
            _ => other,
        };
        sides.push(side);
        let id = builder.add(Node {
            side,
            evidence: random.below(3) == 0,
            ..Node::default()
        });
        let above = NodeId(u32::try_from(above).unwrap_or(0));
        match kind {
            0 => builder.claim(id),
            1..=5 => builder.reason(above, &[id]),
            _ => builder.attack(id, above),
        };
    }
    for _ in 0..references {
        let (from, to) = (random.below(count), random.below(count));
        let (source, target) = (NodeId(from as u32), NodeId(to as u32));
        if sides[from] == sides[to] {
            builder.reason(target, &[source]);
        } else {
            builder.attack(source, target);
        }
    }
    builder
}

/// A chain in which every statement needs the two before it.
fn braid(count: usize) -> GraphBuilder {
    let mut builder = GraphBuilder::new();
    let mut ids: Vec<NodeId> = Vec::new();
    for at in 0..count {
        let id = builder.add(Node {
            evidence: at == 0,
            ..Node::author()
        });
        builder.reason(id, &ids[at.saturating_sub(2)..]);
        ids.push(id);
        let doubt = builder.add(Node::challenger());
        builder.attack(doubt, id);
    }
    builder.claim(ids[count - 1]);
    builder
}

/// A chain of reasons, the last of which is an objection: the sides mix all the way up.
fn mixed(count: usize) -> GraphBuilder {
    let mut builder = GraphBuilder::new();
    let claim = builder.add(Node::author());
    builder.claim(claim);
    let mut last = claim;
    for _ in 1..count {
        let reason = builder.add(Node::author());
        builder.reason(last, &[reason]);
        last = reason;
    }
    let doubt = builder.add(Node::challenger());
    builder.reason(last, &[doubt]);
    builder
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn measure(name: &str, make: impl FnOnce() -> GraphBuilder) {
    let start = Instant::now();
    let graph: Graph = make().build();
    let built = milliseconds(start);
    let start = Instant::now();
    let standings = standings(&graph);
    let solved = milliseconds(start);
    let start = Instant::now();
    let loads = loads(&graph, &standings);
    let loaded = milliseconds(start);
    let start = Instant::now();
    let repairs = repairs(&graph, &standings, &loads);
    let planned = milliseconds(start);
    let start = Instant::now();
    let all = graph.ids().map(Target::Node).chain([Target::Case]);
    let lists: Vec<_> = all.map(|target| repairs.repair(target, 100)).collect();
    let listed = milliseconds(start);
    let steps: usize = lists.iter().map(|repair| repair.steps.len()).sum();
    let exact = lists.iter().filter(|repair| repair.exact).count();
    println!(
        "{name:<24} {built:>8.2} {solved:>8.2} {loaded:>8.2} {planned:>8.2} {listed:>8.2}   \
         case {}, {steps} steps, {exact} of {} exact",
        standings.case(),
        lists.len()
    );
}

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(10_000);
    println!(
        "{:<24} {:>8} {:>8} {:>8} {:>8} {:>8}",
        count, "build", "standing", "load", "plan", "steps"
    );
    measure("chain of reasons", || tree(count, |at| (at - 1, false)));
    measure("chain of objections", || tree(count, |at| (at - 1, true)));
    measure("comb", || {
        tree(count, |at| (at - 1 - (at + 1) % 2, at % 2 == 0))
    });
    measure("star of reasons", || tree(count, |_| (0, false)));
    measure("star of objections", || tree(count, |_| (0, true)));
    measure("binary tree", || {
        tree(count, |at| ((at - 1) / 2, at % 5 == 0))
    });
    measure("braid, a tenth as long", || braid((count / 20).max(1)));
    measure("mixed chain", || mixed(count));
    measure("case", || case(count, 0));
    measure("case, 1 % references", || case(count, count / 100));
    measure("case, 10 % references", || case(count, count / 10));
    measure("case, 50 % references", || case(count, count / 2));
    measure("case, 100 % references", || case(count, count));
}
