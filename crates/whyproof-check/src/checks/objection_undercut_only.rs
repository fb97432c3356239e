//! `objection-undercut-only`: an objection answered only by refuting its reasons.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-undercut-only",
    family: Family::Claims,
    severity: Severity::Info,
    default: true,
    summary: "An objection answered only by refuting its reasons",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
