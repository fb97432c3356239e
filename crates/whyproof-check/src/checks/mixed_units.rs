//! `mixed-units`: the same quantity in two units.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "mixed-units",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "The same quantity in two units",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
