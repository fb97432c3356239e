//! `story-nothing-left-undone`: what did you not do?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-nothing-left-undone",
    family: Family::Stories,
    severity: Severity::Info,
    default: true,
    summary: "What did you not do?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
