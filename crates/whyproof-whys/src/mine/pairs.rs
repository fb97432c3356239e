//! Two places of a text that may not go together: what it complains of, and what it puts off.

use std::collections::BTreeMap;

use crate::english::Token;
use crate::likeness::Content;
use crate::material::{Attach, Material, On, Slot, Slots};

use super::pointing::is_anaphor;
use super::sentence::{Sentence, Sentences};
use super::stance::is_stance;

/// Most pairs of a text.
const MOST: usize = 3;
/// Most sentences of each kind that are set against each other.
const LOOKED_AT: usize = 300;
/// Words in more sentences than this say nothing about which sentences belong together.
const RARE: usize = 4;
/// Most words of a clause in a pair.
const LONGEST: usize = 20;

/// Words for what is wrong.
const WRONG: &[&str] = &[
    "cannot",
    "can't",
    "difficult",
    "hard",
    "lack",
    "lacks",
    "missing",
    "no",
    "not",
    "problem",
    "problems",
    "unclear",
    "never",
    "without",
    "fails",
    "doesn't",
    "don't",
];
/// Words with which something is put off.
const LATER: &[&[&str]] = &[
    &["out", "of", "scope"],
    &["left", "for"],
    &["left", "to"],
    &["future", "work"],
    &["not", "covered"],
    &["not", "addressed"],
    &["postponed"],
    &["deferred"],
];

/// A sentence that can stand in a pair.
struct Side<'a> {
    sentence: &'a Sentence,
    words: Slot,
    content: Content,
}

/// The pairs that share the rarest words, best first.
pub(crate) fn pairs(sentences: &Sentences, into: &mut Vec<Material>) {
    let sides: Vec<Side<'_>> = sentences
        .all
        .iter()
        .filter_map(|s| side(sentences, s))
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sides.iter().flat_map(|side| side.content.words()) {
        *counts.entry(word).or_default() += 1;
    }
    let sides_of = |is: fn(&Side<'_>) -> bool| -> Vec<&Side<'_>> {
        sides
            .iter()
            .filter(|side| is(side))
            .take(LOOKED_AT)
            .collect()
    };
    let wrong = sides_of(is_wrong);
    let later = sides_of(|side| is_put_off(side.sentence));
    best(&wrong, &later, &counts, |one, other| {
        into.push(material(one, other));
    });
}

/// The pairs of `ones` with `others`, each side in one pair only.
fn best(
    ones: &[&Side<'_>],
    others: &[&Side<'_>],
    counts: &BTreeMap<&str, usize>,
    mut take: impl FnMut(&Side<'_>, &Side<'_>),
) {
    let mut found: Vec<(f64, &Side<'_>, &Side<'_>)> = Vec::new();
    for one in ones {
        for other in others {
            let apart = one.sentence.paragraph != other.sentence.paragraph;
            if apart && let Some(score) = shared(one, other, counts) {
                found.push((score, one, other));
            }
        }
    }
    let place = |side: &Side<'_>| side.sentence.span.start;
    found.sort_by(|x, y| {
        let places = (place(x.1), place(x.2)).cmp(&(place(y.1), place(y.2)));
        y.0.total_cmp(&x.0).then(places)
    });
    let mut taken = Vec::new();
    for (_, one, other) in found {
        let both = [place(one), place(other)];
        if both.iter().any(|at| taken.contains(at)) || taken.len() >= 2 * MOST {
            continue;
        }
        taken.extend(both);
        take(one, other);
    }
}

/// Whether it says what is wrong today.
fn is_wrong(side: &Side<'_>) -> bool {
    let heading = &side.sentence.heading;
    let about = ["motivation", "problem", "why", "background"];
    about.iter().any(|word| heading.contains(word))
        && (has(&side.sentence.tokens, WRONG) || heading.contains("problem"))
}

fn is_put_off(sentence: &Sentence) -> bool {
    let later = [
        "future",
        "non-goal",
        "non-goals",
        "out of scope",
        "later",
        "deferred",
        "postponed",
    ];
    later.iter().any(|word| sentence.heading.contains(word))
        || LATER.iter().any(|words| {
            sentence.tokens.windows(words.len()).any(|window| {
                window
                    .iter()
                    .zip(*words)
                    .all(|(token, word)| token.is(word))
            })
        })
}

fn side<'a>(sentences: &Sentences, sentence: &'a Sentence) -> Option<Side<'a>> {
    let clause = sentence.clause?;
    let tokens = &sentence.tokens;
    let long = clause.to - clause.from > LONGEST;
    if long || is_anaphor(tokens, clause) || is_stance(tokens, clause) {
        return None;
    }
    let words = sentences.words(sentence, clause.from, clause.to)?;
    Some(Side {
        sentence,
        content: Content::of(&words.text),
        words,
    })
}

fn has(tokens: &[Token], words: &[&str]) -> bool {
    tokens.iter().any(|token| token.any(words))
}

/// How rare the words are that both have; none where they are too few, or one sentence says the other again.
fn shared(one: &Side<'_>, other: &Side<'_>, counts: &BTreeMap<&str, usize>) -> Option<f64> {
    let rare =
        |word: &&str| word.chars().count() >= 4 && counts.get(*word).is_some_and(|n| *n <= RARE);
    let both: Vec<&str> = one
        .content
        .words()
        .filter(|word| other.content.has(word))
        .filter(rare)
        .collect();
    let same = one.content.likeness(&other.content) > 0.75;
    (both.len() >= 2 && !same).then(|| {
        let weights = both.iter().filter_map(|word| counts.get(*word));
        weights.map(|n| 1.0 / *n as f64).sum()
    })
}

fn material(one: &Side<'_>, other: &Side<'_>) -> Material {
    Material {
        attach: Attach::Pair,
        name: "put-off",
        on: On::Passage,
        span: one.sentence.span,
        marker: "two places that share rare words".to_owned(),
        slots: Slots::from([("one", one.words.clone()), ("other", other.words.clone())]),
        facts: Vec::new(),
        load: one.sentence.load,
        weight: 72,
    }
}
