//! Which sentences tell a criterion: read by its cues, by its words, by their kind and by their part, each explained.

use whyproof_case::Criterion;
use whyproof_syntax::Role;

use super::asks::{self, Asked, PartAsked};
use super::english;
use super::kinds::{self, Degree, Seen};
use super::model::{Met, Quote, Reading};
use super::named::{self, Named};
use super::sources::{Sources, role};
use crate::background::{Passage, Spot};
use crate::cue::Cue;
use crate::matching::{Answer, LEAST_ALIKE, Matcher, Meanings};
use crate::resume::Section;
use crate::stems::{Word, words};

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
    /// How many of a requirement's own words it has, where two are as strong.
    near: usize,
    /// Which of the things it answers that a requirement names, by their places.
    answers: Vec<usize>,
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
/// What a thing has that is asked for by its name: more than any sentence.
const NAMED: u32 = 100;
/// What standing in a part has in which the criterion shows.
const PART: u32 = 2;
/// Shares of a criterion's words that a sentence may cover, with what it then has.
const COVERED: [(f64, usize, u32); 3] = [(0.5, 1, 6), (0.4, 1, 4), (0.34, 2, 2)];
/// Fewest words of a line that tells something.
const FEWEST: usize = 4;

/// What of a criterion is held against the person's words: the job's own sentence, else its title and what meets it.
pub(crate) fn asked(criterion: &Criterion) -> String {
    let from = criterion.from.clone();
    from.unwrap_or_else(|| format!("{}. {}", criterion.title, criterion.meets))
}

/// What finds the sentences that a text is near to.
#[derive(Debug)]
pub(super) struct Near<'m> {
    /// By words.
    pub(super) words: Matcher,
    /// By meaning, where there is a model.
    pub(super) meanings: Option<Meanings<'m>>,
}

/// What a sentence has by what it shares with what a criterion says and asks.
#[derive(Debug, Clone, Default)]
struct Shared {
    points: u32,
    /// The words that met.
    met: Vec<Met>,
    /// How near it is in meaning, and the words that are nearest.
    near: Option<(f32, Vec<Met>)>,
}

