//! How far a criterion is shown, and what is missing, from what was found and what was not.

use whyproof_case::{Criterion, Grounds, shorten};

use super::kinds::{self, Degree};
use super::model::{Level, NO_STORY};
use super::reading::{Hit, Sought};
use super::sources::Sources;

/// How many things are named that a criterion lacks.
const LACKS: usize = 2;
/// Longest quotation of what comes near, in characters.
const NEAR: usize = 60;
/// How many words of a bar are named where its kinds are not known.
const NAMED: usize = 3;

/// Shown, where a found sentence of a story cites evidence that counts, or a line is tied to such a story; claimed where
/// something was found.
pub(super) fn level(sources: &Sources<'_>, hits: &[Hit]) -> Level {
    let proves = |hit: &Hit| !hit.quote.evidence.is_empty();
    let proved = |story: usize| {
        hits.iter()
            .any(|hit| hit.quote.story == Some(story) && proves(hit))
    };
    let shown = hits
        .iter()
        .any(|hit| proves(hit) || sources.passages[hit.passage].tied.is_some_and(proved));
    match (hits.is_empty(), shown) {
        (true, _) => Level::NotShown,
        (false, true) => Level::Shown,
        (false, false) => Level::Claimed,
    }
}

/// What is missing, in plain words.
pub(super) fn missing(
    criterion: &Criterion,
    sought: &Sought<'_>,
    sources: &Sources<'_>,
    hits: &[Hit],
) -> Vec<String> {
    let level = level(sources, hits);
    let mut missing = Vec::new();
    if level == Level::Claimed {
        missing.extend(on_your_word(sources, hits));
    }
    let room = match level {
        Level::Shown => 1,
        Level::Claimed | Level::NotShown => LACKS,
    };
    // Where what a job asks for is only guessed, nobody is told that they lack it.
    let asked: Vec<usize> = match sought.is_guess() {
        true => Vec::new(),
        false => sought.asked().collect(),
    };
    let lacking = lacking(&asked, sources, hits);
    // What is shown lacks at most what it is most about.
    let first = asked.first().copied();
    let told = lacking
        .iter()
        .filter(|kind| level != Level::Shown || Some(**kind) == first);
    missing.extend(told.take(room).filter_map(|at| {
        let kind = kinds::kind(*at)?;
        let elsewhere = sources.nearest(*at);
        match (level, elsewhere) {
            // Nobody is told that they lack what stands in their own words.
            (Level::NotShown, Some((nearest, _))) => Some(format!(
                "“{}” comes near it, and leaves open what would make it plain.",
                shorten(&sources.passages[nearest].words, NEAR)
            )),
            (_, Some((_, Degree::Full))) if kind.is_of_the_whole() => None,
            _ => Some(kind.lacks.to_owned()),
        }
    }));
    missing.dedup();
    if missing.is_empty() && level == Level::NotShown {
        missing.push(unknown(criterion));
    }
    missing
}

/// The kinds that a criterion asks for and that none of its sentences is wholly of, nor the one right behind it; of those
/// that it asks for most.
pub(super) fn lacking(asked: &[usize], sources: &Sources<'_>, hits: &[Hit]) -> Vec<usize> {
    let goes_on = |hit: &Hit, kind: &usize| {
        let next = sources.next(hit.passage);
        next.is_some_and(|seen| seen.kinds.contains(&(*kind, Degree::Full)))
    };
    // A line of a résumé has no room for all of it: nearly is enough not to be said to lack it.
    let nearly = |hit: &Hit, kind: &usize| {
        let seen = sources.seen.get(hit.passage);
        let mut kinds = seen.into_iter().flat_map(|seen| &seen.kinds);
        hit.quote.story.is_none() && kinds.any(|(of, _)| of == kind)
    };
    let has = |kind: &usize| {
        let mut hits = hits.iter();
        hits.any(|hit| hit.kinds.contains(kind) || goes_on(hit, kind) || nearly(hit, kind))
    };
    asked
        .iter()
        .take(LACKS + 1)
        .copied()
        .filter(|kind| !has(kind))
        .collect()
}

/// Why what was found is on somebody's word; nothing where its name is all that there is to tell, as of a degree.
fn on_your_word(sources: &Sources<'_>, hits: &[Hit]) -> Option<String> {
    let cited = hits
        .iter()
        .find_map(|hit| sources.passages[hit.passage].unshown.as_ref());
    match cited.map(Grounds::sentence) {
        Some(why) => {
            let why = why
                .strip_prefix("on your word: ")
                .unwrap_or(&why)
                .to_owned();
            Some(format!(
                "On your word: what is cited does not lead a reader anywhere ({why})."
            ))
        }
        None if hits.iter().all(|hit| sources.is_whole(hit.passage)) => None,
        None if hits.iter().all(|hit| sources.is_named(hit.passage)) => {
            Some("Your résumé names it; no line and no story tells it.".to_owned())
        }
        None if hits.iter().all(|hit| hit.quote.story.is_none()) => Some(NO_STORY.to_owned()),
        None => Some("On your word: cite something that a reader could open.".to_owned()),
    }
}

/// What is missing of a criterion whose words name no kind.
fn unknown(criterion: &Criterion) -> String {
    let cues: Vec<String> = criterion
        .cues
        .iter()
        .take(NAMED)
        .map(|cue| format!("“{cue}”"))
        .collect();
    let cues: Vec<&str> = cues.iter().map(String::as_str).collect();
    match cues.as_slice() {
        [] => format!("No sentence speaks of it: {}", criterion.meets),
        _ => format!(
            "No sentence speaks of it, with words such as {}.",
            whyproof_case::list(&cues)
        ),
    }
}

#[cfg(test)]
mod tests;
