//! The case as a whole: its verdict, and what it rests on.

use std::collections::BTreeSet;

use super::both::{Both, step_in_words};
use super::{ChangeKind, Changed};
use crate::case::Case;
use crate::explain::list_first;

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
    let before: BTreeSet<String> = was
        .steps
        .iter()
        .map(|step| both.step(*step, true))
        .collect();
    let after: BTreeSet<String> = is
        .steps
        .iter()
        .map(|step| both.step(*step, false))
        .collect();
    if before != after || was.more != is.more {
        let words = |case: &Case| {
            let repair = &case.verdict.repair;
            let steps = repair.steps.iter().map(|step| step_in_words(case, *step));
            let more = (repair.more > 0).then(|| format!("{} more", repair.more));
            (!repair.steps.is_empty()).then(|| list_first(steps.chain(more)))
        };
        into.push(Changed {
            old: words(both.old),
            new: words(both.new),
            ..Changed::new(ChangeKind::RestsOn, "the case")
        });
    }
}
