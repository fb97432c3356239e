//! `average-without-spread`: an average without spread or sample size.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "average-without-spread",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "An average without spread or sample size",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
