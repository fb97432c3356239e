//! The laws of ARCHITECTURE.md that the shape of the workspace keeps: who may use whom, who may
//! know of async code, who may open files. Each is a function from the workspace to what breaks
//! it, tried on the real workspace and on one that breaks it.

#![allow(
    clippy::disallowed_methods,
    reason = "tests read the manifests and sources of the workspace"
)]

mod allowances;
mod clippy;
mod command;
mod layers;
mod lockfile;
mod outside;
mod single;
mod table;
mod workspace;

/// Fails with everything that breaks a law.
#[track_caller]
fn holds(broken: &[String]) {
    assert!(broken.is_empty(), "broken:\n{}", broken.join("\n"));
}
