//! Which of the old is which of the new: each is used once.

use rustc_hash::FxHashMap;

/// Pairs of an old and a new thing, by index.
#[derive(Debug, Clone, Default)]
pub(super) struct Pairs {
    new_of: Vec<Option<u32>>,
    old_of: Vec<Option<u32>>,
}

impl Pairs {
    /// No pairs yet of so many old and new things.
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self {
            new_of: vec![None; old],
            old_of: vec![None; new],
        }
    }

    /// Pairs the two, where neither has its like; whether they are paired now.
    pub(super) fn pair(&mut self, old: u32, new: u32) -> bool {
        let free = self.is_free_old(old) && self.is_free_new(new);
        if free {
            self.new_of[old as usize] = Some(new);
            self.old_of[new as usize] = Some(old);
        }
        free
    }

    /// What the old one is now.
    pub(super) fn new_of(&self, old: u32) -> Option<u32> {
        self.new_of.get(old as usize).copied().flatten()
    }

    /// Whether the old one is there and has no like.
    pub(super) fn is_free_old(&self, old: u32) -> bool {
        self.new_of.get(old as usize) == Some(&None)
    }

    /// Whether the new one is there and has no like.
    pub(super) fn is_free_new(&self, new: u32) -> bool {
        self.old_of.get(new as usize) == Some(&None)
    }

    /// The pairs, in the order of the new.
    pub(super) fn kept(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let new = self.old_of.iter().enumerate();
        new.filter_map(|(new, old)| Some(((*old)?, new as u32)))
    }

    /// What is only in the old, in order.
    pub(super) fn dropped(&self) -> impl Iterator<Item = u32> + '_ {
        free(&self.new_of)
    }

    /// What is only in the new, in order.
    pub(super) fn added(&self) -> impl Iterator<Item = u32> + '_ {
        free(&self.old_of)
    }

    /// Pairs what is left and has the same key, in order; things without a key are left.
    pub(super) fn by_key<'k>(
        &mut self,
        old: impl Fn(u32) -> Option<&'k str>,
        new: impl Fn(u32) -> Option<&'k str>,
    ) {
        let mut by: FxHashMap<&str, std::collections::VecDeque<u32>> = FxHashMap::default();
        for at in self.added().collect::<Vec<_>>() {
            if let Some(key) = new(at) {
                by.entry(key).or_default().push_back(at);
            }
        }
        for at in self.dropped().collect::<Vec<_>>() {
            let places = old(at).and_then(|key| by.get_mut(key));
            if let Some(new) = places.and_then(std::collections::VecDeque::pop_front) {
                self.pair(at, new);
            }
        }
    }
}

fn free(paired: &[Option<u32>]) -> impl Iterator<Item = u32> + '_ {
    let all = paired.iter().enumerate();
    all.filter(|(_, like)| like.is_none())
        .map(|(at, _)| at as u32)
}
