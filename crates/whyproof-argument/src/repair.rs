mod apply;
mod heap;
mod plan;
mod proof;
mod step;
mod trial;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use self::heap::{EMPTY, Move};
use self::plan::{Plan, plan};
use self::proof::{Goal, Proofs, is_tree};
pub use self::step::{Mend, Repair, Step, Target};
use self::trial::Trial;
use crate::graph::Graph;
use crate::incremental::Incremental;
use crate::load::Loads;
use crate::node::Nature;
use crate::solve::Standings;

/// Moves of one repair that are looked at, where it is not known to be exact.
const MOVES: usize = 1024;
/// A repair of no more moves is worth an attempt to do with fewer.
const SHORT: usize = 64;
/// Statements of one repair that are looked at for what is referred to twice.
const STATEMENTS: usize = 128;

/// The repairs of all statements and of the case: one pass over the graph, and then each list of
/// steps at the cost of its own length.
///
/// On trees a statement stands after cost(support) + the number of objections that have not
/// fallen, where cost(support) is 0 with evidence, 1 with no reason or only circular ones, and else
/// the cheapest of its reasons. An objection is felled by an existing rebuttal where one step makes
/// that stand, else by a new one (or by mending the data it is made of). A challenger's statement
/// is read from the challenger's side by the same rule: what would have to be shown and answered
/// for it to stand.
pub struct Repairs<'g> {
    graph: &'g Graph,
    standings: &'g Standings,
    loads: &'g Loads,
    plan: Plan,
    proofs: Proofs,
    /// All that the case asks of its claims and objections.
    case: u32,
    case_cost: u32,
    /// The graph as it is, solved; only made where a repair has to be tried.
    solved: RefCell<Option<Incremental<'g>>>,
}

/// Plans the repair of every statement and of the case.
#[must_use]
pub fn repairs<'g>(graph: &'g Graph, standings: &'g Standings, loads: &'g Loads) -> Repairs<'g> {
    let mut plan = plan(graph, standings, loads);
    let mut case = EMPTY;
    let mut case_cost = 0u32;
    for &claim in graph.claims() {
        case = plan.heaps.merge(case, plan.stand[claim.index()]);
        case_cost = case_cost.saturating_add(plan.cost[claim.index()]);
    }
    for &objection in graph.case_objections() {
        case = plan.heaps.merge(case, plan.fall[objection.index()]);
        case_cost = case_cost.saturating_add(u32::from(plan.fall[objection.index()] != EMPTY));
    }
    let proofs = Proofs::of(graph, standings);
    let solved = RefCell::new(None);
    Repairs {
        graph,
        standings,
        loads,
        plan,
        proofs,
        case,
        case_cost,
        solved,
    }
}

/// The first moves of a repair.
struct List {
    moves: Vec<Move>,
    /// How many were looked at to find them.
    looked: usize,
    /// Whether there are no more.
    complete: bool,
}

