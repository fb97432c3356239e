//! The chores as the command line names them.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Result;
use crate::{ballista, build_times, fuzz, package, picture, setup, summary, test, tidy};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The repository's own chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Get what the tests need; quick where all is there
    Setup,
    /// Run every check and test that a change must pass
    Test(test::Options),
    /// Check the house rules that no compiler checks
    Tidy,
    /// Write docs/SUMMARY.md and docs/checks/index.md from the pages that exist
    Summary,
    /// Time cold builds and print what costs most, as Markdown for docs/performance.md
    BuildTimes,
    /// Run the fuzzers, each for some seconds
    Fuzz(fuzz::Options),
    /// Draw docs/images/screen.svg, the README's picture, from what the program prints
    Picture,
    /// Test queries on a Ballista cluster of this machine, which it builds and starts
    Ballista,
    /// Build the release archive of this platform, with its checksum
    Package,
}

/// Reads the command line and runs the chore it names.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(chore: Chore) -> Result {
    match chore {
        Chore::Setup => setup::setup(),
        Chore::Test(options) => test::test(options),
        Chore::Tidy => tidy::tidy(),
        Chore::Summary => summary::write(),
        Chore::BuildTimes => build_times::build_times(),
        Chore::Fuzz(options) => fuzz::fuzz(&options),
        Chore::Picture => picture::picture(),
        Chore::Ballista => ballista::ballista(),
        Chore::Package => package::package(),
    }
}
