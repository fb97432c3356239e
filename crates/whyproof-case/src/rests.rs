//! What rests on a statement, by name: the statements that its load counts.

use whyproof_argument::{Graph, GraphBuilder, Node, NodeId, Side, Standing, Standings, standings};

use crate::case::Case;
use crate::statement::StatementId;

/// What differs in standing between making a statement fall and making it stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resting {
    /// Whether the case does.
    pub case: bool,
    /// The author's other statements that do, in file order.
    pub statements: Vec<StatementId>,
}

impl Case {
    /// What rests on a statement, either as things are or with the rest granted. Its load is how many these are.
    /// Costs four times as much as the standings of the case: for one statement, not for all.
    pub fn resting_on(&self, id: StatementId) -> Resting {
        let as_is = standings(&self.graph);
        let at = NodeId(id.0);
        let mut case = false;
        let mut differs = vec![false; self.statements.len()];
        for granted in [false, true] {
            let low = World::new(&self.graph, &as_is, at, granted).falls();
            let high = World::new(&self.graph, &as_is, at, granted).stands();
            case |= low.case() != high.case();
            for (index, differs) in differs.iter_mut().enumerate() {
                let node = NodeId(index as u32);
                *differs |= low.of(node) != high.of(node);
            }
        }
        let others = self.statements().filter(|(other, statement)| {
            *other != id && statement.side == Side::Author && differs[other.0 as usize]
        });
        Resting {
            case,
            statements: others.map(|(other, _)| other).collect(),
        }
    }
}

/// The graph with one statement's standing to be forced, and the rest granted or not.
struct World<'g> {
    graph: &'g Graph,
    as_is: &'g Standings,
    at: NodeId,
    granted: bool,
}

impl<'g> World<'g> {
    fn new(graph: &'g Graph, as_is: &'g Standings, at: NodeId, granted: bool) -> Self {
        Self {
            graph,
            as_is,
            at,
            granted,
        }
    }

    fn falls(&self) -> Standings {
        let mut builder = self.build(false);
        refute(&mut builder, self.at);
        standings(&builder.build())
    }

    fn stands(&self) -> Standings {
        let mut builder = self.build(true);
        builder.show(self.at);
        standings(&builder.build())
    }

    /// The graph, without what attacks the statement where it is to stand.
    fn build(&self, unopposed: bool) -> GraphBuilder {
        let graph = self.graph;
        let mut builder = GraphBuilder::new();
        for id in graph.ids() {
            builder.add(graph.node(id).unwrap_or_default());
        }
        for id in graph.ids() {
            for premises in graph.reasons(id) {
                builder.reason(id, premises);
            }
            let targets = graph.attacks(id).iter();
            for &target in targets.filter(|target| !unopposed || **target != self.at) {
                builder.attack(id, target);
            }
            if self.granted && id != self.at && self.as_is.of(id) == Standing::Assumed {
                let author = graph.node(id).is_some_and(|node| node.side == Side::Author);
                if !author {
                    refute(&mut builder, id);
                } else if graph.reasons(id).len() == 0 {
                    builder.show(id);
                }
            }
        }
        for &id in graph.claims() {
            builder.claim(id);
        }
        for &id in graph.case_objections() {
            builder.case_objection(id);
        }
        builder.missing(graph.missing());
        builder
    }
}

fn refute(builder: &mut GraphBuilder, id: NodeId) {
    let data = builder.add(Node::contradiction());
    builder.attack(data, id);
}
