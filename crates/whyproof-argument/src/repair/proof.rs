use std::collections::BTreeSet;

use super::plan::distinct;
use crate::graph::Graph;
use crate::load::targets;
use crate::node::NodeId;
use crate::solve::Standings;
use crate::standing::Standing;

/// What can be said of a repair before it is tried.
pub(super) struct Proofs {
    /// Whether nothing that bears on making it stand is referred to twice: its repair is exact.
    tree: Vec<bool>,
    /// Whether the two sides mix below it: what makes one statement stand may fell another.
    mixed: Vec<bool>,
}

/// One end of a repair: a statement that has to stand, or (`fall`) one that has to fall.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goal {
    pub(super) id: NodeId,
    pub(super) fall: bool,
}

impl Proofs {
    pub(super) fn of(graph: &Graph, standings: &Standings) -> Self {
        Self {
            tree: trees(graph, standings),
            mixed: mixed(graph),
        }
    }

    pub(super) fn tree(&self, id: NodeId) -> bool {
        self.tree.get(id.index()).copied().unwrap_or_default()
    }

    pub(super) fn mixed(&self, id: NodeId) -> bool {
        self.mixed.get(id.index()).copied().unwrap_or_default()
    }
}

/// What a goal asks of others; nothing where it is reached already.
///
/// A statement stands by its reasons and by the fall of what objects to it; it falls only by what
/// objects to it.
fn parts(graph: &Graph, standings: &Standings, goal: Goal) -> impl Iterator<Item = Goal> {
    let value = standings.of(goal.id);
    let reached = value
        == if goal.fall {
            Standing::Falls
        } else {
            Standing::Stands
        };
    let reasons = !reached && !goal.fall && !graph.flags(goal.id).evidence();
    let groups = graph.reasons(goal.id).filter(move |_| reasons).flatten();
    let stand = groups.filter(|&&id| standings.of(id) != Standing::Stands);
    let stand = stand.map(|&id| Goal { id, fall: false });
    let objections = distinct(graph.objections(goal.id)).filter(move |_| !reached);
    let objections = objections.map(move |id| Goal {
        id,
        fall: !goal.fall,
    });
    let open = objections.filter(|goal| !goal.fall || standings.of(goal.id) != Standing::Falls);
    stand.chain(open)
}

fn trees(graph: &Graph, standings: &Standings) -> Vec<bool> {
    let mut stand = vec![false; graph.len()];
    let mut fall = vec![false; graph.len()];
    let components = graph.structure().components();
    for component in 0..components.len() {
        for &id in components.members(component) {
            // On a cycle the part that is met first is not known yet, and so no tree.
            let tree = |goal: Goal| {
                let reached = if goal.fall {
                    Standing::Falls
                } else {
                    Standing::Stands
                };
                let whole = |part: Goal| {
                    let known = if part.fall { &fall } else { &stand };
                    known[part.id.index()] && targets(graph, part.id).nth(1).is_none()
                };
                standings.of(goal.id) == reached || parts(graph, standings, goal).all(whole)
            };
            let both = (
                tree(Goal { id, fall: false }),
                tree(Goal { id, fall: true }),
            );
            (stand[id.index()], fall[id.index()]) = both;
        }
    }
    stand
}

/// Whether nothing is met twice on the way down from the goals, looking at `bound` parts at most.
pub(super) fn is_tree(graph: &Graph, standings: &Standings, goals: &[Goal], bound: usize) -> bool {
    let mut seen = BTreeSet::new();
    let mut work = goals.to_vec();
    while let Some(goal) = work.pop() {
        if !seen.insert(goal.id) || seen.len() > bound {
            return false;
        }
        work.extend(parts(graph, standings, goal).take(bound + 1));
    }
    true
}

/// A premise of the other side, or an objection of one's own: what lies above is mixed.
fn mixed(graph: &Graph) -> Vec<bool> {
    let author = |id: NodeId| graph.flags(id).author();
    let mut mixed = vec![false; graph.len()];
    let mut work = Vec::new();
    let mut mark = |id: NodeId, work: &mut Vec<NodeId>| {
        if !std::mem::replace(&mut mixed[id.index()], true) {
            work.push(id);
        }
    };
    for id in graph.ids() {
        for &target in graph
            .attacks(id)
            .iter()
            .filter(|&&target| author(target) == author(id))
        {
            mark(target, &mut work);
        }
        let uses = graph
            .supports(id)
            .filter(|&target| author(target) != author(id));
        for target in uses.filter(|&target| !graph.flags(target).evidence()) {
            mark(target, &mut work);
        }
    }
    while let Some(id) = work.pop() {
        for target in targets(graph, id) {
            mark(target, &mut work);
        }
    }
    mixed
}
