//! `evidence-file-missing`: evidence whose file is not there.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-file-missing",
    family: Family::Evidence,
    severity: Severity::Error,
    default: true,
    summary: "Evidence whose file is not there",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