impl Repairs<'_> {
    /// The cheapest repair, with `limit` of its steps listed.
    #[must_use]
    pub fn repair(&self, target: Target, limit: usize) -> Repair {
        let (moves, more, exact, reaches) = match target {
            Target::Node(id) if id.index() >= self.graph.len() => (Vec::new(), 0, false, false),
            _ => self.moves(target, limit),
        };
        let mut steps: Vec<Step> = moves
            .iter()
            .take(limit)
            .map(|&moved| self.step(moved))
            .collect();
        let mut more = more.saturating_add(count(moves.len() - steps.len()));
        if target == Target::Case && reaches {
            let mends = (0..self.graph.missing()).map(Mend::ProblemPart);
            let first = self.graph.claims().is_empty().then_some(Mend::FirstClaim);
            // The case alone rests on a mend.
            let place = moves
                .iter()
                .take(limit)
                .take_while(|moved| moved.load() > 1)
                .count();
            let all = self
                .graph
                .missing()
                .saturating_add(u32::from(first.is_some()));
            let listed = mends.chain(first).map(Step::Mend).take(limit);
            steps.splice(place..place, listed);
            let before = count(steps.len());
            steps.truncate(limit);
            let dropped = all
                .saturating_sub(count(limit))
                .saturating_add(before - count(steps.len()));
            more = more.saturating_add(dropped);
        }
        Repair {
            steps,
            more,
            exact,
            reaches,
        }
    }

    /// The step on which most rests.
    #[must_use]
    pub fn weakest(&self, target: Target) -> Option<Step> {
        self.repair(target, 1).steps.first().copied()
    }

    /// The moves listed, how many follow, whether they are the fewest, whether they do.
    fn moves(&self, target: Target, limit: usize) -> (Vec<Move>, u32, bool, bool) {
        let (heap, cost) = match target {
            Target::Node(id) => (self.plan.stand[id.index()], self.plan.cost[id.index()]),
            Target::Case => (self.case, self.case_cost),
        };
        if cost == 0 {
            return (Vec::new(), 0, true, true);
        }
        let tree = self.tree(target);
        let mixed = self.mixed(target);
        if tree && !mixed {
            let list = self.first_moves(heap, limit, usize::MAX);
            return (list.moves, cost - count(list.looked), true, true);
        }
        let wanted = if mixed { MOVES } else { limit.max(SHORT + 1) };
        let list = self.first_moves(heap, wanted, MOVES);
        if list.complete && (mixed || list.moves.len() <= SHORT) {
            let (moves, exact, reaches) = self.tried(target, list.moves, tree, mixed);
            return (moves, 0, exact, reaches);
        }
        if mixed {
            return (Vec::new(), 0, false, false);
        }
        let rest = if list.complete {
            0
        } else {
            cost - count(list.looked)
        };
        (list.moves, rest, false, true)
    }

    /// The first moves of a heap in order, each once. Shared parts are looked at once.
    fn first_moves(&self, heap: u32, wanted: usize, looks: usize) -> List {
        let heaps = &self.plan.heaps;
        let entry = |heap: u32| heaps.top(heap).map(|top| Reverse((top, heap)));
        let mut next: BinaryHeap<_> = entry(heap).into_iter().collect();
        let mut seen = BTreeSet::new();
        let mut list = List {
            moves: Vec::new(),
            looked: 0,
            complete: false,
        };
        while list.moves.len() < wanted && list.looked < looks {
            let Some(Reverse((top, heap))) = next.pop() else {
                break;
            };
            list.looked += 1;
            if list.moves.last() != Some(&top) {
                list.moves.push(top);
            }
            let below = heaps.below(heap).into_iter().filter_map(entry);
            next.extend(below.filter(|&Reverse((_, heap))| seen.insert(heap)));
        }
        list.complete = next.is_empty();
        list
    }

    /// Tries the moves, leaves out what is not needed, and looks for fewer.
    fn tried(
        &self,
        target: Target,
        mut moves: Vec<Move>,
        tree: bool,
        mixed: bool,
    ) -> (Vec<Move>, bool, bool) {
        if !mixed && moves.len() == 1 {
            return (moves, true, true);
        }
        let goals = self.goals(target);
        let mut solved = self.solved.borrow_mut();
        let solved = solved.get_or_insert_with(|| as_is(self.graph));
        let mut trial = Trial {
            graph: self.graph,
            loads: self.loads,
            solved,
            goals: &goals,
        };
        let reaches = !mixed || trial.works(&moves);
        if reaches && tree {
            return (moves, true, true);
        }
        let mut below = usize::MAX;
        if reaches {
            trial.thin(&mut moves);
            below = moves.len();
        }
        match trial.search(below) {
            Ok(fewer) => (fewer, true, true),
            Err(_) if !reaches => (Vec::new(), false, false),
            Err(stopped) => (moves, !stopped, true),
        }
    }

    fn goals(&self, target: Target) -> Vec<Goal> {
        match target {
            Target::Node(id) => vec![Goal { id, fall: false }],
            Target::Case => {
                let claims = self
                    .graph
                    .claims()
                    .iter()
                    .map(|&id| Goal { id, fall: false });
                let objections = self.graph.case_objections().iter();
                claims
                    .chain(objections.map(|&id| Goal { id, fall: true }))
                    .collect()
            }
        }
    }

    fn tree(&self, target: Target) -> bool {
        let bound = match target {
            Target::Node(id) if self.proofs.tree(id) => return true,
            Target::Node(_) => STATEMENTS,
            Target::Case => usize::MAX - 1,
        };
        is_tree(self.graph, self.standings, &self.goals(target), bound)
    }

    /// Whether what makes one part stand may fell another, so that the moves have to be tried.
    fn mixed(&self, target: Target) -> bool {
        if let Target::Node(id) = target
            && self.proofs.tree(id)
            && !self.graph.on_cycle(id)
        {
            // Each move bears on the target alone, along a path of parts that all await it.
            return false;
        }
        self.goals(target).iter().any(|goal| {
            let own = target != Target::Case || self.graph.flags(goal.id).author() != goal.fall;
            !own || self.proofs.mixed(goal.id)
        })
    }

    fn step(&self, moved: Move) -> Step {
        let node = self.graph.node(moved.id()).unwrap_or_default();
        moved.step(node.nature == Nature::Data)
    }
}

fn as_is(graph: &Graph) -> Incremental<'_> {
    let shown = graph.ids().map(|id| graph.flags(id).evidence()).collect();
    Incremental::new(graph, shown, vec![false; graph.len()])
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
