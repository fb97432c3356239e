//! cargo-nextest, which runs the tests.

use crate::error::Result;
use crate::shell::{cargo, run, succeeds};

/// The version that is installed where there is none; `.config/nextest.toml` names the oldest
/// that will do.
const VERSION: &str = "0.9.143";

fn is_there() -> bool {
    succeeds(&mut cargo(&["nextest", "--version"]))
}

/// What is missing, if anything is.
pub(super) fn missing() -> Option<String> {
    (!is_there()).then(|| "cargo-nextest".to_owned())
}

/// Installs cargo-nextest beside Cargo's other commands, unless it is there.
pub(super) fn install() -> Result {
    if is_there() {
        return Ok(());
    }
    println!("setup: cargo install cargo-nextest (some minutes, once)");
    run(&mut cargo(&[
        "install",
        "cargo-nextest",
        "--version",
        VERSION,
        "--locked",
    ]))
}
