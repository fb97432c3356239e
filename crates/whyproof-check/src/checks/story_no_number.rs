//! `story-no-number`: what happened, in numbers?.

use whyproof_syntax::{Role, Severity};

use super::story_my_part::told;
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-no-number",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "What happened, in numbers?",
    run,
};

/// Words that say how much without a number.
const ENOUGH: &[&str] = &[
    "nobody",
    "none",
    "twice",
    "doubled",
    "halved",
    "tripled",
    "third",
    "quarter",
    "zero",
    "not one",
    "no one",
    "every one",
    "once",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some((is_told, span)) = told(context, Role::WhatHappened) else {
        return;
    };
    let said = said::of_role(context, Role::WhatHappened);
    let figure = context.case.figures.iter().any(|figure| {
        context
            .case
            .parse
            .document
            .role_of(context.case.parse.document.text(figure.block))
            == Some(Role::WhatHappened)
    });
    if figure
        || said
            .iter()
            .any(|said| said.has_number() || said.has(ENOUGH))
    {
        return;
    }
    let message = if is_told {
        "What happened, in numbers? How much changed, from what to what?"
    } else {
        "What happened in the end?"
    };
    let found = sink.diagnostic(span, message).help(
        "Under `## What happened`, give one number, even from memory, and say that it is: “Nineteen minutes became seven”.",
    );
    sink.push(found);
}
