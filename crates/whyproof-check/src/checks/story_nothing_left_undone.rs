//! `story-nothing-left-undone`: what did you not do?.

use whyproof_syntax::{Role, Severity};

use super::story_my_part::told;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-nothing-left-undone",
    family: Family::Stories,
    severity: Severity::Info,
    default: true,
    summary: "What did you not do?",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some((false, span)) = told(context, Role::DidNotDo) else {
        return;
    };
    let found = sink.diagnostic(span, "What did you leave undone, or decide not to do?").help(
        "Under `## What I did not do`, tell what you did not do or see, and why; it is often what a listener remembers.",
    );
    sink.push(found);
}
