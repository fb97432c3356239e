//! `claim-on-word`: a claim on the author's word.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-on-word",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A claim on the author's word",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
