use crate::graph::Graph;
use crate::node::NodeId;
use crate::solve::Standings;
use crate::standing::Standing;

/// What is under a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Evidence or a figure that counts.
    Evidence,
    /// A reason that stands: its place among the statement's reasons, from 0.
    Reason(usize),
    /// Neither evidence nor a reason.
    Nothing,
    /// Reasons, none of which stands.
    WeakReasons {
        /// The reason with the fewest premises that do not stand; its place, from 0.
        closest: usize,
        /// Those premises.
        premises: Vec<NodeId>,
    },
    /// Reasons that all lead back to the statement.
    Itself,
}

/// Why a statement has its standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// v(x).
    pub standing: Standing,
    /// support(x): assumed or stands.
    pub support: Standing,
    /// Where the support comes from, or why there is none.
    pub ground: Ground,
    /// The objections that hold the statement at its standing: those that stand where it falls,
    /// else those that are assumed.
    pub held_by: Vec<NodeId>,
    /// The objections that fell.
    pub refuted: Vec<NodeId>,
    /// Assumed, and on a cycle of reasons and objections, so that it waits for itself.
    pub circular: bool,
}

/// Why the case has its standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseExplanation {
    /// v(case).
    pub standing: Standing,
    /// Nothing is argued yet.
    pub no_claim: bool,
    /// How many parts the problem lacks.
    pub missing: u32,
    /// The claims that hold the case down: those that fall where it falls, else those assumed.
    pub claims: Vec<NodeId>,
    /// The objections to the whole that hold it down: those that stand where it falls, else those
    /// assumed.
    pub held_by: Vec<NodeId>,
    /// The objections to the whole that fell.
    pub refuted: Vec<NodeId>,
}

/// Why a statement has its standing, one level down; follow the ids to reach the ground.
#[must_use]
pub fn explain(graph: &Graph, standings: &Standings, id: NodeId) -> Explanation {
    let standing = standings.of(id);
    let ground = ground(graph, standings, id);
    let support = match ground {
        Ground::Evidence | Ground::Reason(_) => Standing::Stands,
        _ => Standing::Assumed,
    };
    let (held_by, refuted) = split(graph.objections(id), standings, standing);
    let circular = standing == Standing::Assumed && graph.on_cycle(id);
    Explanation {
        standing,
        support,
        ground,
        held_by,
        refuted,
        circular,
    }
}

/// Why the case has its standing.
#[must_use]
pub fn explain_case(graph: &Graph, standings: &Standings) -> CaseExplanation {
    let standing = standings.case();
    let (held_by, refuted) = split(graph.case_objections(), standings, standing);
    let low = if standing == Standing::Falls {
        Standing::Falls
    } else {
        Standing::Assumed
    };
    CaseExplanation {
        standing,
        no_claim: graph.claims().is_empty(),
        missing: graph.missing(),
        claims: graph
            .claims()
            .iter()
            .copied()
            .filter(|&id| standings.of(id) == low)
            .collect(),
        held_by,
        refuted,
    }
}

fn ground(graph: &Graph, standings: &Standings, id: NodeId) -> Ground {
    if graph.flags(id).evidence() {
        return Ground::Evidence;
    }
    let weak = |premises: &[NodeId]| {
        premises
            .iter()
            .filter(|&&premise| standings.of(premise) != Standing::Stands)
            .count()
    };
    let closest = graph
        .reasons(id)
        .map(weak)
        .enumerate()
        .min_by_key(|&(_, count)| count);
    match closest {
        None => Ground::Nothing,
        Some((place, 0)) => Ground::Reason(place),
        Some(_) if graph.rests_on_itself(id) => Ground::Itself,
        Some((closest, _)) => {
            let premises = graph
                .reasons(id)
                .nth(closest)
                .unwrap_or_default()
                .iter()
                .copied();
            let premises = premises
                .filter(|&id| standings.of(id) != Standing::Stands)
                .collect();
            Ground::WeakReasons { closest, premises }
        }
    }
}

/// The objections that hold a statement of that standing, and those that fell.
fn split(
    objections: &[NodeId],
    standings: &Standings,
    standing: Standing,
) -> (Vec<NodeId>, Vec<NodeId>) {
    let holding = match standing {
        Standing::Falls => Some(Standing::Stands),
        Standing::Assumed => Some(Standing::Assumed),
        Standing::Stands => None,
    };
    let mut objections = objections.to_vec();
    objections.dedup();
    let refuted = objections
        .iter()
        .copied()
        .filter(|&id| standings.of(id) == Standing::Falls);
    let refuted = refuted.collect();
    objections.retain(|&id| Some(standings.of(id)) == holding);
    (objections, refuted)
}
