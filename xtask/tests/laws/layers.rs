//! Arrows point down only.

use crate::workspace::{Workspace, of, real};
use crate::{holds, table};

fn broken(workspace: &Workspace) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, one) in workspace {
        if !table::has(name) {
            broken.push(format!("{name} is not in the table of crates"));
        }
        let allowed = table::may_use(name);
        let ours = |used: &&String| table::has(used);
        for used in one.normal.iter().filter(ours) {
            if !allowed.contains(used.as_str()) {
                broken.push(format!("{name} may not use {used}"));
            }
        }
        for used in one.dev.iter().filter(ours) {
            if !allowed.contains(used.as_str()) && used != table::TESTING {
                broken.push(format!("the tests of {name} may not use {used}"));
            }
        }
    }
    broken
}

#[test]
fn crates_use_only_what_is_below_them() {
    holds(&broken(&real()));
}

#[test]
fn an_arrow_that_points_up_is_seen() {
    let workspace = of(
        "whyproof-case",
        &[
            "whyproof-syntax",
            "whyproof-check",
            "whyproof-testing",
            "serde",
        ],
        &["whyproof-testing", "whyproof-host"],
        &[],
    );
    assert_eq!(
        broken(&workspace),
        [
            "whyproof-case may not use whyproof-check",
            "whyproof-case may not use whyproof-testing",
            "the tests of whyproof-case may not use whyproof-host",
        ]
    );
}

#[test]
fn a_crate_that_nobody_planned_is_seen() {
    assert_eq!(
        broken(&of("whyproof-utils", &[], &[], &[])),
        ["whyproof-utils is not in the table of crates"]
    );
}
