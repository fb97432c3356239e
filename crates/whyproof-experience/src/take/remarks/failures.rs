//! Failures that are worth telling: one's own fault said openly, or something that was stopped, with what was learned.

use whyproof_syntax::Role;

use super::on;
use crate::background::Spot;
use crate::take::model::{Remark, RemarkKind};
use crate::take::sources::{Sources, role};

/// One for each story that tells a failure, and for each line of the résumé that does.
pub(super) fn found(sources: &Sources<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for at in 0..sources.told {
        let seen = &sources.seen[at];
        if !seen.tells_failure() {
            continue;
        }
        match sources.passages[at].spot {
            Spot::Line(_) => {
                let says = "A failure that is told: a story of it, with what was learned, is what rooms ask for.";
                remarks.push((None, at, says));
            }
            Spot::Story { story, .. }
                if !remarks.iter().any(|(known, ..)| *known == Some(story)) =>
            {
                let learned = (0..sources.told).any(|at| {
                    sources.story(at) == Some(story)
                        && role(&sources.passages[at]) == Some(Role::WhatILearned)
                });
                let says = if learned {
                    "A failure, told openly and with what was learned: tell it when a room asks what went wrong."
                } else {
                    "A failure, told openly. What was learned is missing: with it, this is a story to tell."
                };
                remarks.push((Some(story), at, says));
            }
            Spot::Story { .. } | Spot::Named(_) => {}
        }
    }
    let remarks = remarks
        .into_iter()
        .map(|(_, at, says)| on(sources, at, RemarkKind::Failure, says.to_owned()));
    remarks.collect()
}
