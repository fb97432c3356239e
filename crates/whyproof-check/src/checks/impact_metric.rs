//! `impact-metric`: no metric says whether it worked.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-metric",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No metric says whether it worked",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
