//! `why-open`: a why without an answer.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-open",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "A why without an answer",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
