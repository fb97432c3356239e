//! `problem-frequency`: the problem does not say how often it happens.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-frequency",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem does not say how often it happens",
    run,
};

/// Words that come near it, and are not enough.
const NEAR: &[&str] = &[
    "often",
    "frequently",
    "sometimes",
    "regularly",
    "usually",
    "rarely",
    "occasionally",
    "from time to time",
    "constantly",
    "again and again",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |near: Option<&str>| match near {
        Some(words) => {
            format!("The problem does not say how often it happens: “{words}” is no frequency")
        }
        None => "The problem does not say how often it happens".to_owned(),
    };
    let help = "Give a rate: “twice a week”, “after each visit”, “on four evenings of five”; or mark it: `**How often:** …`.";
    lacking(context, sink, Part::HowOften, NEAR, message, help);
}
