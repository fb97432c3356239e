//! `problem-cost`: the problem does not say how bad it is.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-cost",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how bad it is",
    run,
};

/// Words that come near it, and are not enough.
const NEAR: &[&str] = &[
    "very bad",
    "costly",
    "expensive",
    "time-consuming",
    "frustrating",
    "painful",
    "inefficient",
    "annoying",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |near: Option<&str>| match near {
        Some(words) => format!("The problem does not say how bad it is: “{words}” has no size"),
        None => "The problem does not say how bad it is".to_owned(),
    };
    let help = "Say what it costs those who have it, in time, money, distance or harm: “26 minutes of each shift”, “a bill of 90 euros”; or mark it: `**How bad:** …`.";
    lacking(context, sink, Part::HowBad, NEAR, message, help);
}
