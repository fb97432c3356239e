//! `decision-missing`: nothing is asked for.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-missing",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "Nothing is asked for",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
