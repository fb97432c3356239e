//! `story-no-number`: what happened, in numbers?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-no-number",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "What happened, in numbers?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
