//! `impact-forecast`: no forecast.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-forecast",
    family: Family::Impact,
    severity: Severity::Info,
    default: true,
    summary: "No forecast",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
