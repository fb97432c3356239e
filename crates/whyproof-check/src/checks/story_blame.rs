//! `story-blame`: where the blame lies with others.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-blame",
    family: Family::Stories,
    severity: Severity::Info,
    default: true,
    summary: "Where the blame lies with others",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
