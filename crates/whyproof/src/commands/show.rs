//! `show`: the case as an outline with standing, or in the language of another program.

mod human;
mod sources;
mod table;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::Case;
use whyproof_host::System;
use whyproof_wire::Show;

use crate::error::Error;
use crate::input::Source;
use crate::output::json;
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
    let case = source.case(&System);
    terminal.print(&text(&case, arguments.format, terminal.width())?)?;
    Ok(ExitCode::SUCCESS)
}

fn text(case: &Case, format: ShowFormat, columns: usize) -> Result<String, Error> {
    Ok(match format {
        ShowFormat::Human => human::write(case, columns),
        ShowFormat::Json => json(&Show::from(case))?,
        ShowFormat::Dot => whyproof_wire::dot(case),
        ShowFormat::Argdown => whyproof_wire::argdown(case),
        ShowFormat::Mermaid => whyproof_wire::mermaid(case),
    })
}
