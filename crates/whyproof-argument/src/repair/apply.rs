use super::{Mend, Repair, Step};
use crate::graph::{Graph, GraphBuilder};
use crate::node::{Node, NodeId, Side};

impl Graph {
    /// The graph after the listed steps of a repair; what was there keeps its id.
    ///
    /// A statement shown has evidence. An objection answered or mended has a new rebuttal with
    /// evidence; a first claim is a new statement with evidence.
    #[must_use]
    pub fn apply(&self, repair: &Repair) -> Self {
        let mut builder = self.to_builder();
        let mut parts = 0u32;
        for &step in &repair.steps {
            match step {
                Step::Show(id) => {
                    builder.show(id);
                }
                Step::Answer(id) | Step::Mend(Mend::Data(id)) => self.refute(&mut builder, id),
                Step::Mend(Mend::ProblemPart(_)) => parts = parts.saturating_add(1),
                Step::Mend(Mend::FirstClaim) => {
                    let claim = builder.add(Node::author().with_evidence());
                    builder.claim(claim);
                }
            }
        }
        builder.missing(self.missing().saturating_sub(parts));
        builder.build()
    }

    /// A builder that holds this graph, to add to it.
    #[must_use]
    pub fn to_builder(&self) -> GraphBuilder {
        let mut builder = GraphBuilder::with_capacity(self.len(), self.all_attacked().len());
        for id in self.ids() {
            builder.add(self.node(id).unwrap_or_default());
        }
        for id in self.ids() {
            for premises in self.reasons(id) {
                builder.reason(id, premises);
            }
            for &target in self.attacks(id) {
                builder.attack(id, target);
            }
        }
        for &id in self.claims() {
            builder.claim(id);
        }
        for &id in self.case_objections() {
            builder.case_objection(id);
        }
        builder.missing(self.missing());
        builder
    }

    fn refute(&self, builder: &mut GraphBuilder, id: NodeId) {
        let author = self.flags(id).author();
        let side = if author {
            Side::Challenger
        } else {
            Side::Author
        };
        let rebuttal = builder.add(Node {
            side,
            evidence: true,
            ..Node::default()
        });
        builder.attack(rebuttal, id);
    }
}
