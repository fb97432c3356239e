use crate::graph::csr::Csr;
use crate::graph::{Graph, Group};
use crate::node::{Flags, Node, NodeId};

/// Collects statements, reasons and objections; [`build`](Self::build) makes the [`Graph`].
///
/// Ids come from [`add`](Self::add), from 0 upwards. An edge that names an id which was not given
/// out is left out, for a reference to nothing is nothing.
#[derive(Clone, Debug, Default)]
pub struct GraphBuilder {
    flags: Vec<Flags>,
    /// Target of each reason, in the order added.
    targets: Vec<u32>,
    /// Where the premises of each reason end.
    ends: Vec<u32>,
    premises: Vec<NodeId>,
    attacks: Vec<(u32, NodeId)>,
    claims: Vec<NodeId>,
    case_objections: Vec<NodeId>,
    missing: u32,
}

impl GraphBuilder {
    /// A builder with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder with room for that many statements and objections.
    #[must_use]
    pub fn with_capacity(nodes: usize, attacks: usize) -> Self {
        Self {
            flags: Vec::with_capacity(nodes),
            attacks: Vec::with_capacity(attacks),
            ..Self::default()
        }
    }

    /// Adds a statement and gives its id.
    pub fn add(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.flags.len()).unwrap_or(u32::MAX));
        self.flags.push(Flags::of(node));
        id
    }

    /// Adds that many equal statements; their ids follow each other.
    pub fn add_many(&mut self, node: Node, count: u32) -> &mut Self {
        self.flags
            .resize(self.flags.len() + count as usize, Flags::of(node));
        self
    }

    /// How many statements there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there is no statement yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// Marks a statement as having evidence that counts.
    pub fn show(&mut self, id: NodeId) -> &mut Self {
        if let Some(flags) = self.flags.get_mut(id.index()) {
            flags.show();
        }
        self
    }

    /// One reason for `target`: all the premises together. Call again for an independent reason.
    /// A premise named twice counts once; a reason with no premise, or with one that does not
    /// exist, is none.
    pub fn reason(&mut self, target: NodeId, premises: &[NodeId]) -> &mut Self {
        if premises.is_empty() || !premises.iter().all(|&premise| self.has(premise)) {
            return self;
        }
        let start = self.premises.len();
        for &premise in premises {
            if !self.premises[start..].contains(&premise) {
                self.premises.push(premise);
            }
        }
        self.targets.push(target.0);
        self.ends
            .push(u32::try_from(self.premises.len()).unwrap_or(u32::MAX));
        self
    }

    /// `from` is an objection to `to`.
    pub fn attack(&mut self, from: NodeId, to: NodeId) -> &mut Self {
        self.attacks.push((from.0, to));
        self
    }

    /// A top-level claim of the case.
    pub fn claim(&mut self, id: NodeId) -> &mut Self {
        if self
            .flags
            .get_mut(id.index())
            .is_some_and(Flags::make_claim)
        {
            self.claims.push(id);
        }
        self
    }

    /// An objection to the case as a whole.
    pub fn case_objection(&mut self, id: NodeId) -> &mut Self {
        if self
            .flags
            .get_mut(id.index())
            .is_some_and(Flags::make_case_objection)
        {
            self.case_objections.push(id);
        }
        self
    }

    /// How many parts the problem lacks, of those that a case cannot stand without.
    pub fn missing(&mut self, parts: u32) -> &mut Self {
        self.missing = parts;
        self
    }

    /// The graph, in compact storage.
    #[must_use]
    pub fn build(mut self) -> Graph {
        let nodes = self.flags.len();
        let known = |id: NodeId| id.index() < nodes;
        if !self.attacks.iter().all(|&(_, to)| known(to)) {
            self.attacks.retain(|&(_, to)| known(to));
        }
        let attacks = Csr::from_pairs(nodes, self.attacks.iter().copied());
        drop(self.attacks);

        let by_target = self
            .targets
            .iter()
            .zip(0u32..)
            .map(|(&target, group)| (target, group));
        let order: Csr<u32> = Csr::from_pairs(nodes, by_target);
        let premises_of = |group: u32| {
            let group = group as usize;
            let start = group
                .checked_sub(1)
                .and_then(|last| self.ends.get(last))
                .copied();
            let end = self.ends.get(group).copied().unwrap_or(0);
            &self.premises[start.unwrap_or(0) as usize..end as usize]
        };
        let groups: Csr<Group> = Csr::from_pairs(
            nodes,
            order.pairs().zip(0u32..).map(|((t, _), g)| (t, Group(g))),
        );
        let group_target = order.pairs().map(|(target, _)| NodeId(target)).collect();
        let rows = order.items().len();
        let flat = (0u32..)
            .zip(order.items())
            .flat_map(|(new, &old)| premises_of(old).iter().map(move |&premise| (new, premise)));
        let premises = Csr::from_pairs(rows, flat);
        Graph {
            flags: self.flags,
            attacks,
            groups,
            group_target,
            premises,
            claims: self.claims,
            case_objections: self.case_objections,
            missing: self.missing,
            ..Graph::default()
        }
    }

    fn has(&self, id: NodeId) -> bool {
        id.index() < self.flags.len()
    }
}
