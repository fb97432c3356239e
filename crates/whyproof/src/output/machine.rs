//! Findings for programs: JSON, SARIF, workflow commands.

use rayon::prelude::*;
use whyproof_wire::{Check, CheckedFile};

use crate::commands::check::Report;
use crate::error::{Error, ErrorKind};

/// The findings in SARIF.
///
/// # Errors
/// Those of the serializer.
pub(super) fn sarif(report: &Report) -> Result<String, Error> {
    whyproof_wire::sarif(&document(report))
        .map_err(|error| Error::new(ErrorKind::Environment, format!("writing JSON: {error}")))
}

/// The findings as workflow commands.
pub(super) fn github(report: &Report) -> String {
    whyproof_wire::github(&document(report))
}

/// The document of `check`.
pub(super) fn document(report: &Report) -> Check {
    let files = report.checked.par_iter();
    let files = files.map(|checked| {
        CheckedFile::of(
            &checked.path,
            &checked.text,
            &checked.lines,
            &checked.findings,
        )
    });
    Check::of(files.collect())
}
