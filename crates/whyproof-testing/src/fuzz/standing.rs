//! The standings of any graph are those that the definitions give.

use whyproof_argument::{GraphBuilder, Node, NodeId, loads, standings};

/// Most statements of a graph: the definitions are evaluated word for word.
const MOST: u8 = 48;

/// A graph as plain lists.
#[derive(Debug, Default)]
struct Plain {
    shown: Vec<bool>,
    reasons: Vec<(u32, Vec<u32>)>,
    attacks: Vec<(u32, u32)>,
    claims: Vec<u32>,
    objections: Vec<u32>,
    missing: u32,
}

/// The target `standing`: bytes as a graph.
pub fn standing(data: &[u8]) {
    let plain = read(data);
    let mut builder = GraphBuilder::new();
    for (at, &shown) in plain.shown.iter().enumerate() {
        let node = if at % 3 == 2 {
            Node::challenger()
        } else {
            Node::author()
        };
        builder.add(if shown { node.with_evidence() } else { node });
    }
    for (of, premises) in &plain.reasons {
        let premises: Vec<NodeId> = premises.iter().copied().map(NodeId).collect();
        builder.reason(NodeId(*of), &premises);
    }
    for &(from, to) in &plain.attacks {
        builder.attack(NodeId(from), NodeId(to));
    }
    for &claim in &plain.claims {
        builder.claim(NodeId(claim));
    }
    for &objection in &plain.objections {
        builder.case_objection(NodeId(objection));
    }
    builder.missing(plain.missing);
    let graph = builder.build();
    let found = standings(&graph);
    let values = plain.values();
    for (id, value) in graph.ids().zip(&values) {
        assert_eq!(found.of(id) as u8, *value, "{id:?} of {plain:?}");
    }
    assert_eq!(found.case() as u8, plain.case(&values), "{plain:?}");
    let loads = loads(&graph, &found);
    let most = plain.shown.len() as u32 + 1;
    assert!(graph.ids().all(|id| loads.of(id) <= most));
}

/// The first byte says how many statements there are, the second what the problem lacks; then come operations of
/// three bytes: what, and two statements.
fn read(data: &[u8]) -> Plain {
    let mut plain = Plain::default();
    let [count, missing, rest @ ..] = data else {
        return plain;
    };
    let count = u32::from(count % MOST) + 1;
    plain.missing = u32::from(missing % 8 == 1);
    plain.shown = vec![false; count as usize];
    for operation in rest.as_chunks::<3>().0 {
        let [what, one, other] = operation.map(u32::from);
        let (one, other) = (one % count, other % count);
        match what % 8 {
            0 => plain.shown[one as usize] = true,
            1 | 2 => plain.reasons.push((one, vec![other])),
            3 => plain.join(other),
            4 | 5 => plain.attacks.push((one, other)),
            6 => plain.claims.push(one),
            _ => plain.objections.push(one),
        }
    }
    plain
}

impl Plain {
    /// Joins a premise to the last reason.
    fn join(&mut self, premise: u32) {
        if let Some((_, premises)) = self.reasons.last_mut() {
            premises.push(premise);
        }
    }

    /// Kleene's iteration from all assumed.
    fn values(&self) -> Vec<u8> {
        let mut values = vec![1; self.shown.len()];
        loop {
            let next: Vec<u8> = (0..values.len())
                .map(|at| self.value(at, &values))
                .collect();
            if next == values {
                return values;
            }
            values = next;
        }
    }

    fn value(&self, at: usize, values: &[u8]) -> u8 {
        let of = |id: &u32| values[*id as usize];
        let reasons = self.reasons.iter().filter(|(of, _)| *of as usize == at);
        let best = reasons.filter_map(|(_, premises)| premises.iter().map(of).min());
        let support = if self.shown[at] {
            2
        } else {
            best.max().unwrap_or(1).max(1)
        };
        let against = self.attacks.iter().filter(|(_, to)| *to as usize == at);
        support.min(2 - against.map(|(from, _)| of(from)).max().unwrap_or(0))
    }

    fn case(&self, values: &[u8]) -> u8 {
        let claims = self.claims.iter().map(|id| values[*id as usize]);
        let objections = self.objections.iter().map(|id| 2 - values[*id as usize]);
        let most = if self.claims.is_empty() || self.missing > 0 {
            1
        } else {
            2
        };
        claims.chain(objections).min().unwrap_or(2).min(most)
    }
}
