//! The real Host: files, clock, environment, network.
//!
//! [`System`] is the [`Host`](whyproof_case::Host) that programs use. Beside it stand the other ways to the world
//! that only a program at the edge needs: [`walk`] finds files below a folder, [`Watch`] tells when they change,
//! [`Preview`] serves a page to the browsers of this machine.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this is the door to the world that the others go through"
)]

mod browser;
mod model;
mod preview;
mod probe;
mod revision;
#[cfg(feature = "figures")]
mod sql;
mod system;
mod walk;
mod watch;
mod write;

pub use browser::open_page;
pub use preview::{Preview, PreviewError};
#[cfg(feature = "figures")]
pub use sql::{VERB as ANSWER_VERB, answer_apart, parquet};
pub use system::System;
pub use walk::{Walked, walk};
pub use watch::{Watch, WatchError};

/// Ends the program at once: what a second Ctrl-C is for, while queries still run. Nothing half written stays, for
/// files are written in one step.
pub fn leave(code: u8) -> ! {
    std::process::exit(i32::from(code))
}
