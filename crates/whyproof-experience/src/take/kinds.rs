//! Kinds of sentences: what a sentence tells by its form, whatever it is about. Each kind says which criteria it speaks
//! for by concepts, that are looked for in the criterion's own words: so it serves bars that users write as well.

mod leading;
mod making;
mod numbers;
mod owning;
mod people;
mod thinking;
mod will;

pub(super) use owning::{FAILED, FAULT};
pub(super) use will::STOPPED;

use std::sync::LazyLock;

use whyproof_case::Criterion;
use whyproof_syntax::Role;

use super::english::{Amount, Token, tokens};
use super::pattern::{Elements, Pattern, Standing};
use crate::cue::Cue;
use crate::stems::{Word, words};

/// A kind of sentence.
#[derive(Debug)]
pub(super) struct Kind {
    /// What such a sentence is or has, in plain words.
    pub(super) says: &'static str,
    /// What is missing where there is none, as a sentence.
    pub(super) lacks: &'static str,
    /// What the person could do or write down, as a sentence.
    pub(super) mend: &'static str,
    /// Concepts of which one is enough for a criterion to ask for such sentences.
    pub(super) sure: &'static [&'static str],
    /// Concepts of which it takes two.
    pub(super) apt: &'static [&'static str],
    /// Patterns of sentences that are of this kind.
    pub(super) full: &'static [&'static str],
    /// Patterns of sentences that are nearly of this kind: something that would carry it is missing.
    pub(super) bare: &'static [&'static str],
    /// Patterns of sentences that are not, whatever else they match.
    pub(super) unless: &'static [&'static str],
    /// Patterns of the sentence before; where one matches, `then` makes the kind.
    pub(super) after: &'static [&'static str],
    /// Patterns that make the kind after such a sentence.
    pub(super) then: &'static [&'static str],
    /// Parts of a story in which nearly is enough.
    pub(super) parts: &'static [Role],
}

impl Kind {
    /// Whether what is missing without it is missing of everything that was read, and not of some sentences.
    pub(super) fn is_of_the_whole(&self) -> bool {
        let of_sentences = ["No number", "No amount", "No comparison", "What came of it"];
        !of_sentences
            .iter()
            .any(|begins| self.lacks.starts_with(begins))
    }
}

/// What a kind has where nothing is said.
const BASE: Kind = Kind {
    says: "",
    lacks: "",
    mend: "",
    sure: &[],
    apt: &[],
    full: &[],
    bare: &[],
    unless: &[],
    after: &[],
    then: &[],
    parts: &[],
};

/// Patterns of sentences that tell a result, with a number or without.
const RESULT: &[&str] = &[
    "increased|improved|reduced|grew|cut|raised|boosted|lowered|doubled|accelerated|streamlined|optimised|optimized",
    "strengthened|enhanced|saved|sped|shortened|expanded|exceeded|maximised|maximized|minimised|minimized",
    "fell|rose|dropped|declined ..2 significantly|considerably|strongly|sharply",
    "better|faster|fewer|higher|lower ..3 than",
    "drove|achieved|delivered ..3 growth|results|success|impact|savings",
    "positive feedback|response",
];

/// How much of a kind a sentence has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Degree {
    /// Nearly.
    Bare,
    /// All of it.
    Full,
}

/// A kind, made ready.
struct Ready {
    kind: &'static Kind,
    sure: Vec<Cue>,
    apt: Vec<Cue>,
    full: Vec<Pattern>,
    bare: Vec<Pattern>,
    unless: Vec<Pattern>,
    after: Vec<Pattern>,
    then: Vec<Pattern>,
}

/// All kinds, the marks of remarks, and the elements of their patterns.
struct All {
    kinds: Vec<Ready>,
    /// Of sentences that tell a result.
    result: Vec<Pattern>,
    elements: Elements,
}

static ALL: LazyLock<All> = LazyLock::new(|| {
    let families = [
        people::KINDS,
        numbers::KINDS,
        thinking::KINDS,
        will::KINDS,
        making::KINDS,
        owning::KINDS,
        leading::KINDS,
    ];
    let mut elements = Elements::default();
    let mut read = |patterns: &'static [&'static str]| -> Vec<Pattern> {
        patterns
            .iter()
            .map(|pattern| elements.pattern(pattern))
            .collect()
    };
    let kinds = families.into_iter().flatten().map(|kind| Ready {
        kind,
        sure: kind.sure.iter().map(|concept| Cue::new(concept)).collect(),
        apt: kind.apt.iter().map(|concept| Cue::new(concept)).collect(),
        full: read(kind.full),
        bare: read(kind.bare),
        unless: read(kind.unless),
        after: read(kind.after),
        then: read(kind.then),
    });
    let kinds = kinds.collect();
    let result = read(RESULT);
    All {
        kinds,
        result,
        elements,
    }
});

/// The kind of that place in the list of all.
pub(super) fn kind(at: usize) -> Option<&'static Kind> {
    ALL.kinds.get(at).map(|ready| ready.kind)
}

/// The place of the kind that says so in the list of all.
pub(super) fn place_of(says: &str) -> Option<usize> {
    ALL.kinds.iter().position(|ready| ready.kind.says == says)
}

