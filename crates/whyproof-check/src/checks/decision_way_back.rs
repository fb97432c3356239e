//! `decision-way-back`: the decision does not say whether it can be undone.

use whyproof_syntax::Severity;

use super::decision_missing::asked;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-way-back",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say whether it can be undone",
    run,
};

/// Words for a way back, or for there being none.
const WAYS_BACK: &[&str] = &[
    "undo",
    "undone",
    "undoes",
    "reverse*",
    "reversible",
    "irreversible",
    "revert*",
    "roll back",
    "rolled back",
    "rollback",
    "roll it back",
    "cancel*",
    "can stop",
    "be stopped",
    "stop it",
    "stop any",
    "stop at",
    "stop the",
    "stops by",
    "stopped",
    "switched off",
    "switch it off",
    "switch off",
    "turned off",
    "turn it off",
    "turn off",
    "go back",
    "goes back",
    "way back",
    "ends by itself",
    "end it",
    "ended",
    "expires",
    "opt out",
    "opt-out",
    "one-way",
    "two-way",
    "withdraw*",
    "terminate*",
    "close it",
    "closed again",
    "taken back",
    "take it back",
    "leave again",
    "no return",
    "abort*",
    "exit",
    "give it back",
    "return it",
    "behind a flag",
    "feature flag",
    "kept in print",
    "ends on",
    "ends after",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(asked) = asked(context) else { return };
    if asked.said.iter().any(|said| said.has(WAYS_BACK)) {
        return;
    }
    let found = sink.diagnostic(asked.span, "The decision does not say whether it can be undone").help(
        "Say how it would be stopped, and what stays behind: “It can be stopped at the end of any month”; or say that it cannot.",
    );
    sink.push(found);
}
