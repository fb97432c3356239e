//! `query-undefined`: a figure whose query the case does not have.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "query-undefined",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A figure whose query the case does not have",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
