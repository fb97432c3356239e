//! `claim-circular`: a statement that rests on itself.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-circular",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A statement that rests on itself",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
