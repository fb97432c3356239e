//! `section-misplaced`: a section that belongs to the other kind of case, or stands twice.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "section-misplaced",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A section that belongs to the other kind of case, or stands twice",
    run,
};

fn run(_context: &Context<'_>, _sink: &mut Sink) {}
