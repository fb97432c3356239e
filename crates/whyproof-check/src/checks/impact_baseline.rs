//! `impact-baseline`: the metric has no baseline.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-baseline",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "The metric has no baseline",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
