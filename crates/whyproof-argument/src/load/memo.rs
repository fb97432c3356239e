use super::worlds::Pairs;
use crate::node::NodeId;

const NONE: u32 = u32::MAX;

/// Counts by statement and pair of values: a short list for each statement.
pub(super) struct Memo {
    first: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    next: u32,
    pairs: Pairs,
    count: u32,
}

impl Memo {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            first: vec![NONE; nodes],
            entries: Vec::with_capacity(nodes),
        }
    }

    pub(super) fn get(&self, id: NodeId, pairs: Pairs) -> Option<u32> {
        let mut place = self.first[id.index()];
        while let Some(entry) = self.entries.get(place as usize) {
            if entry.pairs == pairs {
                return Some(entry.count);
            }
            place = entry.next;
        }
        None
    }

    pub(super) fn put(&mut self, id: NodeId, pairs: Pairs, count: u32) {
        let first = &mut self.first[id.index()];
        self.entries.push(Entry {
            next: *first,
            pairs,
            count,
        });
        *first = u32::try_from(self.entries.len() - 1).unwrap_or(NONE);
    }
}
