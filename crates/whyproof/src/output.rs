//! How findings are written, a file for each format.

mod concise;
mod human;
mod machine;
mod summary;

use clap::ValueEnum;

use crate::commands::check::Report;
use crate::error::Error;

pub(crate) use machine::json;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the words they are about, and what to do
    Human,
    /// A line for each: path:line:column: severity[id] message
    Concise,
    /// One JSON document, as docs/machine-output.md says
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Workflow commands, which GitHub Actions shows at their lines
    Github,
}

/// The findings in a format, with styles, for `columns`.
///
/// # Errors
/// Those of the serializer.
pub(crate) fn check(format: Format, report: &Report, columns: usize) -> Result<String, Error> {
    Ok(match format {
        Format::Human => human::write(report, columns),
        Format::Concise => concise::write(report),
        Format::Json => json(&machine::document(report))?,
        Format::Sarif => machine::sarif(report)?,
        Format::Github => machine::github(report),
    })
}
