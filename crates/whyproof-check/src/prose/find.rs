//! Finding every listed word and phrase in one pass.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input};

use super::lists::{LISTS, List};

/// A word or phrase of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The list.
    pub(crate) list: List,
    /// First byte in the block's words.
    pub(crate) start: u32,
    /// Byte after the last.
    pub(crate) end: u32,
}

struct Finder {
    automaton: AhoCorasick,
    /// The list of each pattern.
    lists: Vec<List>,
}

/// Made once; none only where the lists were too many to build from, which a test rules out.
static FINDER: LazyLock<Option<Finder>> = LazyLock::new(|| {
    let patterns = || LISTS.iter().flat_map(|(_, words)| words.iter());
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .build(patterns())
        .ok()?;
    let lists = LISTS
        .iter()
        .flat_map(|(list, words)| words.iter().map(|_| *list))
        .collect();
    Some(Finder { automaton, lists })
});

/// Appends the hits in `lower`, in order of their start; of two hits of one list, one within the other, the longer.
pub(super) fn read(lower: &str, into: &mut Vec<Hit>) {
    let Some(finder) = &*FINDER else { return };
    let bytes = lower.as_bytes();
    let from = into.len();
    let found = finder.automaton.find_overlapping_iter(Input::new(lower));
    for one in found {
        let (start, end) = (one.start(), one.end());
        if !is_whole(bytes, start, end) {
            continue;
        }
        into.push(Hit {
            list: finder.lists[one.pattern().as_usize()],
            start: start as u32,
            end: end as u32,
        });
    }
    let found = &mut into[from..];
    found.sort_unstable_by_key(|hit| (hit.list, hit.start, std::cmp::Reverse(hit.end)));
    drop_inner(into, from);
    into[from..].sort_unstable_by_key(|hit| (hit.start, hit.list));
}

/// Drops each hit that lies within the one kept before it, of the same list.
fn drop_inner(hits: &mut Vec<Hit>, from: usize) {
    let mut kept = from;
    for at in from..hits.len() {
        let hit = hits[at];
        let inner = kept > from && {
            let before = hits[kept - 1];
            before.list == hit.list && hit.end <= before.end
        };
        if !inner {
            hits[kept] = hit;
            kept += 1;
        }
    }
    hits.truncate(kept);
}

/// Whether neither side of `start..end` goes on with a letter or a digit.
fn is_whole(bytes: &[u8], start: usize, end: usize) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0xc3;
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let after = bytes.get(end);
    let first = bytes.get(start).copied().unwrap_or(b' ');
    let last = end
        .checked_sub(1)
        .and_then(|at| bytes.get(at))
        .copied()
        .unwrap_or(b' ');
    (!part(first) || !before.is_some_and(|&byte| part(byte)))
        && (!part(last) || !after.is_some_and(|&byte| part(byte) && byte != 0xe2))
}
