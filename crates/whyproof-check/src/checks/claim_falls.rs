//! `claim-falls`: a statement of the author that falls.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-falls",
    family: Family::Claims,
    severity: Severity::Error,
    default: true,
    summary: "A statement of the author that falls",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
