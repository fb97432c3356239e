//! `bad-id`: an id of a form that ids do not have.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "bad-id",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "An id of a form that ids do not have",
    run,
};

/// Nothing to look for: the parser tells of it, and `mend` adds what was meant.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
