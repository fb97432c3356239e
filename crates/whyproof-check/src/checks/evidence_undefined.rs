//! `evidence-undefined`: a reference to evidence that is not there.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-undefined",
    family: Family::Evidence,
    severity: Severity::Error,
    default: true,
    summary: "A reference to evidence that is not there",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
