use crate::graph::{Graph, Group};
use crate::node::NodeId;
use crate::solve::{capped, solve};
use crate::standing::Standing;

const NONE: u32 = u32::MAX;

/// A solved graph in which some values can be changed, at the cost of what changes with them.
///
/// Delete and rederive: what was derived from a value that is no longer so goes back to assumed,
/// along the causes recorded when it was first derived; then everything is derived forwards again.
pub(crate) struct Incremental<'g> {
    graph: &'g Graph,
    /// The values before any run.
    base: Vec<Standing>,
    values: Vec<Standing>,
    /// Has support of its own: evidence, or granted.
    shown: Vec<bool>,
    /// Falls, whatever is said for it.
    refuted: Vec<bool>,
    /// How many objections stand.
    strong: Vec<u32>,
    /// How many objections have not fallen.
    live: Vec<u32>,
    /// How many reasons stand.
    ready: Vec<u32>,
    /// How many premises of each reason do not stand.
    open: Vec<u32>,
    /// The objection that felled a statement, or the reason on which it stands.
    cause: Vec<u32>,
    case: CaseCounts,
    pinned: Vec<bool>,
    stop: Option<NodeId>,
    /// What this run changed, with the values before.
    log: Vec<(NodeId, Standing)>,
    pins: Vec<NodeId>,
    shows: Vec<NodeId>,
    work: Vec<(NodeId, Standing)>,
}

#[derive(Default)]
struct CaseCounts {
    fallen_claims: u32,
    weak_claims: u32,
    strong_objections: u32,
    live_objections: u32,
}

impl<'g> Incremental<'g> {
    pub(crate) fn new(graph: &'g Graph, shown: Vec<bool>, refuted: Vec<bool>) -> Self {
        let solution = solve(graph, |id| shown[id.index()], |id| refuted[id.index()]);
        let nodes = graph.len();
        let mut base = Self {
            graph,
            base: Vec::new(),
            values: vec![Standing::Assumed; nodes],
            shown,
            refuted,
            strong: vec![0; nodes],
            live: vec![0; nodes],
            ready: vec![0; nodes],
            open: Vec::with_capacity(graph.group_count()),
            cause: vec![NONE; nodes],
            case: CaseCounts::default(),
            pinned: vec![false; nodes],
            stop: None,
            log: Vec::new(),
            pins: Vec::new(),
            shows: Vec::new(),
            work: Vec::new(),
        };
        for target in graph.all_attacked() {
            base.live[target.index()] += 1;
        }
        for group in (0..u32::try_from(graph.group_count()).unwrap_or(NONE)).map(Group) {
            base.open
                .push(u32::try_from(graph.premises(group).len()).unwrap_or(NONE));
        }
        base.case.weak_claims = u32::try_from(graph.claims().len()).unwrap_or(NONE);
        base.case.live_objections = u32::try_from(graph.case_objections().len()).unwrap_or(NONE);
        for id in solution.order {
            // Its causes come before it in the order, so they are already in place.
            base.cause[id.index()] = base.find_cause(id, solution.values[id.index()]);
            base.set(id, solution.values[id.index()]);
        }
        base.log.clear();
        base.base = solution.values;
        base
    }

    fn find_cause(&self, id: NodeId, value: Standing) -> u32 {
        if value == Standing::Falls {
            let stands = |&&from: &&NodeId| self.value(from) == Standing::Stands;
            let refuted = self.refuted[id.index()];
            let objection = self.graph.objections(id).iter().find(stands);
            return objection.filter(|_| !refuted).map_or(NONE, |from| from.0);
        }
        if self.shown[id.index()] {
            return NONE;
        }
        let ready = |group: &&Group| self.open[group.index()] == 0;
        self.graph
            .groups(id)
            .iter()
            .find(ready)
            .map_or(NONE, |group| group.0)
    }

    /// The value before any run.
    pub(crate) fn before(&self, id: NodeId) -> Standing {
        self.base.get(id.index()).copied().unwrap_or_default()
    }

    pub(crate) fn value(&self, id: NodeId) -> Standing {
        self.values.get(id.index()).copied().unwrap_or_default()
    }

    /// The value that a statement's objections and reasons give it now.
    pub(crate) fn evaluate(&self, id: NodeId) -> Standing {
        let at = id.index();
        self.judge(at, self.strong[at], self.live[at], self.ready[at])
    }

    fn judge(&self, at: usize, strong: u32, live: u32, ready: u32) -> Standing {
        if self.refuted[at] || strong > 0 {
            Standing::Falls
        } else if live == 0 && (ready > 0 || self.shown[at]) {
            Standing::Stands
        } else {
            Standing::Assumed
        }
    }

    /// The value of `to` if its objection `from` had that value, all else unchanged.
    pub(crate) fn after_objection(&self, from: NodeId, to: NodeId, value: Standing) -> Standing {
        let (at, old) = (to.index(), self.value(from));
        let strong = self.strong[at] - u32::from(old == Standing::Stands);
        let live = self.live[at] - u32::from(old != Standing::Falls);
        let strong = strong + u32::from(value == Standing::Stands);
        self.judge(
            at,
            strong,
            live + u32::from(value != Standing::Falls),
            self.ready[at],
        )
    }

    /// The value of a reason's target if its premise had that value, all else unchanged.
    pub(crate) fn after_premise(&self, from: NodeId, group: Group, value: Standing) -> Standing {
        let (at, old) = (self.graph.target(group).index(), self.value(from));
        let open = self.open[group.index()];
        let others = open - u32::from(old != Standing::Stands);
        let now = others + u32::from(value != Standing::Stands);
        let ready = self.ready[at] - u32::from(open == 0) + u32::from(now == 0);
        self.judge(at, self.strong[at], self.live[at], ready)
    }

