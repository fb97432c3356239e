//! `bad-experiment`: a value of an experiment that cannot be read.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "bad-experiment",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A value of an experiment that cannot be read",
    run,
};

/// Nothing to look for: the resolver tells of it.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
