use crate::node::NodeId;
use crate::repair::Step;

pub(super) const EMPTY: u32 = u32::MAX;

/// What is done to one statement in a repair. The order is that of the steps in a repair: most
/// load first, then by place in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Move {
    unload: u32,
    id: u32,
    fell: bool,
}

impl Move {
    /// Evidence for a statement, or (`fell`) an objection answered or mended.
    pub(super) fn new(id: NodeId, load: u32, fell: bool) -> Self {
        Self {
            unload: u32::MAX - load,
            id: id.0,
            fell,
        }
    }

    pub(super) fn id(self) -> NodeId {
        NodeId(self.id)
    }

    pub(super) fn fell(self) -> bool {
        self.fell
    }

    pub(super) fn load(self) -> u32 {
        u32::MAX - self.unload
    }

    pub(super) fn step(self, data: bool) -> Step {
        match (self.fell, data) {
            (false, _) => Step::Show(self.id()),
            (true, false) => Step::Answer(self.id()),
            (true, true) => Step::Mend(super::Mend::Data(self.id())),
        }
    }
}

/// Leftist heaps that share their parts: the moves of a repair are those of its parts, merged in
/// logarithmic time without touching them (Crane 1972; persistent as in Okasaki 1998).
#[derive(Default)]
pub(super) struct Heaps {
    nodes: Vec<Heap>,
    /// Heaps on the way down of a merge: the one that stays above, taken apart.
    spine: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Heap {
    top: Move,
    left: u32,
    right: u32,
    rank: u32,
}

impl Heaps {
    pub(super) fn one(&mut self, top: Move) -> u32 {
        self.push(Heap {
            top,
            left: EMPTY,
            right: EMPTY,
            rank: 1,
        })
    }

    pub(super) fn top(&self, heap: u32) -> Option<Move> {
        self.nodes.get(heap as usize).map(|node| node.top)
    }

    /// The two heaps below the top.
    pub(super) fn below(&self, heap: u32) -> [u32; 2] {
        self.nodes
            .get(heap as usize)
            .map_or([EMPTY; 2], |node| [node.left, node.right])
    }

    pub(super) fn merge(&mut self, mut one: u32, mut other: u32) -> u32 {
        let mut merged = loop {
            match (self.top(one), self.top(other)) {
                (None, _) => break other,
                (_, None) => break one,
                (Some(left), Some(right)) if left > right => std::mem::swap(&mut one, &mut other),
                _ => {}
            }
            self.spine.push(one);
            one = self.below(one)[1];
        };
        while let Some(above) = self.spine.pop() {
            let Some(&node) = self.nodes.get(above as usize) else {
                continue;
            };
            let (left, right) = if self.rank(node.left) >= self.rank(merged) {
                (node.left, merged)
            } else {
                (merged, node.left)
            };
            merged = self.push(Heap {
                top: node.top,
                left,
                right,
                rank: self.rank(right) + 1,
            });
        }
        merged
    }

    fn rank(&self, heap: u32) -> u32 {
        self.nodes.get(heap as usize).map_or(0, |node| node.rank)
    }

    fn push(&mut self, node: Heap) -> u32 {
        self.nodes.push(node);
        u32::try_from(self.nodes.len() - 1).unwrap_or(EMPTY)
    }
}
