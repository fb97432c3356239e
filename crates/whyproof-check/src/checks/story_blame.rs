//! `story-blame`: where the blame lies with others.

use whyproof_case::Kind;
use whyproof_syntax::{Role, Severity};

use super::story_my_part::ME;
use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-blame",
    family: Family::Stories,
    severity: Severity::Info,
    default: true,
    summary: "Where the blame lies with others",
    run,
};

/// Words that lay it on others.
const BLAMES: &[&str] = &[
    "never listened",
    "did not listen",
    "didn't listen",
    "would not listen",
    "wouldn't listen",
    "did not understand",
    "didn't understand",
    "never understood",
    "let us down",
    "let me down",
    "said one thing and did another",
    "to blame",
    "was the fault of",
    "were made by the",
    "did not care",
    "didn't care",
    "dropped the ball",
    "did not do their",
    "didn't do their",
    "incompetent",
    "broke their promise",
    "did not deliver",
    "didn't deliver",
    "never delivered",
    "failed us",
    "lied to",
    "kept changing",
    "refused to",
    "ignored us",
    "ignored our",
    "did not want to change",
    "resisted change",
    "blocked us",
    "their fault",
    "his fault",
    "her fault",
];

/// Where a story tells of what went wrong; *What I did not do* is about oneself.
const WHERE: [Role; 6] = [
    Role::HardestPart,
    Role::Did,
    Role::WhatHappened,
    Role::WhatILearned,
    Role::Learned,
    Role::Proud,
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    if context.case.kind != Kind::Story {
        return;
    }
    for role in WHERE {
        let said = said::of_role(context, role);
        // Where somebody speaks of themselves too, it is not only others.
        if said
            .iter()
            .flat_map(Said::words)
            .any(|word| ME.contains(&word.as_str()))
        {
            continue;
        }
        let Some((sentence, _)) = said
            .iter()
            .find_map(|said| Some((said, said.find(BLAMES)?)))
        else {
            continue;
        };
        let quoted = whyproof_case::shorten(sentence.text, 70);
        let message = format!("What was your own part in it? “{quoted}” tells only of others");
        let found = sink.diagnostic(sentence.span, message).help(
            "Others may well have erred. Tell what you could have seen, asked or done, and when you knew.",
        );
        sink.push(found);
    }
}
