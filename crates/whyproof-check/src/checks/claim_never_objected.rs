//! `claim-never-objected`: a claim that nobody has objected to.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-never-objected",
    family: Family::Claims,
    severity: Severity::Info,
    default: true,
    summary: "A claim that nobody has objected to",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
