use crate::node::NodeId;

/// The strongly connected components of a graph, those that a component reads from before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Components {
    /// Component of each statement.
    of: Vec<u32>,
    /// The statements, component by component.
    members: Vec<NodeId>,
    /// Where each component ends among the members.
    ends: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Components {
    /// Tarjan's algorithm with its own stack. `child(x, n)` is the n-th statement that x reads from.
    pub(crate) fn of(nodes: usize, child: impl Fn(NodeId, usize) -> Option<NodeId>) -> Self {
        let mut search = Search {
            found: Self {
                of: vec![UNSEEN; nodes],
                ..Self::default()
            },
            low: vec![UNSEEN; nodes],
            open: Vec::new(),
            frames: Vec::new(),
            next: 0,
        };
        for root in (0..u32::try_from(nodes).unwrap_or(UNSEEN)).map(NodeId) {
            if search.low[root.index()] == UNSEEN {
                search.enter(root);
                search.run(&child);
            }
        }
        search.found
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn component(&self, id: NodeId) -> u32 {
        self.of.get(id.index()).copied().unwrap_or(UNSEEN)
    }

    pub(crate) fn members(&self, component: usize) -> &[NodeId] {
        let start = component
            .checked_sub(1)
            .and_then(|last| self.ends.get(last))
            .copied();
        let end = self.ends.get(component).copied().unwrap_or_default();
        self.members
            .get(start.unwrap_or_default() as usize..end as usize)
            .unwrap_or_default()
    }
}

struct Search {
    found: Components,
    /// Lowest number reachable so far, while a statement is open.
    low: Vec<u32>,
    open: Vec<NodeId>,
    /// Statement, its own number, its next child.
    frames: Vec<(NodeId, u32, usize)>,
    next: u32,
}

impl Search {
    fn enter(&mut self, id: NodeId) {
        self.low[id.index()] = self.next;
        self.frames.push((id, self.next, 0));
        self.open.push(id);
        self.next += 1;
    }

    fn run(&mut self, child: &impl Fn(NodeId, usize) -> Option<NodeId>) {
        while let Some(frame) = self.frames.last_mut() {
            let (id, number, nth) = *frame;
            frame.2 += 1;
            if let Some(next) = child(id, nth) {
                if self.low[next.index()] == UNSEEN {
                    self.enter(next);
                } else if self.found.of[next.index()] == UNSEEN {
                    self.low[id.index()] = self.low[id.index()].min(self.low[next.index()]);
                }
                continue;
            }
            self.frames.pop();
            let low = self.low[id.index()];
            if let Some(&(parent, ..)) = self.frames.last() {
                self.low[parent.index()] = self.low[parent.index()].min(low);
            }
            if low == number {
                self.close(id);
            }
        }
    }

    /// Everything opened since `id` is one component.
    fn close(&mut self, id: NodeId) {
        let component = u32::try_from(self.found.ends.len()).unwrap_or(UNSEEN);
        while let Some(member) = self.open.pop() {
            self.found.of[member.index()] = component;
            self.found.members.push(member);
            if member == id {
                break;
            }
        }
        self.found
            .ends
            .push(u32::try_from(self.found.members.len()).unwrap_or(UNSEEN));
    }
}
