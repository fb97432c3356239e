//! `bad-comment`: a comment to the checks that allows nothing.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "bad-comment",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A comment to the checks that allows nothing",
    run,
};

/// Nothing to look for: whoever reads the comments tells of it.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
