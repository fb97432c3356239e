//! A text that is no case yet.

use whyproof_case::{Case, Kind, Mined, shorten};

use super::{Group, Mark, Place, Screen, title};
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
        });
    }
    let kind = match case.kind {
        Kind::Idea => "an idea",
        Kind::Story => "a story",
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
        does: "makes a first draft of a case of it; your file stays as it is".to_owned(),
    }
}

fn place(case: &Case, mined: &Mined) -> Place {
    Place {
        line: Some(case.line(mined.span)),
        text: format!("“{}”", shorten(mined.text.trim_end_matches('.'), QUOTE)),
        more: None,
    }
}
