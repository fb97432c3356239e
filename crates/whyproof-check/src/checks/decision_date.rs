//! `decision-date`: the decision does not say by when.

use whyproof_syntax::Severity;

use super::decision_missing::asked;
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-date",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say by when",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(asked) = asked(context) else { return };
    if asked.said.iter().any(said::has_date) {
        return;
    }
    let found = sink
        .diagnostic(asked.span, "The decision does not say by when it is needed")
        .help(
            "Give a date and what happens after it: “by 31 May, before the first sample is taken”.",
        );
    sink.push(found);
}
