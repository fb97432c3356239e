//! `query`: what a query of a case gives, and where its rows come from.

mod human;
mod plain;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Answer, Host, compute_one};
use whyproof_host::System;
use whyproof_syntax::parse;
use whyproof_wire::Query;

use crate::error::{Error, ErrorKind};
use crate::figures;
use crate::input::Source;
use crate::names;
use crate::terminal::Terminal;

/// Run one query of a case and print what it gives
///
/// NAME is a query of the case, a table under one of its headings, a table of whyproof.toml, or a file beside the
/// case.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof query proposal.md learned
  whyproof query proposal.md learned --explain      Files, row counts, time, plan
  whyproof query proposal.md data/x.csv --format csv
  whyproof query proposal.md learned --format parquet --output learned.parquet")]
pub(crate) struct QueryArgs {
    /// The case; `-` is standard input
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The query
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// How the rows are written; without it as the ending of --output says, else as a table
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<QueryFormat>,
    /// Where the rows come from: files, row counts, time, plan
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub(crate) explain: bool,
    /// Write to this file, which must not be there yet
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum QueryFormat {
    /// Columns for people
    Table,
    /// Comma-separated values (RFC 4180)
    Csv,
    /// One JSON document, as docs/machine-output.md says
    Json,
    /// Apache Parquet
    Parquet,
}

pub(crate) fn run(arguments: &QueryArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let source = Source::read(&System, &arguments.case)?;
    let scope = source.scope(&System);
    let config = crate::config::load(&System, &scope.root)?;
    let parsed = parse(&source.text);
    let name = arguments.name.as_str();
    let name = name.strip_prefix("figure:").unwrap_or(name);
    let ran = figures::within(&config, &System, &scope, &|_, _| {}, |with| {
        compute_one(&parsed, name, arguments.explain, with)
    });
    let answer = ran.map_err(|error| failed(&error, name, &source))?;
    if arguments.explain {
        terminal.print(&human::explained(name, &answer, terminal.width()))?;
        return Ok(ExitCode::SUCCESS);
    }
    write(arguments, name, &answer, terminal)?;
    Ok(ExitCode::SUCCESS)
}

/// A query that fails is a mistake in a case, or a source that is not there: neither is a finding of `query`.
fn failed(error: &whyproof_case::SqlError, name: &str, source: &Source) -> Error {
    let queries = whyproof_case::query_names(&parse(&source.text));
    let near = names::near(name, queries.iter().map(String::as_str));
    let message = format!("the query `{name}`: {error}");
    let error = Error::new(ErrorKind::Environment, message);
    if near.is_empty() || queries.iter().any(|query| query == name) {
        error
    } else {
        error.hint(format!("Did you mean {}?", names::any_of(&near)))
    }
}

fn write(
    arguments: &QueryArgs,
    name: &str,
    answer: &Answer,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let ending = |path: &String| match path.rsplit_once('.')?.1 {
        "csv" => Some(QueryFormat::Csv),
        "json" => Some(QueryFormat::Json),
        "parquet" => Some(QueryFormat::Parquet),
        _ => None,
    };
    let format = arguments
        .format
        .or_else(|| arguments.output.as_ref().and_then(ending))
        .unwrap_or(QueryFormat::Table);
    let bytes = match format {
        QueryFormat::Table if arguments.output.is_none() => {
            return terminal.print(&human::table(answer, terminal.width()));
        }
        QueryFormat::Table => {
            let table = human::table(answer, usize::MAX);
            anstream::adapter::strip_str(&table)
                .to_string()
                .into_bytes()
        }
        QueryFormat::Csv => plain::csv(&answer.table)?,
        QueryFormat::Json => whyproof_wire::json(&Query::of(name, answer))
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?
            .into_bytes(),
        QueryFormat::Parquet => plain::parquet(&answer.table)?,
    };
    match &arguments.output {
        Some(path) => {
            System.create(path, &bytes)?;
            terminal.note(&format!(
                "{} rows written to {path}\n",
                answer.table.rows.len()
            ));
            Ok(())
        }
        None if format == QueryFormat::Parquet && std::io::stdout().is_terminal() => {
            let message = "Parquet is no text, and standard output is a terminal";
            Err(Error::new(ErrorKind::Usage, message).hint("Name a file with `--output FILE`."))
        }
        None => terminal.print_bytes(&bytes),
    }
}
