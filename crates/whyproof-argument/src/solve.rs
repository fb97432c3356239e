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
        supported: Vec::new(),
        live: vec![0; graph.len()],
        open: graph_open(graph),
        order: Vec::new(),
    };
    for target in graph.all_attacked() {
        run.live[target.index()] += 1;
    }
    for id in graph.ids().filter(|&id| refuted(id)) {
        run.decide(id, Standing::Falls);
    }
    run.supported = graph.ids().map(shown).collect();
    for id in graph.ids() {
        run.try_stand(id);
    }
    let mut next = 0;
    while let Some(&id) = run.order.get(next) {
        next += 1;
        run.spread(id);
    }
    Solution {
        values: run.values,
        order: run.order,
    }
}

/// How many premises of each reason do not stand yet.
fn graph_open(graph: &Graph) -> Vec<u32> {
    let groups = u32::try_from(graph.group_count()).unwrap_or(u32::MAX);
    let size = |group| u32::try_from(graph.premises(crate::graph::Group(group)).len());
    (0..groups)
        .map(|group| size(group).unwrap_or(u32::MAX))
        .collect()
}

struct Run<'g> {
    graph: &'g Graph,
    values: Vec<Standing>,
    /// Has support 2.
    supported: Vec<bool>,
    /// How many objections have not fallen yet.
    live: Vec<u32>,
    open: Vec<u32>,
    order: Vec<NodeId>,
}

impl Run<'_> {
    fn decide(&mut self, id: NodeId, standing: Standing) {
        if self.values[id.index()] == Standing::Assumed {
            self.values[id.index()] = standing;
            self.order.push(id);
        }
    }

    fn try_stand(&mut self, id: NodeId) {
        if self.supported[id.index()] && self.live[id.index()] == 0 {
            self.decide(id, Standing::Stands);
        }
    }

    fn spread(&mut self, id: NodeId) {
        let graph = self.graph;
        if self.values[id.index()] == Standing::Falls {
            for &target in graph.attacks(id) {
                self.live[target.index()] -= 1;
                self.try_stand(target);
            }
            return;
        }
        for &target in graph.attacks(id) {
            self.decide(target, Standing::Falls);
        }
        for &group in graph.uses(id) {
            self.open[group.index()] -= 1;
            if self.open[group.index()] == 0 {
                let target = graph.target(group);
                self.supported[target.index()] = true;
                self.try_stand(target);
            }
        }
    }
}
