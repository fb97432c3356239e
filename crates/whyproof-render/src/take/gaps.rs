//! Gaps as they are told: each criterion once, those that the same would close together.

use whyproof_experience::{Gap, Take};

use super::says;

/// What is said over the lines that no story tells.
pub(crate) const UNTOLD: &str = "No story tells these lines yet. `whyproof story` asks about one of them and writes it \
     down: what was hardest, what you did and did not do, what came of it. The first would close most.";
/// What is said over gaps that nothing speaks to.
pub(crate) const OPEN: &str = "Nothing was found that speaks to these, and it can have been missed. If you have done it, \
     `whyproof story` asks about it; if not, that is an answer, too.";
/// What stands over those that something speaks to.
pub(crate) const STRONGER: &str = "What would make it stronger";
/// What stands over those that nothing speaks to.
pub(crate) const NOT_SHOWN: &str = "Not shown yet";
/// What stands over the lines that no story tells.
pub(crate) const LINES: &str = "To be told as a story";

/// What would close a gap of which nothing more is known.
pub(crate) const BEGIN: &str = "A line about it would be a beginning.";

/// Gaps, and what would close them all.
pub(crate) type Row<'t> = (Vec<&'t Gap>, &'t [String]);

/// The gaps of a bar.
pub(crate) struct BarGaps<'t> {
    /// The title of the bar.
    pub(crate) bar: &'t str,
    /// Lines that no story tells, and the gaps that a story of each would close; what closes most comes first.
    pub(crate) untold: Vec<(&'t str, Vec<&'t Gap>)>,
    /// What something speaks to, and what else would make it stronger.
    pub(crate) claimed: Vec<Row<'t>>,
    /// What nothing speaks to.
    pub(crate) open: Vec<Row<'t>>,
}

/// The gaps, bar by bar.
pub(crate) fn gaps(take: &Take) -> Vec<BarGaps<'_>> {
    let mut names: Vec<&str> = Vec::new();
    for gap in &take.gaps {
        if !names.contains(&gap.bar.as_str()) {
            names.push(&gap.bar);
        }
    }
    names.into_iter().map(|name| of(take, name)).collect()
}

fn of<'t>(take: &'t Take, name: &'t str) -> BarGaps<'t> {
    let gaps = || take.gaps.iter().filter(|gap| gap.bar == name);
    let mut untold: Vec<(&str, Vec<&Gap>)> = Vec::new();
    for gap in gaps() {
        let Some(words) = gap.untold.as_deref() else {
            continue;
        };
        match untold.iter_mut().find(|(known, _)| *known == words) {
            Some((_, all)) => all.push(gap),
            None => untold.push((words, vec![gap])),
        }
    }
    untold.sort_by_key(|(_, gaps)| std::cmp::Reverse(gaps.len()));
    let bar = take.bars.iter().find(|bar| bar.name == name);
    BarGaps {
        bar: bar.map_or(name, says::bar),
        untold,
        claimed: rows(gaps().filter(|gap| !gap.open && !gap.steps.is_empty())),
        open: rows(gaps().filter(|gap| gap.open)),
    }
}

/// Those with the same steps together.
fn rows<'t>(gaps: impl Iterator<Item = &'t Gap>) -> Vec<Row<'t>> {
    let mut rows: Vec<Row<'t>> = Vec::new();
    for gap in gaps {
        match rows.iter_mut().find(|(_, steps)| *steps == gap.steps) {
            Some((all, _)) => all.push(gap),
            None => rows.push((vec![gap], &gap.steps)),
        }
    }
    rows
}