    /// The value of the case now.
    pub(crate) fn case(&self) -> Standing {
        let case = &self.case;
        if case.fallen_claims > 0 || case.strong_objections > 0 {
            Standing::Falls
        } else if case.weak_claims > 0 || case.live_objections > 0 || capped(self.graph) {
            Standing::Assumed
        } else {
            Standing::Stands
        }
    }

    /// Forces some statements to a value and gives others support of their own. The change stops
    /// at `stop`, whose value is left as it was. Each run must be [undone](Self::undo).
    pub(crate) fn run(
        &mut self,
        pins: &[(NodeId, Standing)],
        shows: &[NodeId],
        stop: Option<NodeId>,
    ) {
        self.stop = stop;
        for &(id, _) in pins {
            if !self.pinned[id.index()] {
                self.pinned[id.index()] = true;
                self.pins.push(id);
            }
        }
        for &(id, value) in pins {
            if self.value(id) != value {
                self.delete(id);
            }
        }
        while let Some((id, old)) = self.work.pop() {
            self.retract(id, old);
        }
        let deleted = self.log.len();
        for &(id, value) in pins {
            self.decide(id, value);
        }
        for &id in shows {
            if !self.shown[id.index()] {
                self.shown[id.index()] = true;
                self.shows.push(id);
            }
            self.examine(id);
        }
        for place in 0..deleted {
            self.examine(self.log[place].0);
        }
        while let Some((id, _)) = self.work.pop() {
            self.spread(id);
        }
    }

    /// The statements that the last run changed; one may come twice.
    pub(crate) fn changed(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.log.iter().map(|&(id, _)| id)
    }

    /// Back to before the run.
    pub(crate) fn undo(&mut self) {
        while let Some((id, old)) = self.log.pop() {
            self.count(id, old);
        }
        for id in self.pins.drain(..) {
            self.pinned[id.index()] = false;
        }
        for id in self.shows.drain(..) {
            self.shown[id.index()] = false;
        }
    }

    fn held(&self, id: NodeId) -> bool {
        self.pinned[id.index()] || self.stop == Some(id)
    }

    fn delete(&mut self, id: NodeId) {
        let old = self.value(id);
        if old != Standing::Assumed {
            self.set(id, Standing::Assumed);
            self.work.push((id, old));
        }
    }

    /// Deletes what was derived from a value that is gone.
    fn retract(&mut self, id: NodeId, old: Standing) {
        let graph = self.graph;
        for &target in graph.attacks(id) {
            let lost = match self.value(target) {
                Standing::Falls => old == Standing::Stands && self.cause[target.index()] == id.0,
                Standing::Stands => old == Standing::Falls,
                Standing::Assumed => false,
            };
            if lost && !self.held(target) {
                self.delete(target);
            }
        }
        if old == Standing::Stands {
            for &group in graph.uses(id) {
                let target = graph.target(group);
                let stood = self.value(target) == Standing::Stands;
                if stood && self.cause[target.index()] == group.0 && !self.held(target) {
                    self.delete(target);
                }
            }
        }
    }

    fn decide(&mut self, id: NodeId, value: Standing) {
        if self.value(id) != value {
            self.set(id, value);
            self.work.push((id, value));
        }
    }

    fn examine(&mut self, id: NodeId) {
        if self.value(id) == Standing::Assumed && !self.held(id) {
            self.decide(id, self.evaluate(id));
        }
    }

    fn spread(&mut self, id: NodeId) {
        let graph = self.graph;
        for &target in graph.attacks(id) {
            self.examine(target);
        }
        if self.value(id) == Standing::Stands {
            for &group in graph.uses(id) {
                self.examine(graph.target(group));
            }
        }
    }

    fn set(&mut self, id: NodeId, new: Standing) {
        let old = self.count(id, new);
        self.log.push((id, old));
    }

    /// Changes a value and every count that reads it; gives the old value.
    fn count(&mut self, id: NodeId, new: Standing) -> Standing {
        let graph = self.graph;
        let old = std::mem::replace(&mut self.values[id.index()], new);
        let stands = step(old == Standing::Stands, new == Standing::Stands);
        let falls = step(old == Standing::Falls, new == Standing::Falls);
        for target in graph.attacks(id) {
            stands.more(&mut self.strong[target.index()]);
            falls.less(&mut self.live[target.index()]);
        }
        if stands != Step::Same {
            for &group in graph.uses(id) {
                let open = &mut self.open[group.index()];
                let before = *open == 0;
                stands.less(open);
                let now = *open == 0;
                step(before, now).more(&mut self.ready[graph.target(group).index()]);
            }
        }
        if graph.flags(id).claim() {
            falls.more(&mut self.case.fallen_claims);
            stands.less(&mut self.case.weak_claims);
        }
        if graph.flags(id).case_objection() {
            stands.more(&mut self.case.strong_objections);
            falls.less(&mut self.case.live_objections);
        }
        old
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Up,
    Same,
    Down,
}

fn step(before: bool, now: bool) -> Step {
    match (before, now) {
        (false, true) => Step::Up,
        (true, false) => Step::Down,
        _ => Step::Same,
    }
}

impl Step {
    /// Moves a count of those for which it holds.
    fn more(self, count: &mut u32) {
        match self {
            Self::Up => *count += 1,
            Self::Same => {}
            Self::Down => *count -= 1,
        }
    }

    /// Moves a count of those for which it does not hold.
    fn less(self, count: &mut u32) {
        match self {
            Self::Up => *count -= 1,
            Self::Same => {}
            Self::Down => *count += 1,
        }
    }
}
