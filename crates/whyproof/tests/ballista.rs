//! A case whose table is on a Ballista cluster, which `cargo xtask ballista` starts, and stops.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "the tests run the program and make its files"
)]

use std::path::PathBuf;

#[path = "figures/support.rs"]
#[expect(dead_code, reason = "the tests of figures use more of it")]
mod support;

use support::{Workspace, figures, trial};

const CSV: &str = "data/learn_your_result.csv";

fn variable(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("the test needs a cluster: run `cargo xtask ballista`"))
}

/// The example, its table in the folder that the cluster sees.
fn on_the_cluster() -> Workspace {
    let shared = variable("WHYPROOF_BALLISTA_ROOT");
    let workspace = trial(&format!(
        "[tables]\ntrial = {{ source = \"cluster\", table = \"trial.csv\" }}\n\n[sources.cluster]\nurl = \"{}\"\nroot = \"{shared}\"\n",
        variable("WHYPROOF_BALLISTA")
    ));
    std::fs::write(PathBuf::from(shared).join("trial.csv"), workspace.read(CSV)).unwrap();
    workspace
}

#[test]
fn the_same_case_gives_the_same_figures() {
    let there = on_the_cluster();
    there.run(&["refresh", "--check", "measured.md"]).exits(0);
    let here = trial("[tables]\ntrial = \"data/learn_your_result.csv\"\n");
    assert_eq!(figures(&there), figures(&here));
}

#[test]
fn a_stopped_scheduler_is_named_and_the_file_stays() {
    let workspace = on_the_cluster();
    let before = workspace.read("measured.md");
    workspace
        .run(&["refresh", "measured.md"])
        .exits(2)
        .says("cluster")
        .says("does not answer");
    assert_eq!(workspace.read("measured.md"), before);
}
