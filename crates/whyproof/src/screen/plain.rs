//! A text that is no case yet.

use whyproof_case::{Case, Kind, Mined, shorten};

use super::{Group, Mark, Place, Screen, title};
use crate::input::STANDARD_INPUT;
use crate::text::{counted, typed};

/// Longest quotation, in characters.
const QUOTE: usize = 130;

/// Whether the text uses none of our format: no kind, no section with a role, no claim.
pub(super) fn is_plain(case: &Case) -> bool {
    let sections = &case.parse.document.sections;
    case.front.get("kind").is_none()
        && case.statements.is_empty()
        && sections.iter().all(|section| section.role.is_none())
}

/// What the first screen says of it.
pub(super) fn first(case: &Case, path: &str) -> Screen {
    let file = typed(path);
    let mut groups = Vec::new();
    let mined = case.mined();
    if !mined.is_empty() {
        let sentences = counted(mined.len(), "sentence", "sentences");
        groups.push(Group {
            heading: format!("It already argues in {sentences}"),
            places: mined
                .iter()
                .take(3)
                .map(|mined| place(case, mined))
                .collect(),
            asks: false,
        });
    }
    if case.kind == Kind::Idea && whyproof_import::is_story(&case.parse) {
        return story(case, path, groups);
    }
    let kind = match case.kind {
        Kind::Idea => "an idea",
        Kind::Story => "a story",
        Kind::Letter => "a letter",
    };
    Screen {
        title: title(case, path),
        mark: Mark::Open,
        verdict: format!(
            "Read as {kind} with nothing argued yet: there is no claim to stand or fall."
        ),
        notes: vec![
            "A case says which problem it solves and for whom, what it claims, and the reasons: \
             “because …”, “but …”."
                .to_owned(),
        ],
        groups,
        command: format!("whyproof import {file}"),
        does: draft("case", path),
    }
}

/// What `import` does.
fn draft(what: &str, path: &str) -> String {
    if path == STANDARD_INPUT {
        format!("makes a first draft of a {what} of the same text on its standard input")
    } else {
        format!("makes a first draft of a {what} of it; your file stays as it is")
    }
}

/// What it says of a text that tells what its author did.
fn story(case: &Case, path: &str, groups: Vec<Group>) -> Screen {
    Screen {
        title: title(case, path),
        mark: Mark::Open,
        verdict: "It may be a story, for it tells what you did; nothing is argued yet.".to_owned(),
        notes: vec![
            "A story says what you did, why it mattered, what happened, what was hardest and what \
             you learned; `whyproof new story NAME` begins one."
                .to_owned(),
        ],
        groups,
        command: format!("whyproof import {}", typed(path)),
        does: draft("story", path),
    }
}

fn place(case: &Case, mined: &Mined) -> Place {
    Place {
        line: Some(case.line(mined.span)),
        text: format!("“{}”", shorten(mined.text.trim_end_matches('.'), QUOTE)),
        more: None,
    }
}
