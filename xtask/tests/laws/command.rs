//! One command tests a fresh clone: the README, the guide for contributors and CI agree on it.

use std::fs;

const COMMAND: &str = "cargo xtask setup && cargo xtask test";

#[test]
fn everybody_runs_the_same_tests() {
    for file in ["README.md", "CONTRIBUTING.md", ".ci/run"] {
        let path = format!("{}/../{file}", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).unwrap_or_default();
        assert!(
            text.lines().any(|line| line == COMMAND),
            "{file} has no line `{COMMAND}`"
        );
    }
}
