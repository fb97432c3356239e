//! `cargo xtask setup`: gets what the tests need.
//!
//! Programs come from the system's packages, the tests' npm and Python packages go into
//! `.setup/` in the checkout, and cargo-nextest is installed as any other Cargo command.

mod nextest;
mod npm;
mod programs;
mod python;

use std::path::PathBuf;

use crate::error::{Error, Result};

/// Gets what is missing, step by step, and says what it did.
pub fn setup() -> Result {
    programs::install()?;
    npm::install()?;
    python::install()?;
    nextest::install()?;
    println!("setup: all that the tests need is here");
    Ok(())
}

/// An error that names what is missing and the command that gets it.
pub fn check() -> Result {
    let mut missing = programs::missing();
    missing.extend(npm::missing());
    missing.extend(python::missing());
    missing.extend(nextest::missing());
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::Other(format!(
        "the tests need {}; run `cargo xtask setup`",
        missing.join(", ")
    )))
}

/// A program that setup knows, where its environment variable or the search path has it.
pub fn program(name: &str) -> PathBuf {
    programs::locate(name).unwrap_or_else(|| name.into())
}
