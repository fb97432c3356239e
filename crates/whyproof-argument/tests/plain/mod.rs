//! A graph as plain lists, evaluated by the definitions, word for word.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test uses its part"
)]

use proptest::prelude::*;
use whyproof_argument::{Graph, GraphBuilder, Nature, Node, NodeId, Side};

#[derive(Clone, Debug, Default)]
pub struct Plain {
    pub nodes: Vec<Node>,
    pub reasons: Vec<(usize, Vec<usize>)>,
    pub attacks: Vec<(usize, usize)>,
    pub claims: Vec<usize>,
    pub case_objections: Vec<usize>,
    pub missing: u32,
}

pub fn id(at: usize) -> NodeId {
    NodeId(u32::try_from(at).unwrap())
}

impl Plain {
    pub fn build(&self) -> Graph {
        let mut builder = GraphBuilder::new();
        for &node in &self.nodes {
            builder.add(node);
        }
        for (target, premises) in &self.reasons {
            let premises: Vec<_> = premises.iter().map(|&at| id(at)).collect();
            builder.reason(id(*target), &premises);
        }
        for &(from, to) in &self.attacks {
            builder.attack(id(from), id(to));
        }
        for &at in &self.claims {
            builder.claim(id(at));
        }
        for &at in &self.case_objections {
            builder.case_objection(id(at));
        }
        builder.missing(self.missing);
        builder.build()
    }

    /// Kleene's iteration from all assumed: 0, 1 or 2 for each statement, then for the case.
    pub fn values(&self, forced: &[Option<u8>], shown: &[bool]) -> Vec<u8> {
        let count = self.nodes.len();
        let mut values = vec![1u8; count];
        for (value, force) in values.iter_mut().zip(forced) {
            *value = force.unwrap_or(*value);
        }
        loop {
            let next: Vec<u8> = (0..count)
                .map(|at| forced[at].unwrap_or_else(|| self.value(at, &values, shown)))
                .collect();
            if next == values {
                break;
            }
            values = next;
        }
        let claims = self.claims.iter().map(|&at| values[at]);
        let objections = self.case_objections.iter().map(|&at| 2 - values[at]);
        let cap = if self.claims.is_empty() || self.missing > 0 {
            1
        } else {
            2
        };
        let case = claims.chain(objections).min().unwrap_or(2).min(cap);
        values.push(case);
        values
    }

    fn value(&self, at: usize, values: &[u8], shown: &[bool]) -> u8 {
        let reasons = self.reasons.iter().filter(|(target, _)| *target == at);
        let best = reasons.filter_map(|(_, premises)| premises.iter().map(|&p| values[p]).min());
        let support = if shown[at] {
            2
        } else {
            best.max().unwrap_or(1).max(1)
        };
        let attackers = self.attacks.iter().filter(|&&(_, to)| to == at);
        support.min(2 - attackers.map(|&(from, _)| values[from]).max().unwrap_or(0))
    }

    pub fn evidence(&self) -> Vec<bool> {
        self.nodes.iter().map(|node| node.evidence).collect()
    }

    pub fn as_is(&self) -> Vec<u8> {
        self.values(&vec![None; self.nodes.len()], &self.evidence())
    }

    pub fn author(&self, at: usize) -> bool {
        self.nodes[at].side == Side::Author
    }

    /// Load by its definition: four evaluations.
    pub fn load(&self, at: usize) -> u32 {
        let as_is = self.as_is();
        let mut shown = self.evidence();
        let mut forced = vec![None; self.nodes.len()];
        for other in (0..self.nodes.len()).filter(|&other| other != at && as_is[other] == 1) {
            if !self.author(other) {
                forced[other] = Some(0);
            } else if !self.reasons.iter().any(|(target, _)| *target == other) {
                shown[other] = true;
            }
        }
        let ends = |mut forced: Vec<Option<u8>>, shown: &[bool]| {
            forced[at] = Some(0);
            let low = self.values(&forced, shown);
            forced[at] = Some(2);
            (low, self.values(&forced, shown))
        };
        let as_things_are = ends(vec![None; self.nodes.len()], &self.evidence());
        let granted = ends(forced, &shown);
        let counts = |other: &usize| {
            let own = *other == self.nodes.len() || (*other != at && self.author(*other));
            let differs = as_things_are.0[*other] != as_things_are.1[*other]
                || granted.0[*other] != granted.1[*other];
            own && differs
        };
        u32::try_from((0..=self.nodes.len()).filter(counts).count()).unwrap()
    }
}

