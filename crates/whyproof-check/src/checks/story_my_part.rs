//! `story-my-part`: which part was yours?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-my-part",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "Which part was yours?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
