//! `unknown-key`: a key that means nothing here.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "unknown-key",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A key that means nothing here",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
