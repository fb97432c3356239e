//! What a line is worth for a job. It decides what goes in where the page is full, and is shown to nobody: it is no
//! judgement of what was done.
//!
//! What answers a requirement is what the take finds, so that both say the same. The line that answers best is worth all of
//! it, the second one half as much, the third a quarter; what only has the requirement's words, less than all that answers.
//! A little more it is worth for being of late, for being told in a story, and for evidence in that story.

use std::collections::BTreeMap;

use super::TailorInput;
use super::item::Item;
use crate::background::{Life, Spot};
use crate::matching::Matcher;
use crate::resume::{LineId, Section, all};
use crate::take::Read;

/// How much of a requirement's words a line must cover to be worth something where it does not answer it.
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

/// What answers a requirement.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// Items, best first.
    pub(super) items: Vec<usize>,
    /// Lines that answer it and may not be in the résumé.
    pub(super) barred: Vec<LineId>,
    /// Stories, by their places in the bank, best first.
    pub(super) stories: Vec<usize>,
}

/// What answers each requirement.
pub(super) type Answers = Vec<Answer>;

/// What the take finds for each requirement.
fn found(items: &[Item], input: &TailorInput<'_>) -> Answers {
    let read = Read::of(input.background, std::slice::from_ref(input.bar));
    let of_bar = read.hits.first().map_or(&[][..], Vec::as_slice);
    let answers = of_bar.iter().map(|hits| {
        let mut answer = Answer::default();
        for hit in hits {
            match read.passages()[hit.passage].spot {
                Spot::Line(id) => match items.iter().position(|item| item.line == id) {
                    Some(item) => answer.items.push(item),
                    None => answer.barred.push(id),
                },
                Spot::Story { story, .. } if !answer.stories.contains(&story) => {
                    answer.stories.push(story);
                }
                Spot::Story { .. } => {}
            }
        }
        answer
    });
    answers.collect()
}

/// Gives every item its value.
pub(super) fn give(items: &mut [Item], input: &TailorInput<'_>, life: &Life) -> Answers {
    let mut values = vec![BASE; items.len()];
    let answers = found(items, input);
    let matcher = Matcher::new(items.iter().map(|item| item.lengths[0].as_str()));
    for (answer, criterion) in answers.iter().zip(&input.bar.criteria) {
        let mut worth = REQUIREMENT;
        for item in &answer.items {
            values[*item] += worth;
            worth /= 2.0;
        }
        for near in matcher.answers_at(&super::asked(criterion), LEAST) {
            if !answer.items.contains(&near.item) {
                values[near.item] += worth / 2.0 * near.covered.clamp(0.0, 1.0);
            }
        }
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
