//! Which stories a letter tells: those that answer most of what the job asks for, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::{LetterInput, Paragraph, told};
use crate::take::{CriterionTake, Level, RemarkKind};

/// How many stories a letter tells.
const STORIES: usize = 3;
/// How many words they have together: a page is not filled.
const WORDS: usize = 230;
/// How many sentences a story needs: less is no story.
const LEAST: usize = 2;

/// Words of a job that asks what went wrong.
const FAILURE: &[&str] = &["fail", "mistake", "went wrong", "setback", "did not work"];

/// The stories, as paragraphs: what is shown before what is claimed, a failure last and only where the job asks for one.
pub(super) fn stories(input: &LetterInput<'_>) -> Vec<Paragraph> {
    let passages = input.background.passages();
    let failures = failures(input);
    let mut left: Vec<&CriterionTake> = input.take.criteria.iter().collect();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut tried: BTreeSet<usize> = BTreeSet::new();
    let mut words = 0;
    while paragraphs.len() < STORIES {
        let Some((story, criterion)) = next(&left, &tried, &failures) else {
            break;
        };
        tried.insert(story);
        let sentences = told::sentences(input, &passages, story);
        let more: usize = sentences
            .iter()
            .map(|one| one.split_whitespace().count())
            .sum();
        if sentences.len() < LEAST || (words + more > WORDS && !paragraphs.is_empty()) {
            continue;
        }
        words += more;
        let answers = asked(criterion).to_owned();
        left.retain(|one| !of(one).any(|(its, _)| its == story));
        paragraphs.push(Paragraph {
            story,
            answers,
            sentences,
            is_failure: failures.contains(&story),
        });
    }
    paragraphs.sort_by_key(|one| one.is_failure);
    if paragraphs.first().is_some_and(|one| one.is_failure) {
        return Vec::new();
    }
    paragraphs
}

/// What the job says, else what meeting the bar looks like.
pub(super) fn asked(criterion: &CriterionTake) -> &str {
    criterion.from.as_deref().unwrap_or(&criterion.meets)
}

/// The stories that tell a criterion, and whether with evidence.
fn of(criterion: &CriterionTake) -> impl Iterator<Item = (usize, bool)> {
    let found = criterion.found.iter();
    found.filter_map(|quote| Some((quote.story?, !quote.evidence.is_empty())))
}

/// The story that answers most of what is left, and what it answers first; of equals the first of the bank.
fn next<'t>(
    left: &[&'t CriterionTake],
    tried: &BTreeSet<usize>,
    failures: &BTreeSet<usize>,
) -> Option<(usize, &'t CriterionTake)> {
    let mut worth: BTreeMap<usize, (usize, &'t CriterionTake)> = BTreeMap::new();
    for criterion in left.iter().filter(|one| one.level != Level::NotShown) {
        let wants_failure = wants_failure(criterion);
        let mut seen = BTreeSet::new();
        for (story, is_shown) in of(criterion) {
            let fits = wants_failure == failures.contains(&story);
            if fits && !tried.contains(&story) && seen.insert(story) {
                let entry = worth.entry(story).or_insert((0, criterion));
                entry.0 += if is_shown { 2 } else { 1 };
            }
        }
    }
    let best = worth
        .into_iter()
        .max_by_key(|(story, (worth, _))| (*worth, std::cmp::Reverse(*story)));
    best.map(|(story, (_, criterion))| (story, criterion))
}

fn wants_failure(criterion: &CriterionTake) -> bool {
    let asked = asked(criterion).to_lowercase();
    FAILURE.iter().any(|word| asked.contains(word))
}

/// The stories that the take calls failures.
fn failures(input: &LetterInput<'_>) -> BTreeSet<usize> {
    let failed = input.remarks.iter();
    let failed = failed.filter(|remark| remark.kind == RemarkKind::Failure);
    let stories = &input.background.stories;
    failed
        .filter_map(|remark| stories.iter().position(|story| story.path == remark.path))
        .collect()
}
