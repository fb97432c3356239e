//! `claim-missing`: nothing is argued.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-missing",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "Nothing is argued",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
