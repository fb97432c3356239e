//! What would become of a case if something in it were otherwise.

use whyproof_argument::{Graph, GraphBuilder, Node, NodeId, Standing, standings};

use crate::case::Case;
use crate::statement::StatementId;

/// Something that is supposed of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supposition {
    /// A statement cannot be held: it falls, whatever is under it.
    Falls(StatementId),
    /// A statement is shown; what is said against it counts as before.
    Shown(StatementId),
    /// Evidence, by index, is none.
    Lost(u32),
    /// Somebody objects to the whole, without evidence, and nobody answers.
    Objected,
}

/// What becomes of a case under a [`Supposition`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The standing of the case then.
    pub case: Standing,
    /// Statements whose standing is another then, in file order, with that standing.
    pub changed: Vec<(StatementId, Standing)>,
}

impl Case {
    /// What would become of the case. Costs as much as its standings once more.
    pub fn suppose(&self, supposition: Supposition) -> Supposed {
        let graph = self.supposed(supposition);
        let then = standings(&graph);
        let changed = self
            .statements()
            .map(|(id, statement)| (id, statement.standing, then.of(NodeId(id.0))))
            .filter(|(_, now, then)| now != then)
            .map(|(id, _, then)| (id, then))
            .collect();
        Supposed {
            case: then.case(),
            changed,
        }
    }

    fn supposed(&self, supposition: Supposition) -> Graph {
        let graph = &self.graph;
        let mut builder = GraphBuilder::new();
        for id in graph.ids() {
            let mut node = graph.node(id).unwrap_or_default();
            if let Supposition::Lost(evidence) = supposition {
                node.evidence &= self.shown_without(id, evidence);
            }
            builder.add(node);
        }
        for id in graph.ids() {
            for premises in graph.reasons(id) {
                builder.reason(id, premises);
            }
            for &target in graph.attacks(id) {
                builder.attack(id, target);
            }
        }
        for &id in graph.claims() {
            builder.claim(id);
        }
        for &id in graph.case_objections() {
            builder.case_objection(id);
        }
        match supposition {
            Supposition::Falls(id) => {
                let data = builder.add(Node::contradiction());
                builder.attack(data, NodeId(id.0));
            }
            Supposition::Shown(id) => {
                builder.show(NodeId(id.0));
            }
            Supposition::Objected => {
                let objection = builder.add(Node::challenger());
                builder.case_objection(objection);
            }
            Supposition::Lost(_) => {}
        }
        builder.missing(graph.missing());
        builder.build()
    }

    /// Whether a statement has evidence or a figure that counts beside that evidence; contradictions are as they are.
    fn shown_without(&self, id: NodeId, lost: u32) -> bool {
        let Some(statement) = self.statements.get(id.0 as usize) else {
            return true;
        };
        let counts =
            |at: &u32| *at != lost && self.evidence.get(*at as usize).is_some_and(|e| e.counts());
        let figure = |at: &u32| self.figures.get(*at as usize).is_some_and(|f| f.counts);
        !statement.evidence.contains(&lost)
            || statement.evidence.iter().any(counts)
            || statement.figures.iter().any(figure)
    }
}
