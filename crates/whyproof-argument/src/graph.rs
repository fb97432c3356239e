mod builder;
mod components;
mod csr;
mod structure;

use std::ops::Range;
use std::sync::OnceLock;

pub use self::builder::GraphBuilder;
pub(crate) use self::csr::Csr;
pub(crate) use self::structure::Structure;
use crate::node::{Flags, Node, NodeId};

/// A reason's place among all reasons; those of one statement are neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Group(pub(crate) u32);

impl Group {
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Statements, reasons and objections, and the case above them. Made by a [`GraphBuilder`].
///
/// Edges are flat arrays of 32-bit numbers. Reasons are stored apart from objections, and what is
/// only needed to explain (who attacks a statement, cycles) is found on the first question, so a
/// graph of attacks alone costs an offset a statement and an entry an attack.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    flags: Vec<Flags>,
    /// Statement to the statements that it attacks.
    attacks: Csr<NodeId>,
    /// Statement to its reasons.
    groups: Csr<Group>,
    group_target: Vec<NodeId>,
    /// Reason to its premises.
    premises: Csr<NodeId>,
    claims: Vec<NodeId>,
    case_objections: Vec<NodeId>,
    missing: u32,
    attackers: OnceLock<Csr<NodeId>>,
    uses: OnceLock<Csr<Group>>,
    structure: OnceLock<Structure>,
}

impl Graph {
    /// How many statements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there is no statement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// Every statement's id, in the order added.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.flags.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The statement as it was added.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<Node> {
        self.flags.get(id.index()).map(|flags| flags.node())
    }

    /// The reasons for a statement, each as its premises.
    pub fn reasons(&self, id: NodeId) -> impl ExactSizeIterator<Item = &[NodeId]> {
        self.groups(id).iter().map(|&group| self.premises(group))
    }

    /// The objections to a statement, in the order of their ids.
    #[must_use]
    pub fn objections(&self, id: NodeId) -> &[NodeId] {
        self.attackers().row(id.index())
    }

    /// The statements to which this one objects.
    #[must_use]
    pub fn attacks(&self, id: NodeId) -> &[NodeId] {
        self.attacks.row(id.index())
    }

    /// The statements for which this one is a premise, once for each reason.
    pub fn supports(&self, id: NodeId) -> impl ExactSizeIterator<Item = NodeId> + '_ {
        self.uses(id).iter().map(|&group| self.target(group))
    }

    /// The claims of the case, in the order given.
    #[must_use]
    pub fn claims(&self) -> &[NodeId] {
        &self.claims
    }

    /// The objections to the case as a whole, in the order given.
    #[must_use]
    pub fn case_objections(&self) -> &[NodeId] {
        &self.case_objections
    }

    /// How many parts the problem lacks.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.missing
    }

    /// Whether the reasons of a statement without evidence all lead back to it.
    #[must_use]
    pub fn rests_on_itself(&self, id: NodeId) -> bool {
        self.structure().circular(id)
    }

    /// Whether the statement lies on a cycle of reasons and objections.
    #[must_use]
    pub fn on_cycle(&self, id: NodeId) -> bool {
        self.structure().on_cycle(id)
    }

    pub(crate) fn flags(&self, id: NodeId) -> Flags {
        self.flags.get(id.index()).copied().unwrap_or_default()
    }

    pub(crate) fn groups(&self, id: NodeId) -> &[Group] {
        self.groups.row(id.index())
    }

    pub(crate) fn group_count(&self) -> usize {
        self.group_target.len()
    }

    pub(crate) fn target(&self, group: Group) -> NodeId {
        self.group_target
            .get(group.index())
            .copied()
            .unwrap_or_default()
    }

    pub(crate) fn premises(&self, group: Group) -> &[NodeId] {
        self.premises.row(group.index())
    }

    /// The reasons in which a statement is a premise.
    pub(crate) fn uses(&self, id: NodeId) -> &[Group] {
        if self.premises.is_empty() {
            return &[];
        }
        let uses = self.uses.get_or_init(|| {
            let pairs = self
                .premises
                .pairs()
                .map(|(group, premise)| (premise.0, Group(group)));
            Csr::from_pairs(self.len(), pairs)
        });
        uses.row(id.index())
    }

    /// The attacks of all statements, flat: each target as often as it is attacked.
    pub(crate) fn all_attacked(&self) -> &[NodeId] {
        self.attacks.items()
    }

    pub(crate) fn structure(&self) -> &Structure {
        self.structure.get_or_init(|| Structure::of(self))
    }

    /// What a statement's own value is read from: premises of its reasons, unless it has evidence, then objections.
    pub(crate) fn child(&self, id: NodeId, nth: usize) -> Option<NodeId> {
        let premises = if self.flags(id).evidence() {
            0..0
        } else {
            self.premise_span(id)
        };
        if nth < premises.len() {
            return self.premises.items().get(premises.start + nth).copied();
        }
        self.objections(id).get(nth - premises.len()).copied()
    }

    /// Where the premises of all reasons of a statement stand: neighbours, like its reasons.
    fn premise_span(&self, id: NodeId) -> Range<usize> {
        match self.groups(id) {
            [] => 0..0,
            [first, rest @ ..] => {
                let last = rest.last().unwrap_or(first);
                self.premises.span(first.index()).start..self.premises.span(last.index()).end
            }
        }
    }

    /// The `nth` premise of all reasons of a statement together.
    pub(crate) fn premise(&self, id: NodeId, nth: usize) -> Option<NodeId> {
        let span = self.premise_span(id);
        if nth < span.len() {
            self.premises.items().get(span.start + nth).copied()
        } else {
            None
        }
    }

    fn attackers(&self) -> &Csr<NodeId> {
        self.attackers.get_or_init(|| {
            let pairs = self.attacks.pairs().map(|(from, to)| (to.0, NodeId(from)));
            Csr::from_pairs(self.len(), pairs)
        })
    }
}
