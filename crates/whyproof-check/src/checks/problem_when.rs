//! `problem-when`: the problem does not say at what moment it hurts.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-when",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say at what moment it hurts",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |_: Option<&str>| "The problem does not say at what moment it hurts".to_owned();
    let help = "Tell the moment: “when the result is ready”, “at the checkout”, “on the first day of work”; or mark it: `**When:** …`.";
    lacking(context, sink, Part::When, &[], message, help);
}
