//! `evidence-one-source`: one source carries everything.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-one-source",
    family: Family::Evidence,
    severity: Severity::Info,
    default: true,
    summary: "One source carries everything",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
