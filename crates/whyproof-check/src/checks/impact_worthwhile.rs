//! `impact-worthwhile`: no smallest worthwhile effect.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-worthwhile",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No smallest worthwhile effect",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
