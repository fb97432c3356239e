//! `decision-cost`: the decision does not say what it costs.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-cost",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say what it costs",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
