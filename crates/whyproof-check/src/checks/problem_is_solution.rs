//! `problem-is-solution`: a solution stated as a problem.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-is-solution",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "A solution stated as a problem",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
