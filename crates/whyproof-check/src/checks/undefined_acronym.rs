//! `undefined-acronym`: an acronym that is not spelt out.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "undefined-acronym",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "An acronym that is not spelt out",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
