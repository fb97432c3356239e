//! `objection-unanswered`: an objection without an answer.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-unanswered",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "An objection without an answer",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
