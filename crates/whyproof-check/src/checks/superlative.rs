//! `superlative`: a superlative without a comparison.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "superlative",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "A superlative without a comparison",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
