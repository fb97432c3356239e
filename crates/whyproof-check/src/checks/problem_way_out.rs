//! `problem-way-out`: the problem does not say what people do about it today.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-way-out",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem does not say what people do about it today",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message =
        |_: Option<&str>| "The problem does not say what people do about it today".to_owned();
    let help = "Say how they help themselves now, even if it is nothing: “Today the desk phones each of them”; or mark it: `**Today:** …`.";
    lacking(context, sink, Part::WayOut, &[], message, help);
}