/// A criterion, made ready to be looked for.
#[derive(Debug)]
pub(super) struct Sought<'c> {
    criterion: &'c Criterion,
    cues: Vec<Cue>,
    signals: Vec<Role>,
    asked: Asked,
    /// The words of a job's own sentence.
    words: Vec<Word>,
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
            asked: asks::of(criterion),
            words: criterion.from.as_deref().map(words).unwrap_or_default(),
        }
    }

    /// The sentences that tell it, strongest first.
    pub(super) fn hits(&self, sources: &Sources<'_>, near: &Near<'_>) -> Vec<Hit> {
        let mut shared = self.shared(sources.passages.len(), near);
        self.by_skill(sources, &mut shared);
        let mut hits: Vec<Hit> = shared
            .into_iter()
            .enumerate()
            .filter_map(|(at, shared)| self.hit(sources, at, shared))
            .collect();
        hits.sort_by(|one, other| {
            other
                .strength
                .cmp(&one.strength)
                .then(other.near.cmp(&one.near))
                .then(one.passage.cmp(&other.passage))
        });
        self.in_turn(hits)
    }

    /// Puts first, for each thing that a requirement names, in its order, what answers it best; then the rest.
    fn in_turn(&self, mut hits: Vec<Hit>) -> Vec<Hit> {
        let mut first: Vec<Hit> = Vec::new();
        for at in 0..self.asked.named.len() {
            if first.iter().any(|hit| hit.answers.contains(&at)) {
                continue;
            }
            if let Some(best) = hits.iter().position(|hit| hit.answers.contains(&at)) {
                first.push(hits.remove(best));
            }
        }
        first.append(&mut hits);
        first
    }

    /// Which of the things that a requirement names a sentence answers that is wholly of these kinds, in this part.
    fn answers(&self, kinds: &[usize], part: Option<Role>) -> Vec<usize> {
        let named = self.asked.named.iter().enumerate();
        let answers = named.filter(|(_, (of, parts))| {
            kinds.iter().any(|kind| of.contains(kind))
                || part.is_some_and(|part| parts.contains(&part))
        });
        answers.map(|(at, _)| at).collect()
    }

    /// What each passage shares with what the criterion says and asks.
    fn shared(&self, passages: usize, near: &Near<'_>) -> Vec<Shared> {
        let mut shared = vec![Shared::default(); passages];
        let criterion = self.criterion;
        let whole = asked(criterion);
        let texts = [&whole, &criterion.raises]
            .into_iter()
            .chain(&criterion.questions);
        let least = COVERED[COVERED.len() - 1].0;
        // Words alone are enough only where the criterion gives nothing better, as a sentence of a job does.
        let better =
            criterion.from.is_none() && !(self.cues.is_empty() && self.asked.kinds.is_empty());
        let most = if better {
            COVERED[COVERED.len() - 1].2
        } else {
            TELLS
        };
        for text in texts.filter(|text| !text.trim().is_empty()) {
            for answer in near.words.answers_at(text, least) {
                if let Some(shared) = shared.get_mut(answer.item) {
                    shared.by_words(answer, most);
                }
            }
            let meanings = near.meanings.iter();
            for answer in meanings.flat_map(|near| near.answers_at(text, LEAST_ALIKE)) {
                if let Some(shared) = shared.get_mut(answer.item) {
                    shared.by_meaning(answer, most);
                }
            }
        }
        shared
    }

    fn hit(&self, sources: &Sources<'_>, at: usize, shared: Shared) -> Option<Hit> {
        let passage = &sources.passages[at];
        let seen = &sources.seen[at];
        if let Spot::Named(kind) = passage.spot {
            return self.named(sources, at, kind);
        }
        if sources.hollow[at] || tells_nothing(passage, seen) {
            return None;
        }
        let words = self.by_words(&shared, seen);
        let part = role(passage);
        // What was not done in a story that went well, and what was learned from it, is no failure.
        let is_aside = matches!(part, Some(Role::DidNotDo | Role::WhatILearned));
        if self.asked.failed && is_aside && !sources.is_of_failure(at) {
            return None;
        }
        let signalled = part.filter(|part| self.signals.contains(part));
        let placed = self.placed(sources, at, part);
        let formed = self.formed(seen);
        let (cued, cues) = self.cued(&passage.words, seen, part);
        let told = cued
            + if part == Some(Role::WhatILearned) && signalled.is_none() {
                0
            } else {
                words
            };
        let by_place = placed.map_or(0, |asked| FULL + above(asked.much));
        // Where it is only guessed what a job asks for, a form alone is no reason.
        let is_no_reason = self.is_guess() && words + cued == 0;
        let by_form = if is_no_reason { 0 } else { formed.points }.max(by_place);
        // Of a requirement, two reasons are enough: nearly the kind, and its words.
        let is_twice = self.is_read() && formed.points > 0 && words > 0;
        let by_itself = if is_solid(seen) || placed.is_some() || is_twice {
            by_form + told
        } else {
            (by_form + told).min(TELLS - PART - 1)
        };
        // A sentence of a part that was asked for, which is of the kind that was asked for, has both.
        let is_both = signalled.is_some() || (placed.is_some() && !formed.kinds.is_empty());
        let strength = by_itself + if is_both { PART } else { 0 };
        if strength < TELLS || by_itself == 0 {
            return None;
        }
        let mut readings: Vec<Reading> = formed.readings;
        readings.extend(shared.readings(cues));
        let named = signalled.or(placed.map(|asked| asked.part));
        readings.extend(named.map(|part| Reading::Part(part.title().to_owned())));
        let kept = u32::from(!passage.evidence.is_empty()) * 2
            + u32::try_from(formed.kinds.len().min(3)).unwrap_or(3)
            + u32::from(placed.is_some() && has_reason(&passage.words));
        let answers = self.answers(&formed.kinds, placed.map(|asked| asked.part));
        let mut kinds = formed.kinds;
        kinds.extend(placed.into_iter().flat_map(|asked| &asked.kinds));
        let own = &self.asked.stems;
        let near = own
            .iter()
            .filter(|stem| seen.stems.iter().any(|word| word.stem == **stem));
        Some(Hit {
            passage: at,
            quote: sources.quote(at, readings),
            kinds,
            strength: strength + kept,
            near: near.count(),
            answers,
        })
    }

    /// A line that has the name of a skill which the résumé names and a requirement asks for tells it.
    fn by_skill(&self, sources: &Sources<'_>, shared: &mut [Shared]) {
        let Some(requirement) = self.criterion.from.as_deref() else {
            return;
        };
        let skills = sources
            .passages
            .iter()
            .filter_map(|passage| match passage.spot {
                Spot::Named(kind @ Named::Skill) => {
                    named::met(kind, &passage.words, requirement, &self.words)
                }
                _ => None,
            });
        let skills: Vec<Met> = skills.collect();
        for (passage, shared) in sources.passages.iter().zip(shared) {
            let is_line = matches!(passage.spot, Spot::Line(id) if id.section != Section::Skills);
            let mut skills = skills.iter();
            let Some(skill) =
                skills.find(|skill| is_line && named::is_named_in(&skill.found, &passage.words))
            else {
                continue;
            };
            if shared.points < TELLS {
                shared.points = TELLS;
                shared.met = vec![skill.clone()];
            }
        }
    }

    /// What a sentence has by words that it shares. Where it is known what a requirement asks for, that it names people,
    /// too, is no reason: to serve students is not to ask them.
    fn by_words(&self, shared: &Shared, seen: &Seen) -> u32 {
        let asks_for = |of: usize| self.asked.kinds.iter().any(|(kind, _)| *kind == of);
        let is_near = seen.kinds.iter().any(|(of, _)| asks_for(*of));
        let names_people =
            |met: &Met| english::is_people(&met.wanted) || english::is_people(&met.found);
        let only_people = || shared.met.iter().all(names_people);
        let is_empty = self.is_read() && !is_near && shared.near.is_none() && only_people();
        if is_empty { 0 } else { shared.points }
    }

    /// What the résumé names answers what a job asks for by that name.
    fn named(&self, sources: &Sources<'_>, at: usize, kind: Named) -> Option<Hit> {
        let requirement = self.criterion.from.as_deref()?;
        let met = named::met(kind, &sources.passages[at].words, requirement, &self.words)?;
        Some(Hit {
            passage: at,
            quote: sources.quote(at, vec![Reading::Words(vec![met])]),
            kinds: Vec::new(),
            // Nothing answers *PRINCE2* better than the certificate; a job's title tells less than what was done in it.
            strength: if kind == Named::Job { TELLS } else { NAMED },
            near: 0,
            answers: Vec::new(),
        })
    }

    /// What a sentence has by the kinds that the criterion asks for.
    fn formed(&self, seen: &Seen) -> Formed {
        let mut formed = Formed::default();
        let mut readings = Vec::new();
        for (kind, degree) in &seen.kinds {
            let mut asked = self.asked.kinds.iter();
            let Some((_, much)) = asked.find(|(asked, _)| asked == kind) else {
                continue;
            };
            let points = match degree {
                Degree::Full => FULL + above(*much),
                // What a requirement asks for first is no second reason.
                Degree::Bare if self.is_read() => BARE,
                Degree::Bare => BARE + above(*much),
            };
            formed.points = formed.points.max(points);
            if *degree == Degree::Full {
                formed.kinds.push(*kind);
            }
            readings.extend(
                kinds::kind(*kind)
                    .map(|kind| (*degree, *much, Reading::Kind(kind.says.to_owned()))),
            );
        }
        readings.sort_by_key(|one| std::cmp::Reverse((one.0, one.1)));
        let first = readings.into_iter().take(2);
        formed.readings = first.map(|(.., reading)| reading).collect();
        formed
    }

    /// What the criterion asks for of the part that a sentence stands in, where its sentences answer it.
    fn placed(&self, sources: &Sources<'_>, at: usize, part: Option<Role>) -> Option<&PartAsked> {
        if self.asked.failed && !sources.is_of_failure(at) {
            return None;
        }
        let mut asked = self.asked.parts.iter();
        asked.find(|asked| Some(asked.part) == part)
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
        self.asked.kinds.iter().map(|(kind, _)| *kind)
    }

    /// Whether it is a requirement of which a rule says what it asks for.
    fn is_read(&self) -> bool {
        !self.asked.says.is_empty()
    }

    /// Whether it is a requirement of which no rule says what it asks for: that is guessed from its words.
    pub(super) fn is_guess(&self) -> bool {
        self.criterion.from.is_some() && !self.is_read()
    }

    /// What a requirement was read as asking for, in plain words.
    pub(super) fn says(&self) -> &[&'static str] {
        &self.asked.says
    }

    /// The parts of a story in which the criterion shows.
    pub(super) fn parts(&self) -> impl Iterator<Item = Role> {
        let asked = self.asked.parts.iter().map(|asked| asked.part);
        self.signals.iter().copied().chain(asked)
    }
}

