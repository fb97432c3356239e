//! `long-sentence`: a sentence of more than 30 words.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "long-sentence",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "A sentence of more than 30 words",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
