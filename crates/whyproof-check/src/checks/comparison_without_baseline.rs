//! `comparison-without-baseline`: a comparison without what it is compared with.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "comparison-without-baseline",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "A comparison without what it is compared with",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
