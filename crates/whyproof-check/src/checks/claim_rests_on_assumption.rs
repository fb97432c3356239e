//! `claim-rests-on-assumption`: a claim whose reasons are only assumed.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-rests-on-assumption",
    family: Family::Claims,
    severity: Severity::Info,
    default: true,
    summary: "A claim whose reasons are only assumed",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
