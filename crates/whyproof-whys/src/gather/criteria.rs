//! The criteria of the bar that the case does not show.

use whyproof_case::Kind;
use whyproof_syntax::Role;

use super::reading::{Reading, material};
use crate::material::{Attach, Material};

/// The criteria of the built-in bars; a test keeps them whole.
pub(crate) const CRITERIA: [&str; 7] = [
    "problem",
    "case",
    "impact",
    "analytical",
    "persistence",
    "ownership",
    "faster",
];

/// Words of somebody who went past a no.
const PAST_A_NO: &[&str] = &[" but ", " no ", "again", "third time", "refused", "instead"];
/// Words of a story that took a short way.
const SHORT_WAY: &[&str] = &["instead", "within", "in a day", "days", "week", "without"];
/// Words of a decision that begins small.
const SMALL: &[&str] = &[
    "trial",
    "pilot",
    "one town",
    "for a year",
    "months",
    "weeks",
    "season",
    " test",
    "first",
    "experiment",
];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let Some(bar) = &reading.case.bar else { return };
    for criterion in &bar.criteria {
        let Some(name) = CRITERIA.into_iter().find(|name| *name == criterion.id) else {
            continue;
        };
        if shows(reading, name) {
            continue;
        }
        let marker = format!("the bar {}, criterion {}", bar.name, criterion.id);
        let mut one = material(Attach::Criterion, name, &marker, reading.start());
        one.slots = reading.about();
        one.weight = 50;
        one.facts.push(reading.case.kind.word());
        into.push(one);
    }
}

/// Whether the case shows what the criterion asks for, by what stands in it.
fn shows(reading: &Reading<'_>, name: &str) -> bool {
    let case = reading.case;
    let says = |role: Role, some: &[&str]| {
        reading.texts_of(role).iter().any(|text| {
            let lower = format!(" {} ", text.words.text.to_lowercase());
            some.iter().any(|word| lower.contains(word))
        })
    };
    let number = |role: Role| reading.has_number(role);
    let story = case.kind == Kind::Story;
    match name {
        "problem" if story => number(Role::WhyItMattered),
        "problem" => case.problem.missing().is_empty() || super::problem::is_long(reading),
        "case" => {
            !case.whys.is_empty()
                || case
                    .statements
                    .iter()
                    .any(|s| s.side == whyproof_case::Side::Challenger)
        }
        "impact" if story => number(Role::WhatHappened),
        // Where no part says what impact is, that is asked for already.
        "impact" if !reading.has(Role::Impact) => true,
        "impact" => {
            case.experiments
                .iter()
                .any(|e| e.get(&["worthwhile"]).is_some())
                || number(Role::Impact)
        }
        "analytical" => {
            !case.figures.is_empty() || case.evidence.iter().any(whyproof_case::Evidence::counts)
        }
        "persistence" => !story || says(Role::Did, PAST_A_NO),
        "ownership" if story => case.front.get("my part").is_some() && reading.has(Role::DidNotDo),
        "ownership" => case.owner.is_some(),
        "faster" if story => says(Role::Did, SHORT_WAY),
        "faster" => says(Role::Decision, SMALL) || !case.experiments.is_empty(),
        _ => true,
    }
}
