//! `objection-answered-on-word`: an objection answered on the author's word alone.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-answered-on-word",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "An objection answered on the author's word alone",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
