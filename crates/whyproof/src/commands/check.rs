//! `check`: what weakens the cases, where, and what to do about it.

pub(crate) mod files;
mod fixes;
#[cfg(feature = "links")]
mod links;
mod report;

use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::Args;
use whyproof_host::Watch;

use crate::error::{Error, ErrorKind, FINDINGS};
use crate::input::STANDARD_INPUT;
use crate::output::{self, Format};
use crate::terminal::Terminal;
use crate::text::typed;

pub(crate) use report::{Checked, Report};

/// Find what weakens cases, and say what to do about it
///
/// Folders are searched for cases, Markdown files whose front matter says `kind:`; what .gitignore names is passed
/// over. A two-page case gets at most ten findings, worst first.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof check                       Every case in this folder
  whyproof check --fix proposal.md     Apply the fixes that are safe
  whyproof check --watch proposal.md   Check again whenever it changes
  whyproof check --strict --format concise docs

Exit codes: 0 nothing fails, 1 a finding is an error (or any, with --strict), 2 something could not be read.")]
pub(crate) struct CheckArgs {
    /// Files or folders; `-` is standard input
    #[arg(value_name = "PATHS", default_value = ".")]
    pub(crate) paths: Vec<String>,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
    /// Apply the fixes that are safe, and say which
    #[arg(long)]
    pub(crate) fix: bool,
    /// Check again whenever a file changes, until Ctrl-C
    #[arg(long)]
    pub(crate) watch: bool,
    /// Fail on any finding, not only on errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show every finding, of every check
    #[arg(long)]
    pub(crate) all: bool,
    /// Check spelling and grammar, too
    #[arg(long)]
    pub(crate) grammar: bool,
    /// Ask every URL and DOI of the evidence whether it answers
    #[arg(long)]
    pub(crate) links: bool,
}

pub(crate) fn run(arguments: &CheckArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    refuse(arguments)?;
    if arguments.watch {
        return watch(arguments, terminal);
    }
    // The process ends with this: its memory goes as a whole, which takes no time.
    let report = ManuallyDrop::new(report::make(arguments, terminal));
    show(&report, arguments, terminal)?;
    Ok(exit_code(&report, arguments.strict))
}

/// Combinations that make no sense, and what this build was made without.
fn refuse(arguments: &CheckArgs) -> Result<(), Error> {
    let reads_input = arguments.paths.iter().any(|path| path == STANDARD_INPUT);
    let flag = match (arguments.fix, arguments.watch) {
        (true, _) => Some("--fix"),
        (_, true) => Some("--watch"),
        _ => None,
    };
    if let Some(flag) = flag.filter(|_| reads_input) {
        let message = format!("{flag} needs files, and `-` is standard input");
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    let lacks = [
        ("grammar", arguments.grammar && !cfg!(feature = "grammar")),
        ("links", arguments.links && !cfg!(feature = "links")),
    ];
    match lacks.iter().find(|(_, lacks)| *lacks) {
        Some((feature, _)) => Err(Error::new(
            ErrorKind::Usage,
            format!("this build was made without the feature `{feature}`, which --{feature} needs"),
        )
        .hint(format!(
            "The usual build has it: `cargo build --release`, or with others \
             `cargo build --release --no-default-features --features {feature}`."
        ))),
        None => Ok(()),
    }
}

fn show(report: &Report, arguments: &CheckArgs, terminal: &mut Terminal) -> Result<(), Error> {
    for failure in &report.failures {
        terminal.report(failure);
    }
    output::check(arguments.format, report, terminal)
}

fn exit_code(report: &Report, strict: bool) -> ExitCode {
    if let Some(failure) = report.failures.first() {
        failure.kind.exit_code()
    } else if report.fails(strict) {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    }
}

/// Checks at every change. What is on the screen changes only where the findings do.
fn watch(arguments: &CheckArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let watch = Watch::new(&arguments.paths)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let mut last: Option<Report> = None;
    loop {
        let report = report::make(arguments, terminal);
        if last.as_ref().is_none_or(|last| *last != report) {
            if terminal.is_window() {
                terminal.print("\x1b[2J\x1b[3J\x1b[H")?;
            }
            show(&report, arguments, terminal)?;
            let paths: Vec<String> = arguments.paths.iter().map(|path| typed(path)).collect();
            terminal.note(&format!("Watching {}; Ctrl-C ends it.\n", paths.join(" ")));
        }
        last = Some(report);
        if terminal.is_gone() || !watch.wait() {
            return Ok(ExitCode::SUCCESS);
        }
    }
}
