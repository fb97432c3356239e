//! Generalisations: all, every, most, never, always; and what many people think.

use crate::english::{Class, Clause, class};
use crate::material::{Attach, Material, Slot, Slots};

use super::take::Take;

const UNIVERSAL: &[&str] = &[
    "all",
    "every",
    "everyone",
    "everybody",
    "everything",
    "nobody",
    "nothing",
    "none",
    "always",
    "never",
    "anyone",
    "any",
];
const VAGUE: &[&str] = &[
    "most",
    "many",
    "few",
    "usually",
    "often",
    "typically",
    "generally",
    "rarely",
    "frequently",
    "mostly",
    "commonly",
    "sometimes",
    "several",
    "some",
];

/// Verbs with which something is decided, and not said to be so.
const DECIDED: &[&str] = &[
    "can", "could", "may", "must", "shall", "should", "will", "would",
];

/// A clause with a quantifier in its subject or before its verb.
pub(crate) fn quantified(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take
        .sentence
        .clause
        .filter(|clause| !take.points_back(*clause) && clause.from == clause.subject.0)
    else {
        return;
    };
    let near = clause.subject.0..(clause.verb + 3).min(clause.to);
    let place = near
        .into_iter()
        .find(|at| tokens[*at].any(UNIVERSAL) || tokens[*at].any(VAGUE));
    let Some(at) = place.filter(|at| !tokens.get(at + 1).is_some_and(|t| t.any(&["than", "of"])))
    else {
        return;
    };
    let superlative = tokens[at].is("most")
        && !tokens.get(at + 1).is_some_and(|t| {
            t.lower.ends_with('s')
                || t.is("people")
                || tokens.get(at + 2).is_some_and(|t| t.lower.ends_with('s'))
        });
    let numbered = at > 0 && tokens[at - 1].any(&["the", "a", "not", "at"]);
    if superlative || (numbered && tokens[at].any(VAGUE)) {
        return;
    }
    let quantifier = tokens[at].lower.as_str();
    let nearly = at > 0 && tokens[at - 1].any(&["almost", "nearly", "virtually"]);
    if nearly || (!take.sentences.short && quantifier == "any") {
        return;
    }
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    let universal = UNIVERSAL.contains(&quantifier);
    let slots = slots(take, clause, at, words);
    let mut material = take.take(
        Attach::Generalisation,
        format!("“{quantifier}”"),
        if universal { 64 } else { 58 },
        slots,
    );
    material
        .facts
        .push(if universal { "universal" } else { "vague" });
    if !take.sentences.short && tokens[clause.verb].any(DECIDED) {
        material.facts.push("decided");
    }
    if ["some", "several", "sometimes", "any"].contains(&quantifier) {
        material.weight = material.weight.saturating_sub(18).max(1);
    }
    into.push(material);
}

/// The clause, its quantifier, and the group that it is said of.
fn slots(take: &Take<'_>, clause: Clause, at: usize, words: Slot) -> Slots {
    let tokens = take.tokens();
    let mut slots = Slots::from([("clause", words)]);
    if let Some(slot) = take.words(at, at + 1) {
        slots.insert("quantifier", slot);
    }
    if at == clause.subject.0
        && clause.subject.1 > at + 1
        && tokens[at].any(&["all", "every", "most", "many", "few", "several", "some"])
        && let Some(group) = take.words(at, clause.subject.1)
    {
        slots.insert("group", group);
    }
    slots
}

const PEOPLE: &[&str] = &[
    "people",
    "americans",
    "users",
    "developers",
    "customers",
    "voters",
    "citizens",
    "everyone",
    "everybody",
    "parents",
    "experts",
    "programmers",
    "operators",
    "administrators",
    "teams",
    "companies",
    "taxpayers",
    "families",
    "workers",
    "nobody",
];
const THINK: &[&str] = &[
    "think",
    "believe",
    "agree",
    "support",
    "want",
    "know",
    "prefer",
    "expect",
    "say",
    "feel",
    "like",
    "believes",
    "thinks",
    "agrees",
    "knows",
    "wants",
    "expects",
    "oppose",
    "need",
    "understand",
    "like",
    "find",
    "complain",
];

/// *Most people think that …*.
pub(crate) fn many_think(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let (from, to) = clause.subject;
    let people = tokens[from..to].iter().any(|t| t.any(PEOPLE));
    if !people || !tokens[clause.verb].any(THINK) {
        return;
    }
    let (Some(group), Some(words)) = (take.words(from, to), take.clause_words(clause)) else {
        return;
    };
    let mut slots = Slots::from([("group", group), ("clause", words)]);
    if tokens.get(clause.verb + 1).is_some_and(|t| t.is("that"))
        && let Some(said) = take.clause(clause.verb + 2, clause.to)
        && let Some(said) = take.clause_words(said)
    {
        slots.insert("said", said);
    }
    if class(&tokens[clause.verb].lower) == Class::Open {
        into.push(take.take(
            Attach::Popularity,
            format!("“{}”", tokens[clause.verb].lower),
            62,
            slots,
        ));
    }
}
