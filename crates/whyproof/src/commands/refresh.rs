//! `refresh`: figures, charts and tables as their queries have them now.

mod charts;
mod file;
mod human;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_wire::Refresh;

pub(super) use file::Progress;

use crate::commands::check::files;
use crate::error::{Error, ErrorKind, FINDINGS};
use crate::input::STANDARD_INPUT;
use crate::terminal::Terminal;

/// Rewrite figures, charts and tables as their queries have them now
///
/// The words of a figure's link, the file of a chart and the table under `<!-- figure:NAME -->` are rewritten where
/// the data say something else, and nothing else of the file. Words that assert something (`at least 30%`) stay as
/// they are. Folders are searched for cases, as `check` does.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof refresh proposal.md
  whyproof refresh --dry-run          What would change in every case of this folder
  whyproof refresh --check            For CI: exit 1 where something is stale

Exit codes: 0 all is as the data say (or written, or told by --dry-run), 1 something is stale (with --check) or needs
you, 2 a file or a named source could not be read.")]
pub(crate) struct RefreshArgs {
    /// Files or folders
    #[arg(value_name = "PATHS", default_value = ".")]
    pub(crate) paths: Vec<String>,
    /// Write nothing; exit 1 where something is stale
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing; say what would change
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How the outcome is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: RefreshFormat,
}

/// How the outcome is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RefreshFormat {
    /// Lines for people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
}

pub(crate) fn run(arguments: &RefreshArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.paths.iter().any(|path| path == STANDARD_INPUT) {
        let message = "`refresh` rewrites files, and `-` is standard input";
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    let found = files::find(&arguments.paths);
    let mut failures = found.failures;
    let mut done = Vec::new();
    let writes = !(arguments.check || arguments.dry_run);
    for (at, named) in found.files.iter().enumerate() {
        let progress = file::Progress::new(&named.path, at, found.files.len(), terminal);
        match file::refresh(&named.path, named.found, writes, &progress) {
            Ok(Some(file)) => done.push(file),
            Ok(None) => {}
            Err(error) if failures.contains(&error) => {}
            Err(error) => failures.push(error),
        }
    }
    for failure in &failures {
        terminal.report(failure);
    }
    match arguments.format {
        RefreshFormat::Human => terminal.print(&human::write(&done, writes, terminal.width()))?,
        RefreshFormat::Json => {
            terminal.print_json(&Refresh::of(done.iter().map(file::Done::wire).collect()))?
        }
    }
    let outside = done
        .iter()
        .any(|file| file.troubles.iter().any(|trouble| trouble.outside));
    let stale = !writes && done.iter().any(|file| !file.changes.is_empty());
    let wrong = done.iter().any(|file| !file.troubles.is_empty());
    Ok(if !failures.is_empty() || outside {
        ErrorKind::Environment.exit_code()
    } else if (stale && arguments.check) || wrong {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}
