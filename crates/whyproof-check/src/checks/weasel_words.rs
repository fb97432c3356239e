//! `weasel-words`: words that seem to say something.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "weasel-words",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Words that seem to say something",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
