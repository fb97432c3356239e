//! `story-why-it-mattered`: why did it matter?.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-why-it-mattered",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "Why did it matter?",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
