//! `problem-who`: the problem does not say who has it.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-who",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say who has it",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
