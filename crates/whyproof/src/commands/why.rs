//! `why`: why a statement has its standing, down to the ground, and what would change it.

mod find;
mod human;

use std::process::ExitCode;

use clap::Args;
use whyproof_host::System;

use crate::error::Error;
use crate::input::Source;
use crate::terminal::Terminal;

/// Say why a statement has its standing, down to the ground, and what would change it
///
/// The ids are in `whyproof show CASE`. In a shell, `#` begins a comment: write '#id' in quotes, or the id alone.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof why proposal.md '#voucher'
  whyproof why proposal.md voucher
  whyproof why proposal.md \"brings most people back\"")]
pub(crate) struct WhyArgs {
    /// The case; `-` is standard input
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The statement: its id, or words that only it has, in quotes; without it the ids are listed
    #[arg(value_name = "#ID")]
    pub(crate) id: Option<String>,
}

pub(crate) fn run(arguments: &WhyArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let source = Source::read(&System, &arguments.case)?;
    let case = source.case(&System);
    let Some(wanted) = &arguments.id else {
        return Err(find::which(&case, &source.path));
    };
    let id = find::statement(&case, wanted, &source.path)?;
    terminal.print(&human::write(&case, id, terminal.width()))?;
    Ok(ExitCode::SUCCESS)
}
