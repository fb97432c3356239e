//! `problem-how-we-know`: the problem does not say how it is known.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-how-we-know",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how it is known",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
