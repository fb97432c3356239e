//! `impact-guardrail`: nothing says what must not get worse.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-guardrail",
    family: Family::Impact,
    severity: Severity::Info,
    default: true,
    summary: "Nothing says what must not get worse",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
