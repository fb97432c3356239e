//! `cargo xtask test`: everything that a change must pass, each step timed.

use std::time::{Duration, Instant};

use clap::Args;

use crate::error::{Error, Result};
use crate::shell::{cargo, run};
use crate::{setup, tidy};

/// How much to run.
#[derive(Args, Clone, Copy)]
pub struct Options {
    /// Leave out clippy and the build without features
    #[arg(long)]
    quick: bool,
}

/// A step of the run.
struct Step {
    name: &'static str,
    /// Whether `--quick` runs it too.
    quick: bool,
    work: fn() -> Result,
}

/// nextest comes last: its summary is what somebody looks for at the end.
const STEPS: &[Step] = &[
    Step {
        name: "setup is done",
        quick: true,
        work: setup::check,
    },
    Step {
        name: "tidy",
        quick: true,
        work: tidy::tidy,
    },
    Step {
        name: "format",
        quick: true,
        work: || run(&mut cargo(&["fmt", "--all", "--check"])),
    },
    Step {
        name: "clippy",
        quick: false,
        work: || run(&mut cargo(CLIPPY)),
    },
    Step {
        name: "without features",
        quick: false,
        work: || run(&mut cargo(WITHOUT_FEATURES)),
    },
    Step {
        name: "documentation tests",
        quick: true,
        work: || run(&mut cargo(DOCTESTS)),
    },
    Step {
        name: "tests",
        quick: true,
        work: nextest,
    },
];

const CLIPPY: &[&str] = &[
    "clippy",
    "--release",
    "--locked",
    "--workspace",
    "--all-targets",
    "--",
    "--deny=warnings",
];

const WITHOUT_FEATURES: &[&str] = &[
    "check",
    "--release",
    "--locked",
    "--package=whyproof",
    "--no-default-features",
];

const DOCTESTS: &[&str] = &["test", "--release", "--locked", "--doc", "--workspace"];

const NEXTEST: &[&str] = &[
    "nextest",
    "run",
    "--cargo-profile=release",
    "--locked",
    "--workspace",
];

fn nextest() -> Result {
    // A snapshot that differs fails the test; it is never written by this run.
    run(cargo(NEXTEST).env("INSTA_UPDATE", "no"))
}

/// Runs every step, prints its time, and fails if one failed.
pub fn test(options: Options) -> Result {
    let mut times = Vec::new();
    let mut failed = Vec::new();
    for step in STEPS.iter().filter(|step| step.quick || !options.quick) {
        println!("\n== {}", step.name);
        let start = Instant::now();
        let outcome = (step.work)();
        times.push((step.name, start.elapsed()));
        if let Err(error) = outcome {
            eprintln!("error: {error}");
            failed.push(step.name);
            // Without the tools every later step would only fail in other words.
            if failed == [STEPS[0].name] {
                break;
            }
        }
    }
    println!("\n{}", report(&times, &failed));
    if failed.is_empty() {
        return Ok(());
    }
    Err(Error::Other(format!("failed: {}", failed.join(", "))))
}

fn report(times: &[(&str, Duration)], failed: &[&str]) -> String {
    let line = |(name, time): &(&str, Duration)| {
        let mark = if failed.contains(name) {
            "  failed"
        } else {
            ""
        };
        format!("{:>8.1} s  {name}{mark}", time.as_secs_f64())
    };
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    let mut lines: Vec<String> = times.iter().map(line).collect();
    lines.push(format!("{:>8.1} s  in all", total.as_secs_f64()));
    lines.join("\n")
}
