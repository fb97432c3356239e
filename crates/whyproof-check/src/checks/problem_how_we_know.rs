//! `problem-how-we-know`: the problem does not say how it is known.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-how-we-know",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how it is known",
    run,
};

/// Words that come near it, and are not enough.
const NEAR: &[&str] = &[
    "studies show",
    "research shows",
    "it is well known",
    "everybody knows",
    "everyone knows",
    "we believe",
    "we think",
    "we assume",
    "feedback",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |near: Option<&str>| match near {
        Some(words) => format!("The problem does not say how it is known: “{words}” leads nowhere"),
        None => "The problem does not say how it is known".to_owned(),
    };
    let help = "Say how it was found, “we timed 41 calls in three pharmacies”, and cite it, `[^notes]`; or mark it: `**How we know:** …`.";
    lacking(context, sink, Part::HowWeKnow, NEAR, message, help);
}
