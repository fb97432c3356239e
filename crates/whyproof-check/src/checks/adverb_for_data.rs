//! `adverb-for-data`: an adverb where a number belongs.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "adverb-for-data",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "An adverb where a number belongs",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
