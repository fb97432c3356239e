//! `evidence-no-source`: evidence that no reader could follow.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-no-source",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence that no reader could follow",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
