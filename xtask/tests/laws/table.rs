//! The crates and what each may use, as design has it: a crate may use what its row names, and
//! what those may use.

use std::collections::BTreeSet;

/// Every other crate but the binary, the test helpers and the chores.
const ALL_BUT_BINARY: &[&str] = &["*"];

const ROWS: &[(&str, &[&str])] = &[
    ("whyproof-syntax", &[]),
    ("whyproof-argument", &[]),
    ("whyproof-stats", &[]),
    (
        "whyproof-case",
        &["whyproof-syntax", "whyproof-argument", "whyproof-stats"],
    ),
    ("whyproof-prose", &["whyproof-syntax"]),
    ("whyproof-check", &["whyproof-case", "whyproof-prose"]),
    ("whyproof-whys", &["whyproof-case"]),
    ("whyproof-experience", &["whyproof-whys"]),
    ("whyproof-import", &["whyproof-experience"]),
    ("whyproof-typeset", &[]),
    (
        "whyproof-render",
        &["whyproof-check", "whyproof-experience", "whyproof-typeset"],
    ),
    ("whyproof-engine", &["whyproof-stats"]),
    ("whyproof-host", &["whyproof-case", "whyproof-engine"]),
    ("whyproof-wire", &["whyproof-check", "whyproof-experience"]),
    ("whyproof-store", &[]),
    ("whyproof-ide", &["whyproof-wire"]),
    ("whyproof-web", ALL_BUT_BINARY),
    ("whyproof", ALL_BUT_BINARY),
    ("whyproof-testing", &["whyproof-case"]),
    ("xtask", &[]),
];

/// The test helpers, which only tests may use.
pub(crate) const TESTING: &str = "whyproof-testing";

/// Whether the table has a crate.
pub(crate) fn has(name: &str) -> bool {
    ROWS.iter().any(|(row, _)| *row == name)
}

/// Every crate of the workspace that a crate may use.
pub(crate) fn may_use(name: &str) -> BTreeSet<&'static str> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![name];
    while let Some(next) = waiting.pop() {
        let row = ROWS.iter().find(|(row, _)| *row == next);
        for used in row.map_or(&[][..], |(_, used)| *used) {
            if *used == "*" {
                reached.extend(everything_below(name));
            } else if reached.insert(*used) {
                waiting.push(used);
            }
        }
    }
    reached
}

fn everything_below(name: &str) -> impl Iterator<Item = &'static str> {
    ROWS.iter()
        .map(|(row, _)| *row)
        .filter(move |row| ![name, "whyproof", TESTING, "xtask"].contains(row))
}

#[test]
fn what_a_row_names_brings_what_that_may_use() {
    let render = may_use("whyproof-render");
    assert!(render.contains("whyproof-syntax") && render.contains("whyproof-whys"));
    assert!(!render.contains("whyproof-store") && !render.contains("whyproof-host"));
    assert!(may_use("whyproof").contains("whyproof-web"));
    assert!(!may_use("whyproof-web").contains("whyproof"));
    assert_eq!(may_use("whyproof-engine"), ["whyproof-stats"].into());
}

#[test]
fn no_crate_may_use_itself() {
    for (name, _) in ROWS {
        assert!(!may_use(name).contains(name), "{name}");
    }
}
