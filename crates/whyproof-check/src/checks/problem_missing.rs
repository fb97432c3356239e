//! `problem-missing`: an idea without a customer problem.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-missing",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "An idea without a customer problem",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
