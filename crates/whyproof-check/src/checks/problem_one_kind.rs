//! `problem-one-kind`: the problem rests on one kind of evidence.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-one-kind",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem rests on one kind of evidence",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
