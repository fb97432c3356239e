//! `evidence-stale`: evidence that has grown old.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-stale",
    family: Family::Evidence,
    severity: Severity::Info,
    default: true,
    summary: "Evidence that has grown old",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
