//! Who may pass clippy's bans: only the crates that are there for it, and their tests.

use crate::holds;
use xtask::tidy::tree::Tree;

/// A ban, and the crates whose own code may pass it.
const MAY_PASS: [(&str, &[&str]); 4] = [
    ("clippy::disallowed_methods", OUTSIDE),
    ("clippy::disallowed_types", OUTSIDE),
    ("clippy::print_stdout", &["crates/whyproof", "xtask"]),
    ("clippy::print_stderr", &["crates/whyproof", "xtask"]),
];

const OUTSIDE: &[&str] = &[
    "crates/whyproof-engine",
    "crates/whyproof-host",
    "crates/whyproof-store",
    "crates/whyproof-web",
    // It starts servers for the tests of others.
    "crates/whyproof-testing",
    "xtask",
];

fn broken(tree: &Tree) -> Vec<String> {
    let mut broken = Vec::new();
    for (path, text) in tree.ending(".rs") {
        // Tests, examples and benchmarks stand beside src, or in it as tests.rs.
        let Some((owner, _)) = path.split_once("/src/") else {
            continue;
        };
        let is_tests = path.ends_with("/tests.rs") || path.contains("/tests/");
        for (lint, may_pass) in MAY_PASS {
            if text.contains(lint) && !is_tests && !may_pass.contains(&owner) {
                broken.push(format!("{path}: {owner} may not pass {lint}"));
            }
        }
    }
    broken
}

#[test]
fn only_the_edge_passes_the_bans() {
    let tree = Tree::load().expect("git lists the files");
    assert!(tree.text("xtask/src/lib.rs").is_some());
    holds(&broken(&tree));
}

#[test]
fn a_core_crate_that_passes_is_seen() {
    let pass = "#![allow(clippy::disallowed_methods)]\n";
    let tree = Tree::of([
        ("crates/whyproof-case/src/lib.rs", pass),
        ("crates/whyproof-case/src/host/tests.rs", pass),
        ("crates/whyproof-case/tests/spec.rs", pass),
        ("crates/whyproof-host/src/lib.rs", pass),
        (
            "crates/whyproof-host/src/main.rs",
            "#![allow(clippy::print_stdout)]\n",
        ),
    ]);
    assert_eq!(
        broken(&tree),
        [
            "crates/whyproof-case/src/lib.rs: crates/whyproof-case may not pass clippy::disallowed_methods",
            "crates/whyproof-host/src/main.rs: crates/whyproof-host may not pass clippy::print_stdout",
        ]
    );
}
