//! `number-without-source`: a number that is neither a figure nor has evidence.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "number-without-source",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "A number that is neither a figure nor has evidence",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
