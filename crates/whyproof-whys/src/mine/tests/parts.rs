//! Parts of proposals, and pairs of places.

use super::super::sentence::Sentences;
use super::super::{pairs, parts};
use super::{case, taken};
use crate::material::Attach;

/// `text` in a text too long to be a speech.
pub(super) fn long(text: &str) -> String {
    format!(
        "{text}\n\n## Weather\n\n{}",
        "Rain fell on the hill. ".repeat(120)
    )
}

#[test]
fn what_stands_under_a_proposals_headings_is_taken() {
    for (text, name, slot) in [
        (
            "## Goals\n\nReduce the noise at night.",
            "goal",
            "reduce the noise at night",
        ),
        (
            "## Non-goals\n\nA second runway.",
            "non-goal",
            "A second runway",
        ),
        (
            "## Unresolved questions\n\nWho pays for the walls?",
            "open",
            "Who pays for the walls?",
        ),
    ] {
        let found = taken(parts::listed, &long(text));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].attach, found[0].name), (Attach::Part, name));
        assert!(found[0].slots.values().any(|s| s.text == slot), "{text}");
    }
    for text in [
        "## Goals\n\nThe noise at night is a goal.",
        "## Unresolved questions\n\nNobody has asked one.",
        "## Costs\n\nReduce the noise at night.",
    ] {
        assert!(taken(parts::listed, &long(text)).is_empty(), "{text}");
    }
}

#[test]
fn a_part_with_nothing_in_it_is_taken() {
    let count = |text: &str| {
        let case = case(text);
        let mut found = Vec::new();
        parts::empty(&case, &Sentences::read(&case), &mut found);
        found.len()
    };
    let rain = "Rain fell on the hill. ".repeat(120);
    assert_eq!(
        count(&format!("## Costs\n\nTBD\n\n## Weather\n\n{rain}")),
        1
    );
    assert_eq!(
        count(&format!("## Costs\n\nNine pounds.\n\n## Weather\n\n{rain}")),
        0
    );
}

#[test]
fn two_places_that_may_not_go_together_are_paired() {
    let pair = |other: &str| {
        let text = format!("The night ferry always has room for bicycles.\n\n{other}");
        let mut found = Vec::new();
        pairs::pairs(&Sentences::read(&case(&text)), &mut found);
        found.len()
    };
    assert_eq!(pair("The ferry cannot take bicycles in a storm."), 1);
    assert_eq!(pair("The library cannot lend paintings to the school."), 0);
}
