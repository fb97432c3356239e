//! `claim-repeated`: the same thing said twice.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-repeated",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "The same thing said twice",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
