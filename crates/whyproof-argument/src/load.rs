mod choke;
mod memo;
mod worlds;

use self::choke::chokes;
pub(crate) use self::choke::targets;
use self::memo::Memo;
use self::worlds::{Pairs, Worlds};
use crate::graph::Graph;
use crate::node::NodeId;
use crate::solve::Standings;
use crate::standing::Standing;

/// What rests on each statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loads {
    of: Vec<u32>,
}

impl Loads {
    /// How many of the author's other statements rest on this one, the case counted as one.
    #[must_use]
    pub fn of(&self, id: NodeId) -> u32 {
        self.of.get(id.index()).copied().unwrap_or_default()
    }

    /// Every statement's load, by id.
    #[must_use]
    pub fn values(&self) -> &[u32] {
        &self.of
    }
}

/// How many of the author's other statements, the case counted as one, differ in standing between
/// forcing x to fall and forcing it to stand, for every x, the challenger's included.
///
/// A statement counts once if it differs as things are, or with the rest granted: every other
/// statement of the author that is assumed as things are and has no reason is taken as having
/// evidence (objections to it still count), and every other statement of the challenger that is
/// assumed as things are is taken as refuted.
///
/// A difference climbs from a statement to its choke, the first place that all it bears on leads
/// through, and what differs above that depends only on the values there; so it is counted once
/// for each choke and pair of values. Where nothing is referred to twice that is one step a
/// statement, and the whole is linear. Between a statement with several uses and its choke only
/// what changes is computed.
#[must_use]
pub fn loads(graph: &Graph, standings: &Standings) -> Loads {
    let chokes = chokes(graph);
    let components = graph.structure().components();
    let mut worlds = Worlds::new(graph, standings);
    let mut memo = Memo::new(graph.len());
    let start: Pairs = [Some((Standing::Falls, Standing::Stands)); 2];
    let mut path: Vec<(NodeId, Pairs, u32)> = Vec::new();
    let mut of = vec![0; graph.len()];
    for id in graph.ids() {
        let mut at = Some((id, start));
        let mut count = 0;
        while let Some((from, pairs)) = at {
            if let Some(known) = memo.get(from, pairs) {
                count = known;
                break;
            }
            let choke = chokes[components.component(from) as usize];
            let climb = worlds.climb(from, pairs, choke);
            path.push((from, pairs, climb.count));
            at = climb.next;
        }
        for (from, pairs, step) in path.drain(..).rev() {
            count += step;
            memo.put(from, pairs, count);
        }
        of[id.index()] = count;
    }
    Loads { of }
}
