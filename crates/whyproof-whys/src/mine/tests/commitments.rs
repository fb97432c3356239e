//! What a text commits to and leaves out, and what must be left.

use super::super::{hedges, vague};
use super::parts::long;
use super::taken;
use crate::mine::Rule;

/// Rule; text; the name it is taken by; one of its slots.
type Row = (Rule, &'static str, &'static str, &'static str);

const TAKEN: &[Row] = &[
    (
        vague::threshold,
        "# T\n\n## Exit criteria\n\n* Test coverage of the depot is acceptable.",
        "bar",
        "acceptable",
    ),
    (
        vague::threshold,
        "# T\n\n## Exit criteria\n\n* Adequate documentation exists.",
        "bar",
        "Adequate documentation",
    ),
    (
        vague::threshold,
        "# T\n\n## Criteria\n\nThe ferry has been stable and reliable this year.",
        "bar",
        "stable and reliable",
    ),
    (
        vague::threshold,
        "# T\n\n## Plan\n\n1. Do work to take us to an appropriate level of confidence.",
        "bar",
        "an appropriate level of confidence",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nIt is severe, but hopefully this bus will be used by a handful of riders.",
        "hoped",
        "this bus will be used by a handful of riders",
    ),
];

const LEFT: &[(Rule, &str)] = &[
    // Background, what others did, what is said not to be so.
    (
        vague::threshold,
        "# T\n\n## Plan\n\nThere is a significant amount of noise in the street.",
    ),
    (
        vague::threshold,
        "# T\n\n## Plan\n\nThe bus was small enough then.",
    ),
    (
        vague::threshold,
        "# T\n\n## Plan\n\nThis must not be an acceptable excuse.",
    ),
    // What it is enough for draws the line.
    (
        vague::threshold,
        "# T\n\n## Plan\n\nIt must be large enough to hold a bicycle.",
    ),
    // A number says how much.
    (
        vague::threshold,
        "# T\n\n## Exit criteria\n\n* Coverage is acceptable, which is 80% of lines.",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nThe function is expected to return a ticket.",
    ),
];

#[test]
fn commitments_are_taken_by_what_they_leave_out() {
    let mut wrong = Vec::new();
    for (rule, text, name, slot) in TAKEN {
        let found = taken(*rule, &long(text));
        let slots: Vec<&str> = found
            .iter()
            .flat_map(|m| m.slots.values())
            .map(|s| s.text.as_str())
            .collect();
        let names: Vec<&str> = found.iter().map(|m| m.name).collect();
        if names != [*name] || !slots.contains(slot) {
            wrong.push(format!("{text}\n{names:?} {slots:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_commits_to_nothing_is_left() {
    let taken = LEFT
        .iter()
        .filter(|(rule, text)| !taken(*rule, &long(text)).is_empty());
    let wrong: Vec<&str> = taken.map(|(_, text)| *text).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_speech_is_not_held_to_its_words() {
    for (rule, text, ..) in TAKEN {
        let (_, said) = text.rsplit_once("\n\n").unwrap_or_default();
        assert!(taken(*rule, said).is_empty(), "{said}");
    }
}
