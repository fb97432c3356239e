//! `problem-size`: the problem does not say how many have it.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-size",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how many have it",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
