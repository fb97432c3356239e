//! `story-nothing-learned`: what did you learn?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-nothing-learned",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "What did you learn?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
