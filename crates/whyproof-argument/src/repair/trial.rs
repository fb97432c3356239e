use std::collections::BTreeSet;

use super::SHORT;
use super::heap::Move;
use super::proof::Goal;
use crate::graph::Graph;
use crate::incremental::Incremental;
use crate::load::Loads;
use crate::node::NodeId;
use crate::standing::Standing;

/// How many trials are made to shorten one repair.
const TRIALS: usize = 64;
/// How many statements below the goals are looked at for other steps.
const STATEMENTS: usize = 96;

/// Tries steps on the solved graph and takes them back.
pub(super) struct Trial<'a, 'g> {
    pub(super) graph: &'g Graph,
    pub(super) loads: &'a Loads,
    pub(super) solved: &'a mut Incremental<'g>,
    pub(super) goals: &'a [Goal],
}

impl Trial<'_, '_> {
    /// Whether every goal is reached after these moves.
    pub(super) fn works(&mut self, moves: &[Move]) -> bool {
        let falls = |moved: &Move| moved.fell().then_some((moved.id(), Standing::Falls));
        let pins: Vec<_> = moves.iter().filter_map(falls).collect();
        let shown = moves.iter().filter(|moved| !moved.fell());
        let shows: Vec<_> = shown.map(|moved| moved.id()).collect();
        // What lies above a lone goal matters only where it comes back to it.
        let stop = match self.goals {
            &[goal] if !self.graph.on_cycle(goal.id) => Some(goal.id),
            _ => None,
        };
        self.solved.run(&pins, &shows, stop);
        let reached = |goal: &Goal| {
            let wanted = if goal.fall {
                Standing::Falls
            } else {
                Standing::Stands
            };
            let value = match stop {
                Some(id) => self.solved.evaluate(id),
                None => self.solved.value(goal.id),
            };
            value == wanted
        };
        let works = self.goals.iter().all(reached);
        self.solved.undo();
        works
    }

    /// Leaves out every move without which the goals are reached too, least load first.
    pub(super) fn thin(&mut self, moves: &mut Vec<Move>) {
        if moves.len() > SHORT {
            return;
        }
        for place in (0..moves.len()).rev() {
            let left_out = moves.remove(place);
            if !self.works(moves) {
                moves.insert(place, left_out);
            }
        }
    }

    /// The fewest moves that reach the goals, of fewer than `below`: `Err(false)` where there are
    /// none, `Err(true)` where the bound of work ended the search.
    pub(super) fn search(&mut self, below: usize) -> Result<Vec<Move>, bool> {
        let Some(candidates) = self.candidates() else {
            return Err(true);
        };
        let mut trials = 0;
        for size in 1..below.min(candidates.len() + 1) {
            let mut chosen: Vec<usize> = (0..size).collect();
            loop {
                trials += 1;
                if trials > TRIALS {
                    return Err(true);
                }
                let moves: Vec<Move> = chosen.iter().map(|&place| candidates[place]).collect();
                if self.works(&moves) {
                    return Ok(moves);
                }
                if !advance(&mut chosen, candidates.len()) {
                    break;
                }
            }
        }
        Err(false)
    }

    /// Every step that could be taken below the goals, in the order of steps.
    fn candidates(&self) -> Option<Vec<Move>> {
        let mut seen: BTreeSet<NodeId> = self.goals.iter().map(|goal| goal.id).collect();
        let mut work: Vec<NodeId> = seen.iter().copied().collect();
        let mut moves = Vec::new();
        for goal in self.goals.iter().filter(|goal| goal.fall) {
            moves.push(Move::new(goal.id, self.loads.of(goal.id), true));
        }
        while let Some(id) = work.pop() {
            if seen.len() > STATEMENTS {
                return None;
            }
            let bare = self.graph.groups(id).is_empty() || self.graph.rests_on_itself(id);
            if bare && !self.graph.flags(id).evidence() {
                moves.push(Move::new(id, self.loads.of(id), false));
            }
            let below = (0..).map_while(|nth| self.graph.child(id, nth));
            work.extend(
                below
                    .take(STATEMENTS + 1)
                    .filter(|&child| seen.insert(child)),
            );
            for &objection in self.graph.objections(id).iter().take(STATEMENTS + 1) {
                moves.push(Move::new(objection, self.loads.of(objection), true));
            }
        }
        moves.sort_unstable();
        moves.dedup();
        Some(moves)
    }
}

/// The next choice of as many places out of `count`, in lexicographic order.
fn advance(chosen: &mut [usize], count: usize) -> bool {
    let size = chosen.len();
    for place in (0..size).rev() {
        if chosen[place] + size - place < count {
            let first = chosen[place] + 1;
            for (slot, next) in chosen[place..].iter_mut().zip(first..) {
                *slot = next;
            }
            return true;
        }
    }
    false
}
