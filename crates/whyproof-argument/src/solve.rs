use crate::graph::Graph;
use crate::node::NodeId;
use crate::standing::Standing;

/// The standing of every statement and of the case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    values: Vec<Standing>,
    case: Standing,
}

impl Standings {
    /// The standing of a statement; assumed where there is no such statement.
    #[must_use]
    pub fn of(&self, id: NodeId) -> Standing {
        self.values.get(id.index()).copied().unwrap_or_default()
    }

    /// The standing of the case.
    #[must_use]
    pub fn case(&self) -> Standing {
        self.case
    }

    /// Every statement's standing, by id.
    #[must_use]
    pub fn values(&self) -> &[Standing] {
        &self.values
    }
}

/// The least fixed point in the order of information: linear in statements and edges.
#[must_use]
pub fn standings(graph: &Graph) -> Standings {
    let solution = solve(graph, |id| graph.flags(id).evidence(), |_| false);
    let case = case_standing(graph, &solution.values);
    Standings {
        values: solution.values,
        case,
    }
}

/// v(case), from the values of its claims and of the objections to it.
fn case_standing(graph: &Graph, values: &[Standing]) -> Standing {
    let of = |id: &NodeId| values.get(id.index()).copied().unwrap_or_default();
    let claims = graph.claims().iter().map(of).min();
    let objections = graph
        .case_objections()
        .iter()
        .map(|id| of(id).opposite())
        .min();
    let cap = if capped(graph) {
        Standing::Assumed
    } else {
        Standing::Stands
    };
    cap.min(claims.unwrap_or(Standing::Stands))
        .min(objections.unwrap_or(Standing::Stands))
}

/// Whether the case can be assumed at best: no claim, or a part of the problem is missing.
pub(crate) fn capped(graph: &Graph) -> bool {
    graph.claims().is_empty() || graph.missing() > 0
}

pub(crate) struct Solution {
    pub(crate) values: Vec<Standing>,
    /// The statements that do not stay assumed, each after those that decide it.
    pub(crate) order: Vec<NodeId>,
}

/// `shown`: has support of its own. `refuted`: falls, whatever is said for it.
pub(crate) fn solve(
    graph: &Graph,
    shown: impl Fn(NodeId) -> bool,
    refuted: impl Fn(NodeId) -> bool,
) -> Solution {
    let mut run = Run {
        graph,
        values: vec![Standing::Assumed; graph.len()],
        blocks: vec![1; graph.len()],
        open: premises_open(graph),
        carried: vec![
            false;
            if graph.group_count() > 0 {
                graph.len()
            } else {
                0
            }
        ],
        order: vec![NodeId(0); graph.len() + 1],
        decided: 0,
    };
    for target in graph.all_attacked() {
        run.blocks[target.index()] += 1;
    }
    for id in graph.ids().filter(|&id| refuted(id)) {
        run.blocks[id.index()] += 1;
        run.fell(id);
    }
    for id in graph.ids().filter(|&id| shown(id)) {
        run.unblock(id);
    }
    let mut next = 0;
    while next < run.decided {
        let end = run.decided.min(next + BATCH);
        run.fetch(next..end);
        for place in next..end {
            run.spread(run.order[place], &shown);
        }
        next = end;
    }
    run.order.truncate(run.decided);
    Solution {
        values: run.values,
        order: run.order,
    }
}

fn premises_open(graph: &Graph) -> Vec<u32> {
    let groups = u32::try_from(graph.group_count()).unwrap_or(u32::MAX);
    let size = |group| u32::try_from(graph.premises(crate::graph::Group(group)).len());
    (0..groups)
        .map(|group| size(group).unwrap_or(u32::MAX))
        .collect()
}

/// How many statements are looked up together.
const BATCH: usize = 32;

struct Run<'g> {
    graph: &'g Graph,
    values: Vec<Standing>,
    /// What keeps a statement from standing: objections that have not fallen, one more as long as
    /// it has no support, one more where it is refuted.
    blocks: Vec<u32>,
    /// How many premises of each reason do not stand yet.
    open: Vec<u32>,
    /// Has a reason that stands; empty where there are no reasons.
    carried: Vec<bool>,
    /// Room for every statement; those decided so far come first.
    order: Vec<NodeId>,
    decided: usize,
}

impl Run<'_> {
    /// An objection to it stands, so it does not: it is assumed, or fell before. No branch, for
    /// which of the two is as good as random.
    #[inline]
    fn fell(&mut self, id: NodeId) {
        let old = std::mem::replace(&mut self.values[id.index()], Standing::Falls);
        self.order[self.decided] = id;
        self.decided += usize::from(old != Standing::Falls);
    }

    /// Where nothing blocks it any more no objection to it stands, so it is assumed, and decided
    /// here only. No branch either.
    #[inline]
    fn unblock(&mut self, id: NodeId) {
        let blocks = &mut self.blocks[id.index()];
        *blocks -= 1;
        self.order[self.decided] = id;
        self.decided += usize::from(*blocks == 0);
    }

    /// Reads where the attacks of some statements begin: the memory answers all of them at once.
    fn fetch(&self, places: std::ops::Range<usize>) {
        let firsts = self.order[places]
            .iter()
            .filter_map(|&id| self.graph.attacks(id).first());
        std::hint::black_box(firsts.fold(0, |sum, first| sum ^ first.0));
    }

    fn spread(&mut self, id: NodeId, shown: impl Fn(NodeId) -> bool) {
        let graph = self.graph;
        let value = &mut self.values[id.index()];
        if *value == Standing::Falls {
            for &target in graph.attacks(id) {
                self.unblock(target);
            }
            return;
        }
        *value = Standing::Stands;
        for &target in graph.attacks(id) {
            self.fell(target);
        }
        for &group in graph.uses(id) {
            let open = &mut self.open[group.index()];
            *open -= 1;
            let target = graph.target(group);
            if *open == 0
                && !shown(target)
                && !std::mem::replace(&mut self.carried[target.index()], true)
            {
                self.unblock(target);
            }
        }
    }
}
