//! `decision-way-back`: the decision does not say whether it can be undone.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-way-back",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say whether it can be undone",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
