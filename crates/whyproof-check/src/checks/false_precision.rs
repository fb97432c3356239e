//! `false-precision`: more digits than the sample can carry.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "false-precision",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "More digits than the sample can carry",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
