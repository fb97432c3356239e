//! Core crates are synchronous, and the outside world is behind one door.

use crate::holds;
use crate::workspace::{Workspace, of, real};

/// Who may know of async code.
const ASYNC: [&str; 6] = [
    "whyproof-engine",
    "whyproof-host",
    "whyproof-store",
    "whyproof-ide",
    "whyproof-web",
    "whyproof",
];

/// Runtimes and what only they need.
const RUNTIMES: [&str; 8] = [
    "async-executor",
    "async-std",
    "async-trait",
    "futures",
    "futures-executor",
    "futures-util",
    "smol",
    "tokio",
];

/// Crates whose whole purpose is files, clock, randomness, environment, network or SQL.
const WORLD: [&str; 17] = [
    "dirs",
    "fastrand",
    "getrandom",
    "glob",
    "ignore",
    "notify",
    "notify-debouncer-mini",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "sqlx",
    "tempfile",
    "tokio-postgres",
    "ureq",
    "uuid",
    "walkdir",
];

/// Core crates: not even what they use may bring a runtime or a way out. whyproof-prose, and
/// whyproof-check with it, are bound by their own code only: harper brings what it brings.
const CORE: [&str; 7] = [
    "whyproof-syntax",
    "whyproof-argument",
    "whyproof-stats",
    "whyproof-case",
    "whyproof-whys",
    "whyproof-experience",
    "whyproof-import",
];

fn broken(workspace: &Workspace) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, one) in workspace {
        let free = ASYNC.contains(&name.as_str()) || name == "xtask";
        for used in one.normal.iter().filter(|_| !free) {
            if RUNTIMES.contains(&used.as_str()) {
                broken.push(format!("{name} may not be async: it uses {used}"));
            }
            if WORLD.contains(&used.as_str()) {
                broken.push(format!(
                    "{name} reaches outside without Host: it uses {used}"
                ));
            }
        }
        let is_core = CORE.contains(&name.as_str());
        for used in one.reached.iter().filter(|_| is_core) {
            if ["tokio", "async-std", "smol", "ureq", "reqwest"].contains(&used.as_str()) {
                broken.push(format!("{name} is built with {used}"));
            }
        }
    }
    broken
}

#[test]
fn only_the_edge_is_async_and_reaches_outside() {
    holds(&broken(&real()));
}

#[test]
fn a_runtime_or_a_way_out_in_a_core_crate_is_seen() {
    let workspace = of(
        "whyproof-case",
        &["futures-util", "tempfile"],
        &["tempfile"],
        &["tokio"],
    );
    assert_eq!(
        broken(&workspace),
        [
            "whyproof-case may not be async: it uses futures-util",
            "whyproof-case reaches outside without Host: it uses tempfile",
            "whyproof-case is built with tokio",
        ]
    );
    assert_eq!(
        broken(&of("whyproof-host", &["ureq"], &[], &["tokio"])),
        [""; 0]
    );
}
