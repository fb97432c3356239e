//! The matcher against the labels of two readers: docs/judged/matching/RESULT.md has the figures.
#![allow(clippy::disallowed_methods, reason = "a test reads the labels")]

mod judged;

use judged::{Half, Judged, Score};
use whyproof_experience::Matcher;

fn scored(half: Half) -> Score {
    let judged = Judged::read(half);
    let matcher = Matcher::new(judged.items.iter().map(|item| item.text.as_str()));
    judged.score(|requirement| {
        matcher
            .answers(requirement)
            .into_iter()
            .map(|answer| answer.item)
            .collect()
    })
}

#[test]
fn the_half_that_was_built_with() {
    let score = scored(Half::Built);
    assert_eq!(score.right, 12);
    assert_eq!(score.wrong, [""; 0]);
    assert_eq!(score.missed, [""; 0]);
}

#[test]
fn the_half_that_was_held_out() {
    let score = scored(Half::Held);
    let counts = (score.right, score.wrong.len(), score.missed.len());
    assert_eq!(counts, (5, 7, 8), "{score:#?}");
}
