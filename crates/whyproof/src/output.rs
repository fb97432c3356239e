//! How findings are written, a file for each format.

mod concise;
mod human;
mod summary;

use clap::ValueEnum;

use crate::commands::check::Report;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the words they are about, and what to do
    Human,
    /// A line for each: path:line:column: severity[id] message
    Concise,
}

/// The findings in a format, with styles, for `columns`.
pub(crate) fn check(format: Format, report: &Report, columns: usize) -> String {
    match format {
        Format::Human => human::write(report, columns),
        Format::Concise => concise::write(report),
    }
}
