//! A letter: how long it is, and what of its words gives pause. Nothing is asked of it that is asked of an idea or a story.

use whyproof_case::Case;
use whyproof_check::Findings;
use whyproof_syntax::{NodeKind, Place};

use super::{Group, Mark, Screen, places, title};
use crate::text::{counted, typed};

/// Words that a page of a letter holds, its head and its end apart.
const PAGE: usize = 400;

/// What the first screen says of it.
pub(super) fn first(case: &Case, findings: &Findings, path: &str) -> Screen {
    let words = words(case);
    let mut notes =
        vec!["What it tells is asked of your stories: open one of them for its whys.".to_owned()];
    if words > PAGE {
        notes.insert(
            0,
            format!(
                "A page holds about {PAGE}: leave out what your reader can find in your résumé."
            ),
        );
    }
    let weakest = places::found(case, findings);
    let groups = match weakest.len() {
        0 => Vec::new(),
        count => vec![Group {
            heading: match count {
                1 => "A place to look at",
                _ => "Places to look at",
            }
            .to_owned(),
            places: weakest,
            asks: false,
        }],
    };
    let file = typed(path);
    let stem = file.strip_suffix(".md").unwrap_or(&file);
    Screen {
        title: title(case, path),
        mark: Mark::Stands,
        verdict: format!("A letter of {}.", counted(words, "word", "words")),
        notes,
        groups,
        command: format!("whyproof render {file} -o {stem}.pdf"),
        does: "the page to send".to_owned(),
    }
}

fn words(case: &Case) -> usize {
    let texts = case.parse.document.texts.iter();
    let body = texts
        .filter(|text| text.place == Place::Body && !matches!(text.kind, NodeKind::Heading(_)));
    body.map(|text| text.words.text.split_whitespace().count())
        .sum()
}
