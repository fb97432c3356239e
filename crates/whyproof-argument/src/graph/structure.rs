use crate::graph::components::Components;
use crate::graph::{Graph, Group};
use crate::node::NodeId;

/// The cycles of a graph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Structure {
    /// Over what values are read from: objections and, where there is no evidence, premises.
    components: Components,
    cyclic: Vec<bool>,
    circular: Vec<bool>,
}

impl Structure {
    pub(crate) fn of(graph: &Graph) -> Self {
        let components = Components::of(graph.len(), |id, nth| graph.child(id, nth));
        let mut cyclic = vec![false; graph.len()];
        for component in 0..components.len() {
            if let members @ [_, _, ..] = components.members(component) {
                for member in members {
                    cyclic[member.index()] = true;
                }
            }
        }
        for id in graph.ids() {
            let own = |&other: &NodeId| other == id;
            cyclic[id.index()] |= graph.attacks(id).iter().any(own)
                || (!graph.flags(id).evidence() && graph.supports(id).any(|target| target == id));
        }
        Self {
            components,
            cyclic,
            circular: circular(graph),
        }
    }

    pub(crate) fn components(&self) -> &Components {
        &self.components
    }

    pub(crate) fn on_cycle(&self, id: NodeId) -> bool {
        self.cyclic.get(id.index()).copied().unwrap_or_default()
    }

    pub(crate) fn circular(&self, id: NodeId) -> bool {
        self.circular.get(id.index()).copied().unwrap_or_default()
    }
}

/// The statements whose reasons all lead back to them.
///
/// Reasons that reach a ground (evidence, or a statement with no reason under it, which could be
/// shown) lead back to nothing. Among the rest a reason leads back where one of its premises lies
/// on a cycle with the statement.
fn circular(graph: &Graph) -> Vec<bool> {
    let grounded = grounded(graph);
    if grounded.iter().all(|&ground| ground) {
        return Vec::new();
    }
    // A premise that has a ground is passed over by following it to itself, which makes no cycle.
    let loops = Components::of(graph.len(), |id, nth| {
        let premise = if grounded[id.index()] {
            None
        } else {
            graph.premise(id, nth)
        };
        premise.map(|premise| {
            if grounded[premise.index()] {
                id
            } else {
                premise
            }
        })
    });
    let back = |id: NodeId, premises: &[NodeId]| {
        premises
            .iter()
            .any(|&premise| loops.component(premise) == loops.component(id))
    };
    let leads_back = |id| graph.reasons(id).all(|premises| back(id, premises));
    graph
        .ids()
        .map(|id| !grounded[id.index()] && leads_back(id))
        .collect()
}

fn grounded(graph: &Graph) -> Vec<bool> {
    let starts = |id: &NodeId| graph.flags(*id).evidence() || graph.groups(*id).is_empty();
    let mut work: Vec<NodeId> = graph.ids().filter(starts).collect();
    let mut grounded = vec![false; graph.len()];
    for id in &work {
        grounded[id.index()] = true;
    }
    let groups = u32::try_from(graph.group_count()).unwrap_or(u32::MAX);
    let mut open: Vec<usize> = (0..groups)
        .map(|group| graph.premises(Group(group)).len())
        .collect();
    while let Some(id) = work.pop() {
        for &group in graph.uses(id) {
            open[group.index()] -= 1;
            let target = graph.target(group);
            if open[group.index()] == 0 && !grounded[target.index()] {
                grounded[target.index()] = true;
                work.push(target);
            }
        }
    }
    grounded
}
