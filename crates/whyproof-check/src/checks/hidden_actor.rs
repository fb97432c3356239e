//! `hidden-actor`: a sentence that hides who acts.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "hidden-actor",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "A sentence that hides who acts",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