impl Shared {
    fn by_words(&mut self, answer: Answer, most: u32) {
        let enough = COVERED
            .iter()
            .find(|(share, met, _)| answer.covered >= *share && answer.met.len() >= *met);
        let points = enough.map_or(0, |(.., points)| *points).min(most);
        if points > self.points || (points == self.points && points > 0 && self.met.is_empty()) {
            self.points = points;
            self.met = answer.met;
        }
    }

    /// Why it was found: by words, those of cues first, and by meaning.
    fn readings(self, cues: Vec<Met>) -> impl Iterator<Item = Reading> {
        let met = join(cues, self.met);
        let words = (!met.is_empty()).then_some(Reading::Words(met));
        let near = self.near;
        words
            .into_iter()
            .chain(near.map(|(near, met)| Reading::Meaning { near, met }))
    }

    /// What is near in meaning tells as much as what shares half of the words.
    fn by_meaning(&mut self, answer: Answer, most: u32) {
        self.points = self.points.max(most);
        if self
            .near
            .as_ref()
            .is_none_or(|(near, _)| answer.score > *near)
        {
            self.near = Some((answer.score, answer.met));
        }
    }
}

/// What a sentence has by its kinds.
#[derive(Default)]
struct Formed {
    points: u32,
    /// Of which kinds it wholly is.
    kinds: Vec<usize>,
    /// The two that speak most for it.
    readings: Vec<Reading>,
}

/// What a kind or a part has beside, by how much a criterion asks for it.
fn above(much: u32) -> u32 {
    much.saturating_sub(kinds::ASKS).min(3)
}

/// Whether a sentence is too short, or a line says what somebody knows, who they are or what they were taught, and nothing
/// that they did.
fn tells_nothing(passage: &Passage, seen: &Seen) -> bool {
    let section = match passage.spot {
        Spot::Line(id) => Some(id.section),
        Spot::Story { .. } | Spot::Named(_) => None,
    };
    let is_of_a_kind = seen.kinds.iter().any(|(_, degree)| *degree == Degree::Full);
    let is_label = match section {
        Some(Section::Skills) => true,
        Some(Section::Basics | Section::Education) => !is_of_a_kind,
        _ => false,
    };
    is_label || seen.tokens.len() < FEWEST
}

/// Whether a sentence says why.
fn has_reason(sentence: &str) -> bool {
    let why = [": ", " because ", " since ", " so that ", " would have "];
    why.iter().any(|why| sentence.contains(why))
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
    // A number alone tells nobody why.
    let says = |one: &Met| one.found.contains(char::is_alphabetic);
    for one in words.into_iter().filter(says) {
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
