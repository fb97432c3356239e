//! `hedge`: a claim that takes itself back.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "hedge",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "A claim that takes itself back",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
