//! `problem-cost`: the problem does not say how bad it is.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-cost",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how bad it is",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
