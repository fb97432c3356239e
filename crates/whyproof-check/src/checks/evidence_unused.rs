//! `evidence-unused`: evidence that nothing refers to.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-unused",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence that nothing refers to",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
