//! The repository's own chores, one file each, run by `cargo xtask CHORE`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "chores read and write the checkout, run other programs and report on the terminal"
)]

pub mod ballista;
pub mod build_times;
pub mod cli;
pub mod error;
pub mod fuzz;
pub mod package;
pub mod picture;
pub mod setup;
pub mod shell;
pub mod summary;
pub mod test;
pub mod tidy;

pub use cli::run;
