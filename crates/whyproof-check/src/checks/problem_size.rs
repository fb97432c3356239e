//! `problem-size`: the problem does not say how many have it.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-size",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say how many have it",
    run,
};

/// Words that come near it, and are not enough.
const NEAR: &[&str] = &[
    "many of them",
    "many users",
    "many people",
    "many customers",
    "most users",
    "most people",
    "most customers",
    "many",
    "most",
    "a lot of",
    "lots of",
    "numerous",
    "countless",
    "some of them",
    "often",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |near: Option<&str>| match near {
        Some(words) => format!("The problem does not say how many have it: “{words}” is no number"),
        None => "The problem does not say how many have it".to_owned(),
    };
    let help = "Give a count or a share, and of what: “61 of 140 reports”, “two in three”, “about 300 a month”; or mark it: `**How many:** …`.";
    lacking(context, sink, Part::HowMany, NEAR, message, help);
}
