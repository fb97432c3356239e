//! `diff`: what changed in the case, not only in its lines.

mod human;
mod side;

use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
#[cfg(feature = "pdf")]
use whyproof_case::{Case, Changes};
use whyproof_case::{changes, earlier};
use whyproof_host::System;
use whyproof_wire::{Diff, DiffSide};

use self::side::Old;
use crate::error::{Error, FINDINGS};
#[cfg(feature = "pdf")]
use crate::input::STANDARD_INPUT;
use crate::input::Source;
use crate::terminal::Terminal;

/// Say what changed in a case: verdict, standings, figures, questions, statements
///
/// OLD is a file, or a git revision of the case such as HEAD~1, a tag or a hash; REV:PATH is another file of that
/// revision. Without OLD it is HEAD, the last commit. What is only set otherwise is no change.
#[derive(Debug, Args)]
#[command(
    override_usage = "whyproof diff [OPTIONS] [OLD] <CASE>",
    after_help = "\
Examples:
  whyproof diff proposal.md             Since the last commit
  whyproof diff HEAD~3 proposal.md      Since a git revision
  whyproof diff old.md new.md           Between two files
  whyproof diff --format json v1 proposal.md | jq -r '.changes[].sentence'

Exit codes: 0 done, 1 something changed (with --exit-code), 2 something could not be read."
)]
pub(crate) struct DiffArgs {
    /// What to compare with: a file, a git revision or REV:PATH; alone, the case, which is compared with HEAD
    #[arg(value_name = "OLD")]
    pub(crate) old: String,
    /// The case; `-` is standard input
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DiffFormat,
    /// Exit with 1 where something changed
    #[arg(long)]
    pub(crate) exit_code: bool,
}

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// A list for people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
}

/// What changed in `new` since `old`, a git revision of it or a file.
///
/// # Errors
/// Where there is none.
#[cfg(feature = "pdf")]
pub(crate) fn since(old: &str, new: &Case) -> Result<Changes, Error> {
    let host = System;
    let path = new.scope.path.as_deref().unwrap_or(STANDARD_INPUT);
    let old = Old::read(host, Some(old), path, &new.scope)?;
    let old_case = earlier(&old.text, &host, old.scope(&host, &new.scope), new);
    Ok(changes(&old_case, new))
}

pub(crate) fn run(arguments: &DiffArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let host = System;
    let (old, new) = match &arguments.case {
        Some(new) => (Some(arguments.old.as_str()), new),
        None => (None, &arguments.old),
    };
    side::refuse(old, new)?;
    let source = Source::read(&host, new)?;
    let scope = source.scope(&host);
    let old = Old::read(host, old, new, &scope)?;
    if let Some(note) = &old.note {
        terminal.note(&format!("{note}\n"));
    }
    // The process ends with this: its memory goes as a whole, which takes no time.
    let new_case = ManuallyDrop::new(source.case(&host));
    let old_scope = old.scope(&host, &scope);
    let old_case = ManuallyDrop::new(earlier(&old.text, &host, old_scope, &new_case));
    let found = changes(&old_case, &new_case);
    match arguments.format {
        DiffFormat::Human => {
            let sides = human::Sides {
                old: old.name(),
                new: side::named(new),
                equal: old.text == source.text,
            };
            terminal.print(&human::write(&found, &sides, terminal.width()))
        }
        DiffFormat::Json => {
            let document = Diff::of(
                (
                    &old_case,
                    DiffSide::of(&old_case, old.path.as_deref(), old.revision.as_deref()),
                ),
                (
                    &new_case,
                    DiffSide::of(&new_case, new_case.scope.path.as_deref(), None),
                ),
                &found,
            );
            terminal.print_json(&document)
        }
    }?;
    if arguments.exit_code && !found.is_empty() {
        return Ok(ExitCode::from(FINDINGS));
    }
    Ok(ExitCode::SUCCESS)
}
