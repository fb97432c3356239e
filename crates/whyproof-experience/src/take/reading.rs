//! Which sentences tell a criterion: read by its cues, by its words, by their kind and by their part, each explained.

use whyproof_case::Criterion;
use whyproof_syntax::Role;

use super::kinds::{self, Degree, Seen};
use super::model::{Met, Quote, Reading};
use super::sources::{Sources, role};
use crate::background::Spot;
use crate::cue::Cue;
use crate::matching::Matcher;
use crate::resume::Section;

/// A sentence that tells a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its place in [`Read::passages`].
    pub passage: usize,
    /// The sentence, and why it was read so.
    pub quote: Quote,
    /// Of which kinds it is that the criterion asks for, wholly.
    pub(super) kinds: Vec<usize>,
    /// By what it goes before others; it means nothing else.
    pub(super) strength: u32,
}

/// From how much on a sentence is read as telling a criterion.
const TELLS: u32 = 6;
/// What a sentence has that is wholly of a kind that the criterion asks for.
const FULL: u32 = 6;
/// What one has that is nearly.
const BARE: u32 = 4;
/// What a cue of several words has.
const PHRASE: u32 = 3;
/// What a cue of one word has.
const WORD: u32 = 2;
/// What standing in a part has in which the criterion shows.
const PART: u32 = 2;
/// Shares of a criterion's words that a sentence may cover, with what it then has.
const COVERED: [(f64, usize, u32); 3] = [(0.5, 1, 6), (0.4, 1, 4), (0.34, 2, 2)];
/// Fewest words of a line that tells something.
const FEWEST: usize = 4;

/// A criterion, made ready to be looked for.
#[derive(Debug)]
pub(super) struct Sought<'c> {
    criterion: &'c Criterion,
    cues: Vec<Cue>,
    signals: Vec<Role>,
    asked: Vec<(usize, u32)>,
}

