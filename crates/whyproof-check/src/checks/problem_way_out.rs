//! `problem-way-out`: the problem does not say what people do about it today.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-way-out",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem does not say what people do about it today",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
