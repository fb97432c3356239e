//! Gaps as they are told: each criterion once, those that the same would close together.

use std::sync::LazyLock;

use whyproof_experience::{Gap, Take};

/// What is said over the lines that no story tells.
pub(crate) const UNTOLD: &str = "No story tells these lines yet. `whyproof story` asks about one of them and writes it \
     down: what was hardest, what you did and did not do, what came of it. The first would close most.";
/// What is said over gaps that nothing speaks to.
const OPEN: &str = "Nothing was found that speaks to these, and it can have been missed. If you have done it, \
     `whyproof story` asks about it; if not, that is an answer, too.";
/// What stands over those that something speaks to.
const STRONGER: &str = "What would make it stronger";
/// What stands over those that nothing speaks to.
const NOT_SHOWN: &str = "Not shown yet";
/// What stands over the lines that no story tells.
pub(crate) const LINES: &str = "To be told as a story";

/// What stands over what the story of a line would tell.
pub(crate) const WOULD_TELL: &str = "Its story would tell";
/// What would close a gap of which nothing more is known.
const BEGIN: &str = "A line about it would be a beginning.";

/// Gaps, and what would close them all.
pub(crate) type Row<'t> = (Vec<&'t Gap>, &'t [String]);

/// The gaps of all bars.
pub(crate) struct Gaps<'t> {
    /// Lines that no story tells, and the gaps that a story of each would close; what closes most comes first.
    pub(crate) untold: Vec<(&'t str, Vec<&'t Gap>)>,
    /// Groups of rows: what stands over each, what is said there, and its rows.
    pub(crate) groups: Vec<(&'static str, &'static str, Vec<Row<'t>>)>,
}

/// The gaps: what closes several stands once, whatever bar they are of.
pub(crate) fn gaps(take: &Take) -> Gaps<'_> {
    let mut untold: Vec<(&str, Vec<&Gap>)> = Vec::new();
    for gap in &take.gaps {
        let Some(words) = gap.untold.as_deref() else {
            continue;
        };
        match untold.iter_mut().find(|(known, _)| *known == words) {
            Some((_, all)) => all.push(gap),
            None => untold.push((words, vec![gap])),
        }
    }
    untold.sort_by_key(|(_, gaps)| std::cmp::Reverse(gaps.len()));
    let claimed = take
        .gaps
        .iter()
        .filter(|gap| !gap.open && !gap.steps.is_empty());
    let open = take.gaps.iter().filter(|gap| gap.open);
    let mut groups = vec![(STRONGER, "", rows(claimed)), (NOT_SHOWN, OPEN, rows(open))];
    groups.retain(|(.., rows)| !rows.is_empty());
    Gaps { untold, groups }
}

/// Those with the same steps together.
fn rows<'t>(gaps: impl Iterator<Item = &'t Gap>) -> Vec<Row<'t>> {
    let mut rows: Vec<Row<'t>> = Vec::new();
    for gap in gaps {
        match rows.iter_mut().find(|(_, known)| *known == steps(gap)) {
            Some((all, _)) => all.push(gap),
            None => rows.push((vec![gap], steps(gap))),
        }
    }
    rows
}

/// What would close a gap; a beginning, where nothing more is known.
fn steps(gap: &Gap) -> &[String] {
    static BEGINNING: LazyLock<[String; 1]> = LazyLock::new(|| [BEGIN.to_owned()]);
    match gap.steps.as_slice() {
        [] => BEGINNING.as_slice(),
        steps => steps,
    }
}