impl<'c> Sought<'c> {
    pub(super) fn new(criterion: &'c Criterion) -> Sought<'c> {
        Sought {
            criterion,
            cues: criterion.cues.iter().map(|cue| Cue::new(cue)).collect(),
            signals: criterion
                .signals
                .iter()
                .filter_map(|heading| Role::of(heading))
                .collect(),
            asked: kinds::asked_by(criterion),
        }
    }

    /// The sentences that tell it, strongest first.
    pub(super) fn hits(&self, sources: &Sources<'_>, matcher: &Matcher) -> Vec<Hit> {
        let shared = self.shared(sources.passages.len(), matcher);
        let mut hits: Vec<Hit> = shared
            .into_iter()
            .enumerate()
            .filter_map(|(at, (points, met))| self.hit(sources, at, points, met))
            .collect();
        hits.sort_by(|one, other| {
            other
                .strength
                .cmp(&one.strength)
                .then(one.passage.cmp(&other.passage))
        });
        hits
    }

    /// What each passage has by the words that it shares with what the criterion says and asks.
    fn shared(&self, passages: usize, matcher: &Matcher) -> Vec<(u32, Vec<Met>)> {
        let mut shared = vec![(0, Vec::new()); passages];
        let criterion = self.criterion;
        let whole = criterion
            .from
            .clone()
            .unwrap_or_else(|| format!("{}. {}", criterion.title, criterion.meets));
        let texts = [&whole, &criterion.raises]
            .into_iter()
            .chain(&criterion.questions);
        let least = COVERED[COVERED.len() - 1].0;
        // Words alone are enough only where the criterion gives nothing better, as a sentence of a job does.
        let better = criterion.from.is_none() && !(self.cues.is_empty() && self.asked.is_empty());
        let most = if better {
            COVERED[COVERED.len() - 1].2
        } else {
            TELLS
        };
        for text in texts.filter(|text| !text.trim().is_empty()) {
            for answer in matcher.answers_at(text, least) {
                let enough = COVERED
                    .iter()
                    .find(|(share, met, _)| answer.covered >= *share && answer.met.len() >= *met);
                let Some((points, (known, met))) = enough
                    .map(|(.., points)| *points)
                    .zip(shared.get_mut(answer.item))
                else {
                    continue;
                };
                let points = points.min(most);
                if points > *known {
                    *known = points;
                    *met = answer.met;
                }
            }
        }
        shared
    }

    fn hit(&self, sources: &Sources<'_>, at: usize, words: u32, met: Vec<Met>) -> Option<Hit> {
        let passage = &sources.passages[at];
        let seen = &sources.seen[at];
        let skill = matches!(passage.spot, Spot::Line(id) if id.section == Section::Skills);
        if seen.tokens.len() < FEWEST || skill || sources.hollow[at] {
            return None;
        }
        let part = role(passage);
        let signalled = part.filter(|part| self.signals.contains(part));
        let mut kinds = Vec::new();
        let mut by_kind = Vec::new();
        let mut formed = 0;
        for (kind, degree) in &seen.kinds {
            let Some((_, much)) = self.asked.iter().find(|(asked, _)| asked == kind) else {
                continue;
            };
            let points = if *degree == Degree::Full { FULL } else { BARE };
            formed = formed.max(points + (much - kinds::ASKS).min(3));
            if *degree == Degree::Full {
                kinds.push(*kind);
            }
            by_kind.extend(
                kinds::kind(*kind)
                    .map(|kind| (*degree, *much, Reading::Kind(kind.says.to_owned()))),
            );
        }
        let (cued, cues) = self.cued(&passage.words, seen, part);
        let told = cued
            + if part == Some(Role::WhatILearned) && signalled.is_none() {
                0
            } else {
                words
            };
        let by_itself = if is_solid(seen) {
            formed + told
        } else {
            (formed + told).min(TELLS - PART - 1)
        };
        let strength = by_itself + if signalled.is_some() { PART } else { 0 };
        if strength < TELLS || by_itself == 0 {
            return None;
        }
        let met = join(cues, met);
        by_kind.sort_by_key(|one| std::cmp::Reverse((one.0, one.1)));
        let mut readings: Vec<Reading> = by_kind
            .into_iter()
            .take(2)
            .map(|(.., reading)| reading)
            .collect();
        readings.extend((!met.is_empty()).then_some(Reading::Words(met)));
        readings.extend(signalled.map(|part| Reading::Part(part.title().to_owned())));
        let kept = u32::from(!passage.evidence.is_empty()) * 2
            + u32::try_from(kinds.len().min(3)).unwrap_or(3);
        Some(Hit {
            passage: at,
            quote: sources.quote(at, readings),
            kinds,
            strength: strength + kept,
        })
    }

    /// What a sentence has by the cues of the criterion.
    fn cued(&self, sentence: &str, seen: &Seen, part: Option<Role>) -> (u32, Vec<Met>) {
        let maxim = part == Some(Role::WhatILearned) && !self.signals.contains(&Role::WhatILearned);
        if maxim || part == Some(Role::DidNotDo) {
            return (0, Vec::new());
        }
        let stems = seen.stems.as_slice();
        let found: Vec<&Cue> = self.cues.iter().filter(|cue| cue.is_in(stems)).collect();
        let points = found
            .iter()
            .map(|cue| if cue.is_phrase() { PHRASE } else { WORD })
            .sum();
        let met = found.iter().filter_map(|cue| {
            let found = cue.place_in(stems)?;
            let found = sentence.get(found)?.to_owned();
            Some(Met {
                wanted: cue.words.clone(),
                found,
            })
        });
        (points, met.collect())
    }

    /// The kinds that the criterion asks for, most first.
    pub(super) fn asked(&self) -> impl Iterator<Item = usize> {
        self.asked.iter().map(|(kind, _)| *kind)
    }
}

/// Whether a sentence has something to hold on to: an amount, a name, or a form that tells of something done.
fn is_solid(seen: &Seen) -> bool {
    seen.has_amount()
        || seen.tokens.iter().any(|token| token.named)
        || seen.kinds.iter().any(|(_, degree)| *degree == Degree::Full)
}

/// Cues first, then words that no cue has.
fn join(cues: Vec<Met>, words: Vec<Met>) -> Vec<Met> {
    let mut met = cues;
    for one in words {
        let known = met.iter().any(|known| {
            known
                .found
                .to_lowercase()
                .contains(&one.found.to_lowercase())
        });
        if !known {
            met.push(one);
        }
    }
    met
}
