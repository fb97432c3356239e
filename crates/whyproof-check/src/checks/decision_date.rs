//! `decision-date`: the decision does not say by when.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-date",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say by when",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
