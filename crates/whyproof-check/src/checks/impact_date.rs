//! `impact-date`: no date at which it is judged.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-date",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No date at which it is judged",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
