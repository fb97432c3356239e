//! The smallest cover of a set by others: exact within a bound of work, else greedy and then pruned.

/// How many steps the exact search may take.
const WORK: usize = 2_000_000;

/// Which things a candidate covers, a bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cover {
    bits: Vec<u64>,
}

impl Cover {
    /// Of these, out of `count`.
    pub(super) fn of(count: usize, covered: impl IntoIterator<Item = usize>) -> Cover {
        let mut bits = vec![0; count.div_ceil(64)];
        for at in covered {
            bits[at / 64] |= 1 << (at % 64);
        }
        Cover { bits }
    }

    fn has(&self, at: usize) -> bool {
        self.bits[at / 64] >> (at % 64) & 1 == 1
    }

    fn add(&mut self, other: &Cover) {
        for (one, other) in self.bits.iter_mut().zip(&other.bits) {
            *one |= other;
        }
    }

    /// How many of `other` are not here yet.
    fn gains(&self, other: &Cover) -> u32 {
        let new = self
            .bits
            .iter()
            .zip(&other.bits)
            .map(|(one, other)| other & !one);
        new.map(u64::count_ones).sum()
    }

    fn count(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }
}

/// The smallest set of candidates that covers all `count` things, in their order. Of several of one size the first in the
/// order of candidates, compared as words are by letters. Every thing is covered by some candidate.
pub(super) fn smallest(candidates: &[Cover], count: usize) -> Vec<usize> {
    let greedy = pruned(candidates, count, greedy(candidates, count));
    for size in 0..greedy.len() {
        let mut search = Search {
            candidates,
            count,
            after: after(candidates, count),
            work: WORK,
        };
        match search.of_size(size) {
            Found::Set(set) => return set,
            Found::None => {}
            Found::TooMuchWork => return greedy,
        }
    }
    // No smaller one: the first of its size.
    let mut search = Search {
        candidates,
        count,
        after: after(candidates, count),
        work: WORK,
    };
    match search.of_size(greedy.len()) {
        Found::Set(set) => set,
        Found::None | Found::TooMuchWork => greedy,
    }
}

enum Found {
    Set(Vec<usize>),
    None,
    TooMuchWork,
}

struct Search<'c> {
    candidates: &'c [Cover],
    count: usize,
    /// What the candidates from a place on cover together, and the most that one of them covers.
    after: Vec<(Cover, u32)>,
    work: usize,
}

/// For each place, what the candidates from there on cover together, and the most that one of them does.
fn after(candidates: &[Cover], count: usize) -> Vec<(Cover, u32)> {
    let mut after = vec![(Cover::of(count, []), 0)];
    for candidate in candidates.iter().rev() {
        let (mut all, most) = after[after.len() - 1].clone();
        all.add(candidate);
        after.push((all, most.max(candidate.count())));
    }
    after.reverse();
    after
}

impl Search<'_> {
    /// The first set of a size that covers all, by depth first over the order, without recursion.
    fn of_size(&mut self, size: usize) -> Found {
        let mut set: Vec<usize> = Vec::new();
        let mut covered = vec![Cover::of(self.count, [])];
        let mut next = 0;
        loop {
            let here = &covered[covered.len() - 1];
            if set.len() == size {
                if here.count() as usize == self.count {
                    return Found::Set(set);
                }
            } else if next < self.candidates.len() && self.can_do(here, next, size - set.len()) {
                if self.work == 0 {
                    return Found::TooMuchWork;
                }
                self.work -= 1;
                let mut more = here.clone();
                more.add(&self.candidates[next]);
                covered.push(more);
                set.push(next);
                next += 1;
                continue;
            }
            let Some(last) = set.pop() else {
                return Found::None;
            };
            covered.pop();
            next = last + 1;
        }
    }

    /// Whether so many of the candidates from a place on could cover what is not covered yet.
    fn can_do(&self, covered: &Cover, from: usize, left: usize) -> bool {
        let (all, most) = &self.after[from];
        let missing = self.count as u32 - covered.count();
        let reach = covered.gains(all);
        reach == missing && u64::from(*most) * left as u64 >= u64::from(missing)
    }
}

/// Always the one that covers most of what is left; the earlier of equals.
fn greedy(candidates: &[Cover], count: usize) -> Vec<usize> {
    let mut set = Vec::new();
    let mut covered = Cover::of(count, []);
    while (covered.count() as usize) < count {
        let gains = candidates
            .iter()
            .map(|candidate| covered.gains(candidate))
            .enumerate();
        let best = gains.fold(
            (0, 0),
            |best, (at, gain)| if gain > best.1 { (at, gain) } else { best },
        );
        if best.1 == 0 {
            break;
        }
        covered.add(&candidates[best.0]);
        set.push(best.0);
    }
    set.sort_unstable();
    set
}

/// Without those that the others make needless, the last in order first.
fn pruned(candidates: &[Cover], count: usize, mut set: Vec<usize>) -> Vec<usize> {
    for at in (0..set.len()).rev() {
        let mut others = Cover::of(count, []);
        for (other, candidate) in set.iter().enumerate() {
            if other != at {
                others.add(&candidates[*candidate]);
            }
        }
        if (0..count).all(|thing| others.has(thing)) {
            set.remove(at);
        }
    }
    set
}
