//! `story-why-it-mattered`: why did it matter?.

use whyproof_syntax::{Role, Severity};

use super::story_my_part::told;
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-why-it-mattered",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "Why did it matter?",
    run,
};

/// The most words of a sentence that only says that it was important.
const SHORT: usize = 14;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some((is_told, span)) = told(context, Role::WhyItMattered) else {
        return;
    };
    let said = said::of_role(context, Role::WhyItMattered);
    let only_important = said.iter().map(|said| said.words().len()).sum::<usize>() <= SHORT
        && said.iter().any(|said| {
            said.has(&[
                "critical",
                "important",
                "key",
                "crucial",
                "vital",
                "essential",
                "strategic",
                "matters",
            ])
        })
        && !said.iter().any(said::Said::has_number);
    let message = if !is_told {
        "Why did it matter, and to whom?"
    } else if only_important {
        "To whom did it matter, and how much?"
    } else {
        return;
    };
    let found = sink.diagnostic(span, message).help(
        "Under `## Why it mattered`, say what it cost somebody while it lasted: “Every return took a salesperson off the floor for a third of an hour”.",
    );
    sink.push(found);
}
