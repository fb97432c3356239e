//! What a line is worth for a job. It decides what goes in where the page is full, and is shown to nobody: it is no
//! judgement of what was done.
//!
//! A line is worth what it covers of the job's requirements, the second that answers one half as much as the first, the
//! third a quarter; and a little for being of late, for being told in a story, and for evidence in that story.

use std::collections::BTreeMap;

use super::TailorInput;
use super::item::Item;
use crate::background::{Life, Spot};
use crate::matching::Matcher;
use crate::resume::{Section, all};

/// How much of a requirement a line must cover to answer it.
const LEAST: f64 = 0.4;
/// What all of a requirement is worth, in thousandths.
const REQUIREMENT: f64 = 1000.0;
/// What any line is worth.
const BASE: f64 = 100.0;
/// What a line of the latest job is worth more; each job before it, half as much as the next.
const RECENT: f64 = 300.0;
/// What a story that tells it is worth, and as much again where that has evidence.
const TOLD: f64 = 100.0;
/// What a pinned line is worth: more than all that is not.
const PINNED: u64 = 1 << 32;

/// For each requirement the items that answer it, best first.
pub(super) type Answers = Vec<Vec<usize>>;

/// Gives every item its value.
pub(super) fn give(items: &mut [Item], input: &TailorInput<'_>, life: &Life) -> Answers {
    let matcher = Matcher::new(items.iter().map(|item| item.lengths[0].as_str()));
    let mut values = vec![BASE; items.len()];
    let mut answers = Answers::new();
    for (_, text) in input.requirements {
        let mut found = matcher.answers_at(text, LEAST);
        found.sort_by(|one, other| {
            other
                .covered
                .total_cmp(&one.covered)
                .then(one.item.cmp(&other.item))
        });
        let mut worth = REQUIREMENT;
        for answer in &found {
            values[answer.item] += worth * answer.covered.clamp(0.0, 1.0);
            worth /= 2.0;
        }
        answers.push(found.into_iter().map(|answer| answer.item).collect());
    }
    let ages = ages(life);
    let evidence = evidence(input);
    for (item, value) in items.iter_mut().zip(values) {
        let age = ages
            .get(&(item.id.section, item.id.entry))
            .copied()
            .unwrap_or(2);
        let recent = RECENT / f64::from(1 << age.min(10));
        let told = item.tied.map_or(0.0, |story| {
            TOLD * if evidence.get(&story).is_some_and(|shown| *shown) {
                2.0
            } else {
                1.0
            }
        });
        item.value =
            (value + recent + told).round() as u64 + if item.is_pinned { PINNED } else { 0 };
    }
    answers
}

/// How many entries of the same section are later than each.
fn ages(life: &Life) -> BTreeMap<(Section, usize), u32> {
    let resume = &life.resume;
    let mut found = BTreeMap::new();
    found.insert((Section::Basics, 0), 0);
    let mut rank = |section: Section, ends: Vec<String>| {
        for (at, end) in ends.iter().enumerate() {
            let later = ends.iter().filter(|other| *other > end).count();
            found.insert((section, at), u32::try_from(later).unwrap_or(u32::MAX));
        }
    };
    // What goes on is later than all that ended.
    let end = |end: &Option<String>, start: &Option<String>| match (end, start) {
        (Some(end), _) if !end.is_empty() => end.clone(),
        (_, Some(_)) => "9999".to_owned(),
        _ => String::new(),
    };
    rank(
        Section::Work,
        all(&resume.work)
            .iter()
            .map(|one| end(&one.end_date, &one.start_date))
            .collect(),
    );
    rank(
        Section::Volunteer,
        all(&resume.volunteer)
            .iter()
            .map(|one| end(&one.end_date, &one.start_date))
            .collect(),
    );
    rank(
        Section::Projects,
        all(&resume.projects)
            .iter()
            .map(|one| end(&one.end_date, &one.start_date))
            .collect(),
    );
    found
}

/// Which stories have a sentence with evidence that counts.
fn evidence(input: &TailorInput<'_>) -> BTreeMap<usize, bool> {
    let mut found = BTreeMap::new();
    for passage in input.background.passages() {
        if let Spot::Story { story, .. } = passage.spot {
            *found.entry(story).or_insert(false) |= !passage.evidence.is_empty();
        }
    }
    found
}
