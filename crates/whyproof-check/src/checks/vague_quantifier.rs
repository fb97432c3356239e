//! `vague-quantifier`: how many is many?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "vague-quantifier",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "How many is many?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