pub fn node() -> impl Strategy<Value = Node> {
    (
        any::<bool>(),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.35),
    )
        .prop_map(|(challenger, data, evidence)| Node {
            side: if challenger {
                Side::Challenger
            } else {
                Side::Author
            },
            nature: if data { Nature::Data } else { Nature::Words },
            evidence,
        })
}

/// Any graph: cycles, statements referred to many times, sides mixed.
pub fn any_graph(most: usize) -> impl Strategy<Value = Plain> {
    (1..=most).prop_flat_map(|count| {
        (
            prop::collection::vec(node(), count),
            prop::collection::vec(
                (0..count, prop::collection::vec(0..count, 1..=3)),
                0..=count,
            ),
            prop::collection::vec((0..count, 0..count), 0..=count + count / 2),
            prop::collection::vec(0..count, 0..=3),
            prop::collection::vec(0..count, 0..=1),
            prop::sample::select(vec![0, 0, 0, 1, 2]),
        )
            .prop_map(
                |(nodes, reasons, attacks, claims, case_objections, missing)| {
                    let claims = unique(claims);
                    Plain {
                        nodes,
                        reasons,
                        attacks,
                        claims,
                        case_objections,
                        missing,
                    }
                },
            )
    })
}

fn unique(mut list: Vec<usize>) -> Vec<usize> {
    list.sort_unstable();
    list.dedup();
    list
}

/// A case as it is written: a tree of claims, reasons, objections and rebuttals, and then as many
/// references across it as asked.
pub fn case(most: usize, references: usize) -> impl Strategy<Value = Plain> {
    let statement = (
        any::<prop::sample::Index>(),
        0..5u8,
        prop::bool::weighted(0.3),
        0..10u8,
    );
    let reference = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<bool>(),
    );
    (
        prop::collection::vec(statement, 1..=most),
        prop::collection::vec(reference, references..=references),
        prop::sample::select(vec![0, 0, 0, 1, 2]),
    )
        .prop_map(|(statements, references, missing)| {
            let mut plain = Plain {
                missing,
                ..Plain::default()
            };
            for (parent, how, evidence, nature) in statements {
                plain.grow(parent, how, evidence, nature);
            }
            for (from, to, attack) in references {
                let (from, to) = (from.index(plain.nodes.len()), to.index(plain.nodes.len()));
                plain.refer(from, to, attack);
            }
            plain
        })
}

impl Plain {
    fn grow(&mut self, parent: prop::sample::Index, how: u8, evidence: bool, nature: u8) {
        let at = self.nodes.len();
        let mut node = Node::author();
        if at == 0 || how == 0 {
            if nature == 9 {
                node.side = Side::Challenger;
                self.case_objections.push(at);
            } else {
                self.claims.push(at);
            }
        } else {
            let parent = parent.index(at);
            let same = self.nodes[parent].side;
            match how {
                1 | 2 => {
                    node.side = same;
                    self.reasons.push((parent, vec![at]));
                }
                3 if self.reasons.iter().any(|(target, _)| *target == parent) => {
                    node.side = same;
                    let reason = self
                        .reasons
                        .iter_mut()
                        .find(|(target, _)| *target == parent);
                    reason.unwrap().1.push(at);
                }
                _ => {
                    node.side = if same == Side::Author {
                        Side::Challenger
                    } else {
                        Side::Author
                    };
                    self.attacks.push((at, parent));
                }
            }
        }
        if node.side == Side::Challenger && nature < 2 {
            node.nature = Nature::Data;
        }
        node.evidence = evidence;
        self.nodes.push(node);
    }

    /// A reference that keeps the sides apart, as far as the two statements allow.
    fn refer(&mut self, from: usize, to: usize, attack: bool) {
        let same = self.nodes[from].side == self.nodes[to].side;
        if attack && !same {
            self.attacks.push((from, to));
        } else if !attack && same {
            self.reasons.push((to, vec![from]));
        }
    }
}
