//! `problem-when`: the problem does not say at what moment it hurts.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-when",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say at what moment it hurts",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
