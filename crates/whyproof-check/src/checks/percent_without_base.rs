//! `percent-without-base`: a percentage of what?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "percent-without-base",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "A percentage of what?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
