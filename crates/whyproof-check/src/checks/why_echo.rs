//! `why-echo`: an answer that repeats its question.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-echo",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "An answer that repeats its question",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
