//! `no-alternative`: no alternative, not even doing nothing.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "no-alternative",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "No alternative, not even doing nothing",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
