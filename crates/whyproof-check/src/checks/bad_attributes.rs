//! `bad-attributes`: braces that begin as attributes do, and cannot be read.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "bad-attributes",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "Attributes that cannot be read",
    run,
};

/// Nothing to look for: the parser tells of it.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
