//! Whyproof: build cases that survive the barrage of whys.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the program that prints"
)]

mod cli;
mod commands;
mod config;
mod error;
mod figures;
mod input;
#[cfg(feature = "figures")]
mod interrupt;
#[allow(dead_code, unused_imports, reason = "the verb `ask` calls it")]
mod model;
mod names;
mod outline;
mod output;
mod screen;
mod steps;
mod terminal;
mod text;
mod workspace;

use std::process::ExitCode;

use mimalloc::MiMalloc;
use terminal::Terminal;

/// A case is many small pieces, made on several threads at once: the system's allocator takes a fifth of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let mut terminal = Terminal::standard();
    match cli::read(&mut terminal).and_then(|arguments| match arguments {
        Some(arguments) => commands::run(arguments, &mut terminal),
        None => Ok(ExitCode::SUCCESS),
    }) {
        Ok(code) => code,
        Err(error) => {
            terminal.report(&error);
            error.kind.exit_code()
        }
    }
}
