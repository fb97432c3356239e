//! `unknown-kind`: a kind of case that there is not.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "unknown-kind",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A kind of case that there is not",
    run,
};

/// Nothing to look for: the resolver tells of it, and `mend` adds what was meant.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
