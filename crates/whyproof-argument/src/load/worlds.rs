use super::choke::{Choke, targets};
use crate::graph::Graph;
use crate::incremental::Incremental;
use crate::node::NodeId;
use crate::solve::Standings;
use crate::standing::Standing;

/// Two values that a statement takes in turn; `None` where they are the same, so that nothing
/// above differs.
pub(super) type Pair = Option<(Standing, Standing)>;

/// A pair as things are, and one with the rest granted.
pub(super) type Pairs = [Pair; 2];

/// Which of the two is the low one does not matter to a count of differences.
fn pair(one: Standing, other: Standing) -> Pair {
    (one != other).then(|| (one.min(other), one.max(other)))
}

/// The graph as things are and with the rest granted, both solved.
pub(super) struct Worlds<'g> {
    graph: &'g Graph,
    worlds: [Incremental<'g>; 2],
    /// The values in the runs of one step, by statement touched: two for each world.
    values: Vec<[Standing; 4]>,
    seen: Vec<bool>,
    touched: Vec<NodeId>,
}

/// One step up: how many of the author's statements differ on the way, and what differs next.
pub(super) struct Climb {
    pub(super) count: u32,
    pub(super) next: Option<(NodeId, Pairs)>,
}

impl<'g> Worlds<'g> {
    pub(super) fn new(graph: &'g Graph, standings: &Standings) -> Self {
        let assumed = |id: NodeId| standings.of(id) == Standing::Assumed;
        let evidence = |id: NodeId| graph.flags(id).evidence();
        let author = |id: NodeId| graph.flags(id).author();
        let granted = |id: NodeId| {
            evidence(id) || (author(id) && assumed(id) && graph.reasons(id).len() == 0)
        };
        let refuted = |id: NodeId| !author(id) && assumed(id);
        let as_is = graph.ids().map(evidence).collect();
        let worlds = [
            Incremental::new(graph, as_is, vec![false; graph.len()]),
            Incremental::new(
                graph,
                graph.ids().map(granted).collect(),
                graph.ids().map(refuted).collect(),
            ),
        ];
        Self {
            graph,
            worlds,
            values: vec![[Standing::Assumed; 4]; graph.len()],
            seen: vec![false; graph.len()],
            touched: Vec::new(),
        }
    }

    /// From a statement that takes these values to the choke above it.
    pub(super) fn climb(&mut self, from: NodeId, pairs: Pairs, choke: Choke) -> Climb {
        let Choke::Statement(stop) = choke else {
            let (count, case) = self.region(from, pairs, None);
            return Climb {
                count: count + u32::from(case != [None; 2]),
                next: None,
            };
        };
        let (count, above) = match self.single(from, stop, pairs) {
            Some(above) => (0, above),
            None => self.region(from, pairs, Some(stop)),
        };
        if above == [None; 2] {
            return Climb { count, next: None };
        }
        let own = u32::from(self.graph.flags(stop).author());
        Climb {
            count: count + own,
            next: Some((stop, above)),
        }
    }

    /// The pairs of the only statement that `from` bears on, without running anything.
    fn single(&self, from: NodeId, stop: NodeId, pairs: Pairs) -> Option<Pairs> {
        let mut above = targets(self.graph, from);
        let flags = self.graph.flags(from);
        let only = above.next() == Some(stop) && above.next().is_none();
        if !only || flags.claim() || flags.case_objection() {
            return None;
        }
        let objects = !self.graph.attacks(from).is_empty();
        let group = self
            .graph
            .uses(from)
            .iter()
            .find(|&&group| self.graph.target(group) == stop);
        let mut next = [None; 2];
        for (slot, (world, ends)) in next.iter_mut().zip(self.worlds.iter().zip(pairs)) {
            let above = |value| match group {
                Some(&group) if !objects => world.after_premise(from, group, value),
                _ => world.after_objection(from, stop, value),
            };
            *slot = ends.and_then(|(low, high)| pair(above(low), above(high)));
        }
        Some(next)
    }

    /// Runs every value of the pairs: how many of the author's statements differ below `stop`, and
    /// the pairs of `stop` itself, or of the case where there is none.
    fn region(&mut self, from: NodeId, pairs: Pairs, stop: Option<NodeId>) -> (u32, Pairs) {
        let mut above = [None; 2];
        for (place, ends) in pairs.into_iter().enumerate() {
            let Some((low, high)) = ends else { continue };
            let low = self.run(place, 2 * place, from, low, stop);
            let high = self.run(place, 2 * place + 1, from, high, stop);
            above[place] = pair(low, high);
        }
        let mut count = 0;
        for id in self.touched.drain(..) {
            self.seen[id.index()] = false;
            let [as_low, as_high, granted_low, granted_high] = self.values[id.index()];
            let differs = as_low != as_high || granted_low != granted_high;
            count += u32::from(differs && id != from && self.graph.flags(id).author());
        }
        (count, above)
    }

    /// One run with `from` forced to a value, its changes written to a column of the values.
    fn run(
        &mut self,
        place: usize,
        column: usize,
        from: NodeId,
        value: Standing,
        stop: Option<NodeId>,
    ) -> Standing {
        self.worlds[place].run(&[(from, value)], &[], stop);
        let [as_is, granted] = &self.worlds;
        let world = &self.worlds[place];
        for id in world.changed() {
            if !self.seen[id.index()] {
                self.seen[id.index()] = true;
                self.touched.push(id);
                let (one, other) = (as_is.before(id), granted.before(id));
                self.values[id.index()] = [one, one, other, other];
            }
            self.values[id.index()][column] = world.value(id);
        }
        let above = stop.map_or_else(|| world.case(), |stop| world.evaluate(stop));
        self.worlds[place].undo();
        above
    }
}
