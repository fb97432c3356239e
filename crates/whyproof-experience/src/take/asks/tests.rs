//! What requirements ask for, by the rules on them.

use super::{list, named};
use crate::take::kinds;

/// Requirements, and what each names, in its order.
const REQUIREMENTS: &[(&str, &[&str])] = &[
    (
        "You can tell us about something that failed, and what you did differently afterwards.",
        &["something that failed", "what was learned"],
    ),
    ("No single point of failure in your designs", &[]),
    ("Failure mode analysis", &[]),
    (
        "Decide what not to build, and explain why.",
        &["what was not done, and why"],
    ),
    ("Prioritise ruthlessly", &["what was not done, and why"]),
    ("Show us a hard decision", &["a hard decision"]),
    (
        "You have led people, formally or not, through something hard.",
        &["leading people", "something that was hard"],
    ),
    (
        "Influence without authority",
        &["moving people without being their boss"],
    ),
    (
        "Win over people who don’t report to you",
        &["moving people without being their boss"],
    ),
    (
        "Measure whether it worked",
        &["whether it worked, in numbers"],
    ),
    (
        "Talk to customers, pickers and store managers every week",
        &["talking to the people whom it is for"],
    ),
    (
        "Spend time in depots with dispatchers and drivers",
        &["talking to the people whom it is for"],
    ),
    (
        "Work closely with engineers and managers",
        &["working with people of another craft"],
    ),
    (
        "Some experience of working in a team with engineers is a plus",
        &["working with people of another craft"],
    ),
    (
        "Defend it in reviews with people who will say no.",
        &["objections, met", "going on after a no"],
    ),
    ("You write SQL queries", &[]),
    ("Bring your own laptop", &[]),
    ("Five years with inventory or logistics", &[]),
    ("Fluent Japanese", &[]),
];

#[test]
fn requirements_are_read_by_plain_rules() {
    for (requirement, expected) in REQUIREMENTS {
        let says: Vec<&str> = named(requirement).iter().map(|one| one.ask.says).collect();
        assert_eq!(says, *expected, "{requirement}");
    }
}

#[test]
fn every_rule_names_kinds_that_there_are() {
    for ask in list::ASKS {
        assert!(!ask.says.is_empty() && !ask.asked.is_empty());
        for says in ask.kinds {
            assert!(kinds::place_of(says).is_some(), "{}: {says}", ask.says);
        }
    }
}

#[test]
fn the_documentation_has_every_rule() {
    let page = include_str!("../../../../../docs/matching.md");
    for ask in list::ASKS {
        let row = format!("| {} |", ask.says);
        assert!(page.contains(&row), "docs/matching.md lacks: {row}");
    }
}
