//! The case as a whole: its verdict, and what it rests on.

use std::collections::BTreeSet;

use super::both::{Both, step_in_words};
use super::{ChangeKind, Changed};
use crate::case::Case;
use crate::explain::list_first;
use crate::repair::Step;

pub(super) fn changes(both: &Both<'_>, into: &mut Vec<Changed>) {
    let (old, new) = (&both.old.verdict, &both.new.verdict);
    if old.standing != new.standing {
        into.push(Changed {
            old: Some(old.standing.word().to_owned()),
            new: Some(new.standing.word().to_owned()),
            because: Some(both.new.because_case()),
            ..Changed::new(ChangeKind::Verdict, "the case")
        });
    }
    let (was, is) = (&old.repair, &new.repair);
    let keys = |steps: &[Step], is_old| -> BTreeSet<String> {
        steps.iter().map(|step| both.step(*step, is_old)).collect()
    };
    let (before, after) = (keys(&was.steps, true), keys(&is.steps, false));
    let gone = was.steps.iter();
    let gone = gone.filter(|step| !after.contains(&both.step(**step, true)));
    let came = is.steps.iter();
    let came = came.filter(|step| !before.contains(&both.step(**step, false)));
    let (gone, came) = (words(both.old, gone), words(both.new, came));
    if gone.is_some() || came.is_some() {
        into.push(Changed {
            old: gone,
            new: came,
            ..Changed::new(ChangeKind::RestsOn, "the case")
        });
    }
}

/// The first few of the steps; none where there are none.
fn words<'s>(case: &Case, steps: impl Iterator<Item = &'s Step>) -> Option<String> {
    let mut words = steps.map(|step| step_in_words(case, *step)).peekable();
    words.peek()?;
    Some(list_first(words))
}
