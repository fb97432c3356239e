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
use crate::stems::words;

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

/// Stems of words that say nothing in a requirement.
static EMPTY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let empty = words(include_str!("../matching/empty.txt"));
    empty.into_iter().map(|word| word.stem).collect()
});

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
        stems: words(&text).into_iter().map(|word| word.stem).collect(),
        ..Asked::default()
    };
    asked.stems.retain(|stem| !EMPTY.contains(stem));
    for (at, ready) in named.iter().enumerate() {
        let later = u32::try_from(at).unwrap_or(u32::MAX);
        let much = FIRST.saturating_sub(later).max(LAST);
        for kind in &ready.kinds {
            if !asked.kinds.iter().any(|(known, _)| known == kind) {
                asked.kinds.push((*kind, much));
            }
        }
        for part in ready.ask.parts {
            if !asked.parts.iter().any(|known| known.part == *part) {
                asked.parts.push(PartAsked {
                    part: *part,
                    much,
                    kinds: ready.kinds.clone(),
                });
            }
        }
    }
    by_words.retain(|(kind, _)| !asked.kinds.iter().any(|(known, _)| known == kind));
    let known = !named.is_empty();
    asked.kinds.extend(by_words.into_iter().map(|(kind, much)| {
        let much = if known { kinds::ASKS } else { much };
        (kind, much)
    }));
    asked
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
