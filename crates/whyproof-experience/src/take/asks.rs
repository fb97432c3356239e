//! What a requirement asks for, where it is a sentence of a job and nobody wrote down in which parts of a story it shows:
//! rules by which the sentence is read (`asks/list.rs`), each with the kinds of sentences and the parts that answer it.

mod list;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use whyproof_case::Criterion;
use whyproof_syntax::Role;

use super::english::tokens;
use super::kinds;
use super::pattern::{Elements, Pattern};
use crate::stems::{Word, words};

/// Something that jobs ask for.
#[derive(Debug)]
pub(super) struct Ask {
    /// What it is, in plain words.
    pub(super) says: &'static str,
    /// Patterns of requirements that ask for it.
    pub(super) asked: &'static [&'static str],
    /// Patterns of requirements that do not, whatever else they match.
    pub(super) unless: &'static [&'static str],
    /// What the kinds say whose sentences answer it, the first before the others.
    pub(super) kinds: &'static [&'static str],
    /// Parts of a story whose sentences answer it, whatever their form.
    pub(super) parts: &'static [Role],
    /// Whether its parts answer it only in a story of something that failed.
    pub(super) failed: bool,
}

/// How much a requirement asks for what it names first; what it names next, one less each.
const FIRST: u32 = 5;
/// The least that it asks for what it names.
const LAST: u32 = 3;
/// How much less it asks for what does not answer it first.
const NEXT: u32 = 2;

/// A part of a story that answers a requirement.
#[derive(Debug, Clone)]
pub(super) struct PartAsked {
    pub(super) part: Role,
    /// As of kinds, see [`kinds::asked_by`].
    pub(super) much: u32,
    /// The kinds that answer the same.
    pub(super) kinds: Vec<usize>,
}

/// What a criterion asks for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Kinds of sentences, by their places in the list of all, with how much; most first.
    pub(super) kinds: Vec<(usize, u32)>,
    /// The kinds and parts of each thing that a requirement names, in its order.
    pub(super) named: Vec<(&'static [usize], &'static [Role])>,
    /// What a requirement was read as asking for, in its order.
    pub(super) says: Vec<&'static str>,
    /// Parts whose sentences answer it.
    pub(super) parts: Vec<PartAsked>,
    /// Whether parts answer it only in a story of something that failed.
    pub(super) failed: bool,
    /// Stems of what a requirement says, but for words that say nothing.
    pub(super) stems: BTreeSet<String>,
}

/// An ask, made ready.
struct Ready {
    ask: &'static Ask,
    asked: Vec<Pattern>,
    unless: Vec<Pattern>,
    kinds: Vec<usize>,
}

struct All {
    asks: Vec<Ready>,
    elements: Elements,
}

static ALL: LazyLock<All> = LazyLock::new(|| {
    let mut elements = Elements::default();
    let mut read = |patterns: &'static [&'static str]| -> Vec<Pattern> {
        let read = patterns.iter().map(|pattern| elements.pattern(pattern));
        read.collect()
    };
    let asks = list::ASKS.iter().map(|ask| Ready {
        ask,
        asked: read(ask.asked),
        unless: read(ask.unless),
        kinds: ask
            .kinds
            .iter()
            .filter_map(|says| kinds::place_of(says))
            .collect(),
    });
    let asks = asks.collect();
    All { asks, elements }
});

/// Words of a requirement that are near to nothing, beside those of three letters and fewer.
const EMPTY: &str = "about able also before comfortable could from have into more most over should some than that their \
                     them then they this what when where which while will with without would your";

/// What a criterion asks for: by its own words, and where it names no part of a story, by the rules on requirements.
pub(super) fn of(criterion: &Criterion) -> Asked {
    if !criterion.signals.is_empty() {
        return Asked {
            kinds: kinds::asked_by(criterion, false),
            ..Asked::default()
        };
    }
    let text = criterion
        .from
        .clone()
        .unwrap_or_else(|| format!("{}. {}", criterion.title, criterion.meets));
    let named = named(&text);
    // Where it is known what is asked for, two words that could mean anything are no reason to ask for more.
    let mut by_words = kinds::asked_by(criterion, !named.is_empty());
    let mut asked = Asked {
        failed: named.iter().any(|ready| ready.ask.failed),
        says: named.iter().map(|ready| ready.ask.says).collect(),
        stems: own_words(&text),
        ..Asked::default()
    };
    for (at, ready) in named.iter().enumerate() {
        asked.add(ready, at);
    }
    by_words.retain(|(kind, _)| !asked.kinds.iter().any(|(known, _)| known == kind));
    let known = !named.is_empty();
    let by_words = by_words.into_iter().map(|(kind, much)| {
        let much = if known { kinds::ASKS } else { much };
        (kind, much)
    });
    asked.kinds.extend(by_words);
    asked
}

impl Asked {
    /// Adds what answers the thing that a requirement names at that place. The part in which it shows goes before kinds of
    /// sentences, but for what failed: that is told before what was left undone. The first kind goes before others.
    fn add(&mut self, ready: &'static Ready, at: usize) {
        let later = u32::try_from(at).unwrap_or(u32::MAX);
        let much = FIRST.saturating_sub(later).max(LAST);
        let next = much.saturating_sub(NEXT).max(kinds::ASKS);
        let ask = ready.ask;
        let leads = !ask.parts.is_empty() && !ask.failed;
        for (place, kind) in ready.kinds.iter().enumerate() {
            if !self.kinds.iter().any(|(known, _)| known == kind) {
                let is_first = place == 0 && !leads;
                self.kinds.push((*kind, if is_first { much } else { next }));
            }
        }
        for part in ask.parts {
            if !self.parts.iter().any(|known| known.part == *part) {
                self.parts.push(PartAsked {
                    part: *part,
                    much: if leads { much } else { next },
                    kinds: ready.kinds.clone(),
                });
            }
        }
        self.named.push((&ready.kinds, ask.parts));
    }
}

/// The stems of what a requirement says, but for words that say nothing.
fn own_words(text: &str) -> BTreeSet<String> {
    let says = |word: &Word| {
        let lower = text[word.at.clone()].to_lowercase();
        lower.chars().count() > 3 && !EMPTY.split_ascii_whitespace().any(|empty| empty == lower)
    };
    let own = words(text).into_iter().filter(says);
    own.map(|word| word.stem).collect()
}

/// What a requirement names, in its order.
fn named(text: &str) -> Vec<&'static Ready> {
    let standing = ALL.elements.stand(&tokens(text));
    let found = ALL.asks.iter().filter_map(|ready| {
        if ready.unless.iter().any(|pattern| standing.has(pattern)) {
            return None;
        }
        let ends = ready
            .asked
            .iter()
            .filter_map(|pattern| standing.end(pattern));
        Some((ends.min()?, ready))
    });
    let mut found: Vec<(u32, &Ready)> = found.collect();
    found.sort_by_key(|(end, _)| *end);
    found.into_iter().map(|(_, ready)| ready).collect()
}

#[cfg(test)]
mod on_stories;
#[cfg(test)]
mod tests;
