//! `problem-who`: the problem does not say who has it.

use whyproof_case::Part;
use whyproof_syntax::Severity;

use super::problem_missing::lacking;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-who",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "The problem does not say who has it",
    run,
};

/// Words that come near it, and are not enough.
const NEAR: &[&str] = &[
    "users",
    "customers",
    "people",
    "everyone",
    "everybody",
    "consumers",
    "clients",
    "stakeholders",
    "anyone",
    "user",
    "customer",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let message = |near: Option<&str>| match near {
        Some(words) => format!("The problem does not say who has it: “{words}” could be anybody"),
        None => "The problem does not say who has it".to_owned(),
    };
    let help = "Name a kind of person by what they do or where they are: “Parents of children under ten, in small towns”. Where it is said and not seen, mark it: `**Who:** …`.";
    lacking(context, sink, Part::Who, NEAR, message, help);
}
