//! `why-answered-without-evidence`: an answer on the author's word.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-answered-without-evidence",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "An answer on the author's word",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
