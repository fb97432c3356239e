//! Gaps, and how to close each: what to cite, which part of which story is empty, what to count or write down; or,
//! plainly, that nothing speaks to it.

use whyproof_case::{Bar, shorten};
use whyproof_syntax::Role;

use super::Read;
use super::kinds;
use super::level::{self, lacking};
use super::model::{Gap, Level};
use super::reading::{Hit, Sought};

/// Longest quotation in a step, in characters.
const QUOTED: usize = 60;

/// One for each criterion that is not shown, in the order of the bars; of each bar, what would only be welcome comes last.
pub(super) fn gaps(read: &Read<'_>, bars: &[Bar]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (at, bar) in bars.iter().enumerate() {
        let criteria = bar
            .criteria
            .iter()
            .zip(&read.hits[at])
            .zip(&read.sought[at]);
        let mut criteria: Vec<_> = criteria.collect();
        criteria.sort_by_key(|((criterion, _), _)| criterion.wish);
        for ((criterion, hits), sought) in criteria {
            let level = level::level(&read.sources, hits);
            let (untold, steps) = match level {
                Level::Shown => continue,
                Level::Claimed => claimed(read, hits, sought),
                Level::NotShown => (None, not_shown(read, sought)),
            };
            let open = level == Level::NotShown;
            if steps.is_empty() && untold.is_none() && !open {
                continue;
            }
            gaps.push(Gap {
                bar: bar.name.clone(),
                criterion: criterion.id.clone(),
                title: criterion.title.clone(),
                untold,
                open,
                steps,
            });
        }
    }
    gaps
}

/// The line that no story tells, where that is the first thing to do; and what else to do.
fn claimed(read: &Read<'_>, hits: &[Hit], sought: &Sought<'_>) -> (Option<String>, Vec<String>) {
    let mut steps = Vec::new();
    let mut untold = None;
    if let Some(hit) = hits
        .iter()
        .find(|hit| read.sources.story(hit.passage).is_some())
    {
        let quote = &hit.quote;
        let line = quote
            .line
            .map_or_else(String::new, |line| format!(":{line}"));
        let words = shorten(&quote.words, QUOTED);
        steps.push(match read.sources.passages[hit.passage].unshown {
            Some(_) => format!(
                "Let the note that “{words}” ({}{line}) cites lead to a file, a link, or somebody who has seen it.",
                quote.path
            ),
            None => format!(
                "End “{words}” ({}{line}) with a note such as [^source] that a reader could open.",
                quote.path
            ),
        });
    } else if let Some(hit) = hits.first() {
        // A certificate or a language is named, and needs no story.
        if read.sources.is_named(hit.passage) {
            return (None, steps);
        }
        let words = shorten(&hit.quote.words, QUOTED);
        if let Some(story) = read.sources.passages[hit.passage].tied {
            let stories = &read.sources.background.stories;
            let title = stories.get(story).map_or("", |story| story.title());
            steps.push(format!(
                "Tell “{words}” in “{title}” too, with a note that a reader could open."
            ));
            steps.extend(mend(read, sought, hits));
            return (None, steps);
        }
        untold = Some(words);
    }
    steps.extend(mend(read, sought, hits));
    (untold, steps)
}

fn not_shown(read: &Read<'_>, sought: &Sought<'_>) -> Vec<String> {
    let mut steps: Vec<String> = empty_part(read, sought).into_iter().collect();
    steps.extend(mend(read, sought, &[]));
    steps
}

/// What to write down or count: of what the criterion asks for most and nothing has.
fn mend(read: &Read<'_>, sought: &Sought<'_>, hits: &[Hit]) -> Option<String> {
    let asked: Vec<usize> = sought.asked().collect();
    let first = lacking(&asked, &read.sources, hits).into_iter().next()?;
    kinds::kind(first).map(|kind| kind.mend.to_owned())
}

/// A part that the criterion shows in, and that a story has not filled.
fn empty_part(read: &Read<'_>, sought: &Sought<'_>) -> Option<String> {
    let wanted: Vec<Role> = sought
        .parts()
        .filter(|role| whyproof_case::STORY_PARTS.contains(role))
        .collect();
    let stories = &read.sources.background.stories;
    wanted.iter().find_map(|role| {
        let story = stories.iter().find(|story| {
            let mut parts = story.case.story.iter().filter(|part| part.role == *role);
            parts.all(|part| part.text.trim().is_empty())
        })?;
        Some(format!(
            "“{}” says nothing under “{}” yet, where it would show.",
            story.title(),
            role.title()
        ))
    })
}
