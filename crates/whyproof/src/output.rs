//! How findings are written, a file for each format.

mod concise;
mod human;
mod machine;
mod summary;

use clap::ValueEnum;

use crate::commands::check::Report;
use crate::error::Error;
use crate::terminal::Terminal;

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

/// Writes the findings in a format.
///
/// # Errors
/// Those of the serializer and of standard output.
pub(crate) fn check(format: Format, report: &Report, terminal: &mut Terminal) -> Result<(), Error> {
    match format {
        Format::Human => {
            let text = human::write(report, terminal.width());
            terminal.print(&text)
        }
        Format::Concise => terminal.print(&concise::write(report)),
        Format::Json => terminal.print_json(&machine::document(report)),
        Format::Sarif => terminal.print_plain(&machine::sarif(report)?),
        Format::Github => terminal.print(&machine::github(report)),
    }
}