/// A sentence, and what it is by its form.
#[derive(Debug)]
pub(super) struct Seen {
    /// Its words.
    pub(super) tokens: Vec<Token>,
    /// All of them by their stems, as cues are looked for.
    pub(super) stems: Vec<Word>,
    standing: Standing,
    /// The kinds that it is of, by their places in the list of all.
    pub(super) kinds: Vec<(usize, Degree)>,
}

impl Seen {
    /// Whether it tells a result, with a number or without.
    pub(super) fn tells_result(&self) -> bool {
        ALL.result.iter().any(|pattern| self.standing.has(pattern))
    }

    /// Whether it has an amount.
    pub(super) fn has_amount(&self) -> bool {
        self.tokens.iter().any(|token| token.amount != Amount::None)
    }

    /// Whether it tells of something that failed, or was wrong, or was stopped.
    pub(super) fn tells_failure(&self) -> bool {
        [FAULT, FAILED, STOPPED]
            .iter()
            .any(|says| self.is_wholly(says))
    }

    /// Whether it is wholly of a kind that says so.
    pub(super) fn is_wholly(&self, says: &str) -> bool {
        let mut full = self
            .kinds
            .iter()
            .filter(|(_, degree)| *degree == Degree::Full);
        full.any(|(at, _)| kind(*at).is_some_and(|kind| kind.says == says))
    }
}

/// Looks at a sentence. `before` is the one before it in the same paragraph or list of a story, `role` the part that it
/// stands in.
pub(super) fn see(sentence: &str, before: Option<&Seen>, role: Option<Role>) -> Seen {
    let tokens = tokens(sentence);
    let standing = ALL.elements.stand(&tokens);
    let any =
        |standing: &Standing, patterns: &[Pattern]| patterns.iter().any(|one| standing.has(one));
    let mut kinds = Vec::new();
    for (at, ready) in ALL.kinds.iter().enumerate() {
        if any(&standing, &ready.unless) {
            continue;
        }
        let followed = before.is_some_and(|before| any(&before.standing, &ready.after));
        let full = any(&standing, &ready.full) || (followed && any(&standing, &ready.then));
        let bare = !full && any(&standing, &ready.bare);
        let enough = role.is_some_and(|role| ready.kind.parts.contains(&role));
        // What was left undone tells of nothing that was done.
        if role == Some(Role::DidNotDo) && !enough {
            continue;
        }
        if full || (bare && enough) {
            kinds.push((at, Degree::Full));
        } else if bare {
            kinds.push((at, Degree::Bare));
        }
    }
    Seen {
        tokens,
        stems: words(sentence),
        standing,
        kinds,
    }
}

/// The least of [`asked_by`] at which a criterion asks for a kind.
pub(super) const ASKS: u32 = 2;

/// A kind is left out that a criterion asks for so many times less than for the first.
const BESIDE: u32 = 3;
/// From how much on it is not left out.
const ANYWAY: u32 = 6;
/// Most kinds that a criterion asks for.
const MANY: usize = 5;

/// How much a criterion asks for each kind, by its own words: the kinds that it asks for with that, most first. `surely`
/// leaves out what it asks for by two words only that could mean something else.
pub(super) fn asked_by(criterion: &Criterion, surely: bool) -> Vec<(usize, u32)> {
    let said = [&criterion.title, &criterion.meets, &criterion.raises];
    let said = said
        .into_iter()
        .chain(&criterion.cues)
        .chain(&criterion.questions);
    let said: Vec<Vec<Word>> = said
        .chain(&criterion.from)
        .map(|text| stems(text))
        .collect();
    let count = |concepts: &[Cue]| {
        let found = concepts
            .iter()
            .filter(|concept| said.iter().any(|text| concept.is_in(text)));
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    let kinds = ALL.kinds.iter().enumerate();
    let asked = kinds.filter_map(|(at, ready)| {
        let sure = count(&ready.sure);
        let much = sure.saturating_mul(2).saturating_add(count(&ready.apt));
        (sure > 0 || !surely).then_some((at, much))
    });
    let mut asked: Vec<(usize, u32)> = asked.filter(|(_, much)| *much >= ASKS).collect();
    asked.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let most = asked.first().map_or(0, |(_, much)| *much);
    asked.retain(|(_, much)| *much >= ANYWAY || much * BESIDE > most);
    asked.truncate(MANY);
    asked
}

/// What stands behind *close* where nothing is closed: *close to customers*.
const NEAR: &str = "attention attentive collaboration contact cooperation enough eye partnership relationship relationships \
                    to with working";

/// The stems of a criterion's text, without words that have the stem of something else. *Experience* has that of
/// *experiment*, and every job asks for it; *closely related* asks for nothing that was closed; whoever tested something
/// need not have done A/B tests.
fn stems(text: &str) -> Vec<Word> {
    let all = words(text);
    let said = |word: &Word| text[word.at.clone()].to_lowercase();
    let is_other = |at: usize| {
        let word = said(&all[at]);
        let behind = all.get(at + 1).map(said).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| all.get(at)).map(said);
        word.starts_with("experience")
            || (word.starts_with("test") && before.as_deref() == Some("b"))
            || matches!(word.as_str(), "closely" | "closeness")
            || (word == "close" && NEAR.split_ascii_whitespace().any(|near| near == behind))
    };
    let kept = (0..all.len()).filter(|at| !is_other(*at));
    kept.map(|at| all[at].clone()).collect()
}

#[cfg(test)]
mod tests;
