//! `problem-frequency`: the problem does not say how often it happens.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-frequency",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem does not say how often it happens",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
