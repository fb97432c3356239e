//! `show`: the case as an outline with standing, or in the language of another program.

mod figures;
mod human;
mod sources;
mod table;

use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_host::System;
use whyproof_wire::Show;

use crate::error::Error;
use crate::input::Source;
use crate::terminal::Terminal;

/// Show the whole case: its argument with standings, what rests on what, and the repair
///
/// ✓ stands, ~ is assumed, ✗ falls. Under each statement: its id, its line, how many others rest on it, its evidence,
/// and what would make it stand.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof show proposal.md
  whyproof show --format json proposal.md | jq .case.standing
  whyproof show --format dot proposal.md | dot -Tsvg > argument.svg
  whyproof show --format mermaid proposal.md > argument.mmd")]
pub(crate) struct ShowArgs {
    /// The case; `-` is standard input
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ShowFormat,
}

/// How a case is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// An outline for people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
    /// The argument for Graphviz
    Dot,
    /// The argument in Argdown
    Argdown,
    /// The argument as a Mermaid flowchart
    Mermaid,
}

pub(crate) fn run(arguments: &ShowArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let source = Source::read(&System, &arguments.case)?;
    // The process ends with this: its memory goes as a whole, which takes no time.
    let case = ManuallyDrop::new(source.case(&System));
    match arguments.format {
        ShowFormat::Human => terminal.print(&human::write(&case, terminal.width())),
        ShowFormat::Json => terminal.print_json(&Show::from(&*case)),
        ShowFormat::Dot => terminal.print_plain(&whyproof_wire::dot(&case)),
        ShowFormat::Argdown => terminal.print_plain(&whyproof_wire::argdown(&case)),
        ShowFormat::Mermaid => terminal.print_plain(&whyproof_wire::mermaid(&case)),
    }?;
    Ok(ExitCode::SUCCESS)
}
