//! What a text commits to and leaves out, and what must be left.

use super::super::{costs, escapes, hedges, limits, removals, unspecific, vague};
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
        "# T\n\n## Criteria\n\nIt has been stable and reliable this year.",
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
        vague::threshold,
        "# T\n\n## Plan\n\nA name that is unused for a prolonged period must be released.",
        "threshold",
        "a prolonged period",
    ),
    (
        vague::threshold,
        "# T\n\n## Plan\n\nIf the number of buses is small enough a van will be used.",
        "threshold",
        "small enough",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nThe board may grant an exception on a case-by-case basis.",
        "left",
        "case-by-case",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nWhether it bumps the version is left to the implementation.",
        "built",
        "left to the implementation",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nMake it an image in a repository (to be defined) by May.",
        "later",
        "to be defined",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nI propose we build a system with some manner of direct control like a page.",
        "kind",
        "some manner of direct control",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\n* Chat of some kind",
        "kind",
        "Chat of some kind",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nPrepare the depot. This might include:\n\n* lights\n* etc",
        "so-on",
        "Prepare the depot",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nIt is severe, but hopefully this bus will be used by a handful of riders.",
        "hoped",
        "this bus will be used by a handful of riders",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nWe assume that drivers have a complete view of the road.",
        "assumed",
        "drivers have a complete view of the road",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nWe expect that most riders will pay with a card.",
        "expected",
        "most riders will pay with a card",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nIt is unlikely that two buses break down on one night.",
        "unlikely",
        "two buses break down on one night",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nBroken tickets are likely to be seen by the driver.",
        "likely",
        "Broken tickets are likely to be seen by the driver",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nThe change is not expected to break any timetable.",
        "rare",
        "The change is not expected to break any timetable",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nThe load on the engine should be negligible.",
        "untried",
        "The load on the engine should be negligible",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThis will require training the wider team.",
        "effort",
        "This will require training the wider team",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nEach maintainer would have to add the upgrade.",
        "burden",
        "Each maintainer would have to add the upgrade",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThe timetables must be rewritten.",
        "undone",
        "The timetables must be rewritten",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThe bus is faster at the cost of comfort.",
        "price",
        "The bus is faster at the cost of comfort",
    ),
    (
        escapes::escaped,
        "# T\n\n## Plan\n\nThis check can be disabled with a key.",
        "escape",
        "This check can be disabled with a key",
    ),
    (
        escapes::escaped,
        "# T\n\n## Plan\n\nThe gate will refuse the bus. This behavior can be disabled with a key.",
        "escape",
        "This behavior can be disabled with a key",
    ),
    (
        escapes::escaped,
        "# T\n\n## Plan\n\nIt is up to the driver to close the door.",
        "up-to",
        "It is up to the driver to close the door",
    ),
    (
        limits::set,
        "# T\n\n## Success criteria\n\nIt works when 5 target riders have taken it.",
        "limit",
        "5 target riders",
    ),
    (
        limits::set,
        "# T\n\n## Plan\n\nDrivers shall stay for a term of 9 months.",
        "limit",
        "term of 9 months",
    ),
    (
        limits::set,
        "# T\n\n## Success criteria\n\nThe plan needs at least one other town.",
        "least",
        "at least one other town",
    ),
    (
        limits::set,
        "# T\n\n## Plan\n\nThe gate will take one bus per minute.",
        "rate",
        "one bus per minute",
    ),
    (
        removals::removed,
        "# T\n\n## Plan\n\nWe propose to remove the night stops.",
        "removed",
        "the night stops",
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
        unspecific::unspecific,
        "# T\n\n## Plan\n\nThere is no way to avoid some kind of noise.",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nThe fares are to be decided by the board of the county.",
    ),
    (
        unspecific::unspecific,
        "# T\n\n## Plan\n\nThe page has an overview, as well as implementation details and limits.",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nWe expect that riders will pay because they told us so.",
    ),
    (
        hedges::hoped,
        "# T\n\n## Background\n\nWe expect that riders will pay with a card.",
    ),
    (
        hedges::hoped,
        "# T\n\n## Plan\n\nThe function is expected to return a ticket.",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThis will not require training the team.",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThe timetables must be updated by the depot.",
    ),
    (
        costs::mentioned,
        "# T\n\n## Plan\n\nThis script will require the workspace of the depot.",
    ),
    (
        escapes::escaped,
        "# T\n\n## Plan\n\nThe sound can be turned off with a key.",
    ),
    (
        escapes::escaped,
        "# T\n\n## Plan\n\nIt is up to the driver to decide where to stop.",
    ),
    (
        limits::set,
        "# T\n\n## Plan\n\nDrivers shall stay for 9 months because the season is that long.",
    ),
    (
        limits::set,
        "# T\n\n## Plan\n\nThe gate took at most 50 buses, and it was enough.",
    ),
    (
        limits::set,
        "# T\n\n## Plan\n\nA file shall have one line per key of the table.",
    ),
    (
        removals::removed,
        "# T\n\n## Plan\n\nWe propose to remove the night stops. Existing riders get a taxi.",
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
