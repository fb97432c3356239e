//! `story-nothing-learned`: what did you learn?.

use whyproof_syntax::{Role, Severity};

use super::story_my_part::told;
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-nothing-learned",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "What did you learn?",
    run,
};

/// The most words of a saying that anybody could have brought along.
const SHORT: usize = 9;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some((is_told, span)) = told(context, Role::WhatILearned) else {
        return;
    };
    let mut said = said::of_role(context, Role::WhatILearned);
    if said.is_empty() {
        said = said::of_role(context, Role::Learned);
    }
    let saying = said.iter().map(|said| said.words().len()).sum::<usize>() <= SHORT
        && said.iter().any(|said| {
            said.has(&[
                "key",
                "important",
                "matters",
                "crucial",
                "essential",
                "vital",
                "everything",
                "critical",
            ])
        });
    let message = if !is_told {
        "What did you learn, and what would you do differently?"
    } else if saying {
        "What would you do differently next time?"
    } else {
        return;
    };
    let found = sink.diagnostic(span, message).help(
        "Under `## What I learned`, tell what this taught that you did not know before: “Decide when you will stop before you start”.",
    );
    sink.push(found);
}
