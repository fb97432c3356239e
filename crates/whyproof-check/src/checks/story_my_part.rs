//! `story-my-part`: which part was yours?.

use whyproof_case::{Kind, StoryPart};
use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "story-my-part",
    family: Family::Stories,
    severity: Severity::Warning,
    default: true,
    summary: "Which part was yours?",
    run,
};

const HELP: &str = "Say what you yourself did, “I stood at the counter for four days”, and in the front matter who did the rest: \
                    `my part: operations lead; four people, none reporting to me`.";

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.kind != Kind::Story {
        return;
    }
    let said = said::of_role(context, Role::Did);
    if said.is_empty() {
        let span = said::heading(case, Role::Did).unwrap_or_else(|| said::title(case));
        let found = sink
            .diagnostic(
                span,
                "What did you do yourself? “What I did” is not told yet",
            )
            .help(HELP);
        sink.push(found);
        return;
    }
    let count = |words: &[&str]| {
        said.iter()
            .flat_map(Said::words)
            .filter(|word| words.contains(&word.as_str()))
            .count()
    };
    let mine = count(ME);
    let ours = count(&["we", "we'd", "we've", "our", "us", "ours"]);
    let heading = said::heading(case, Role::Did).unwrap_or_else(|| said::title(case));
    let message = if mine == 0 && ours > 0 {
        format!(
            "Which part of this was yours? “What I did” says we {} and I never",
            times(ours)
        )
    } else if mine == 0 {
        "Which part of this was yours? “What I did” never says I".to_owned()
    } else if my_part(context) {
        return;
    } else {
        "Which part was yours, and which was others'? The front matter has no `my part`".to_owned()
    };
    let first = said.iter().find(|said| said.has(&["we", "our", "us"]));
    let span = if mine == 0 {
        first.map_or(heading, |said| said.span)
    } else {
        heading
    };
    let found = sink.diagnostic(span, message).help(HELP);
    sink.push(found);
}

/// Words by which somebody speaks of themselves.
pub(super) const ME: &[&str] = &[
    "i", "i'd", "i've", "i'm", "i'll", "my", "me", "mine", "myself",
];

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

fn my_part(context: &Context<'_>) -> bool {
    context
        .case
        .front
        .get("my part")
        .is_some_and(|value| !value.trim().is_empty())
}

/// Where a story tells `role`: whether it says anything there, and where to ask, which is the heading or the title.
pub(super) fn told(context: &Context<'_>, role: Role) -> Option<(bool, Span)> {
    let case = context.case;
    if case.kind != Kind::Story {
        return None;
    }
    let parts: Vec<&StoryPart> = case.story.iter().filter(|part| part.role == role).collect();
    let said = parts.iter().any(|part| !part.text.trim().is_empty());
    let span = parts
        .first()
        .map_or_else(|| said::title(case), |part| part.heading);
    Some((said, span))
}
