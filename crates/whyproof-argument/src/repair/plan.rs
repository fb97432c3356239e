use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::heap::{EMPTY, Heaps, Move};
use crate::graph::{Graph, Group};
use crate::load::Loads;
use crate::node::{Nature, NodeId};
use crate::solve::Standings;
use crate::standing::Standing;

/// What it takes to make each statement stand, and each objection fall.
pub(super) struct Plan {
    /// Steps to make a statement stand, those of shared parts counted as often as they are used.
    pub(super) cost: Vec<u32>,
    /// The moves that make a statement stand.
    pub(super) stand: Vec<u32>,
    /// The one move that makes a statement fall.
    pub(super) fall: Vec<u32>,
    pub(super) heaps: Heaps,
}

/// How a statement gets its support; ordered as ties are broken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Support {
    /// It has support already.
    Held,
    /// By evidence.
    Show,
    /// By its reason of that place among all reasons.
    Reason(u32),
}

pub(super) fn plan(graph: &Graph, standings: &Standings, loads: &Loads) -> Plan {
    let nodes = graph.len();
    let mut planner = Planner {
        graph,
        standings,
        loads,
        plan: Plan {
            cost: vec![u32::MAX; nodes],
            stand: vec![EMPTY; nodes],
            fall: vec![EMPTY; nodes],
            heaps: Heaps::default(),
        },
        done: vec![false; nodes],
        open: vec![0; graph.group_count()],
        sum: vec![0; graph.group_count()],
        attacked: vec![0; nodes],
        queue: BinaryHeap::new(),
    };
    let components = graph.structure().components();
    for component in 0..components.len() {
        planner.component(components.members(component));
    }
    planner.plan
}

struct Planner<'g> {
    graph: &'g Graph,
    standings: &'g Standings,
    loads: &'g Loads,
    plan: Plan,
    done: Vec<bool>,
    /// Premises of a reason whose cost is not known yet.
    open: Vec<u32>,
    /// Cost of the others.
    sum: Vec<u32>,
    /// How many objections to a statement have to fall yet.
    attacked: Vec<u32>,
    queue: BinaryHeap<Reverse<(u32, NodeId, Support)>>,
}

impl Planner<'_> {
    /// What a component reads from is done; inside it the cheapest goes first (Knuth).
    fn component(&mut self, members: &[NodeId]) {
        for &id in members {
            self.plan_fall(id);
        }
        for &id in members {
            self.start(id);
        }
        while let Some(Reverse((cost, id, support))) = self.queue.pop() {
            if !self.done[id.index()] {
                self.finish(id, cost, support);
            }
        }
    }

    /// By a rebuttal that one step would make stand, else by a step of its own. Rebuttals of the
    /// same component have no cost yet: they may hang on this very objection.
    fn plan_fall(&mut self, id: NodeId) {
        if self.standings.of(id) == Standing::Falls {
            return;
        }
        let words = self
            .graph
            .node(id)
            .is_some_and(|node| node.nature == Nature::Words);
        let ready = |from: &&NodeId| self.plan.cost[from.index()] == 1;
        let rebuttal = self
            .graph
            .objections(id)
            .iter()
            .find(ready)
            .filter(|_| words);
        self.plan.fall[id.index()] = match rebuttal {
            Some(&rebuttal) => self.plan.stand[rebuttal.index()],
            None => self.plan.heaps.one(Move::new(id, self.loads.of(id), true)),
        };
    }

    /// The ways to stand that need nothing else of the component.
    fn start(&mut self, id: NodeId) {
        let graph = self.graph;
        if self.standings.of(id) == Standing::Stands {
            self.queue.push(Reverse((0, id, Support::Held)));
            return;
        }
        let up = |id: &NodeId| self.standings.of(*id) != Standing::Falls;
        let attacked = distinct(graph.objections(id)).filter(up).count();
        let attacked = u32::try_from(attacked).unwrap_or(u32::MAX);
        self.attacked[id.index()] = attacked;
        let mut offer = |cost: u32, support| {
            self.queue
                .push(Reverse((cost.saturating_add(attacked), id, support)));
        };
        if graph.flags(id).evidence() {
            offer(0, Support::Held);
            return;
        }
        if graph.groups(id).is_empty() || graph.rests_on_itself(id) {
            offer(1, Support::Show);
        }
        for &group in graph.groups(id) {
            let mut sum = 0u32;
            let mut open = 0;
            for premise in graph.premises(group) {
                if self.done[premise.index()] {
                    sum = sum.saturating_add(self.plan.cost[premise.index()]);
                } else {
                    open += 1;
                }
            }
            self.open[group.index()] = open;
            self.sum[group.index()] = sum;
            if open == 0 {
                offer(sum, Support::Reason(group.0));
            }
        }
    }

    fn finish(&mut self, id: NodeId, cost: u32, support: Support) {
        let graph = self.graph;
        self.done[id.index()] = true;
        self.plan.cost[id.index()] = cost;
        if cost > 0 {
            self.plan.stand[id.index()] = self.moves(id, support);
        }
        for &group in graph.uses(id) {
            let target = graph.target(group);
            // Zero where the target is in a later component, or needs no reason.
            let open = &mut self.open[group.index()];
            if *open == 0 {
                continue;
            }
            *open -= 1;
            let sum = &mut self.sum[group.index()];
            *sum = sum.saturating_add(cost);
            if *open == 0 && !self.done[target.index()] {
                let whole = sum.saturating_add(self.attacked[target.index()]);
                self.queue
                    .push(Reverse((whole, target, Support::Reason(group.0))));
            }
        }
    }

    fn moves(&mut self, id: NodeId, support: Support) -> u32 {
        let graph = self.graph;
        let mut moves = match support {
            Support::Held => EMPTY,
            Support::Show => self.plan.heaps.one(Move::new(id, self.loads.of(id), false)),
            Support::Reason(group) => {
                graph
                    .premises(Group(group))
                    .iter()
                    .fold(EMPTY, |moves, premise| {
                        self.plan
                            .heaps
                            .merge(moves, self.plan.stand[premise.index()])
                    })
            }
        };
        for objection in distinct(graph.objections(id)) {
            // Empty where it falls already.
            moves = self
                .plan
                .heaps
                .merge(moves, self.plan.fall[objection.index()]);
        }
        moves
    }
}

/// Objections without repetition: they stand in order.
pub(super) fn distinct(objections: &[NodeId]) -> impl Iterator<Item = NodeId> + '_ {
    let next = objections.iter().skip(1).map(Some).chain([None]);
    objections
        .iter()
        .zip(next)
        .filter(|&(id, next)| Some(id) != next)
        .map(|(&id, _)| id)
}
