//! What a line is worth for a job. It decides what goes in where the page is full, and is shown to nobody: it is no
//! judgement of what was done.
//!
//! A line is worth what it covers of the job's requirements, the second that answers one half as much as the first, the
//! third a quarter; more for a change that was measured, less for a number; and a little for being of late, for being told
//! in a story, and for evidence in that story. The best lines of the three latest jobs go before all others: a job without
//! a line tells nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::TailorInput;
use super::item::{Item, is_summary};
use crate::background::{Life, Spot};
use crate::matching::{Answer, Matcher};
use crate::resume::{Section, all};
use crate::stems::words;
use crate::take::is_hollow;
use crate::truth::Told;

/// How much of a requirement a line must cover to answer it.
const LEAST: f64 = 0.4;
/// What all of a requirement is worth, in thousandths.
const REQUIREMENT: f64 = 1000.0;
/// What any line is worth.
const BASE: f64 = 100.0;
/// What a change that was measured is worth, and what any other number is.
const CHANGE: f64 = 600.0;
const NUMBER: f64 = 250.0;
/// What a line of the latest job is worth more; each job before it, half as much as the next.
const RECENT: f64 = 300.0;
/// What a story that tells it is worth, and as much again where that has evidence.
const TOLD: f64 = 100.0;
/// How much of its worth a line keeps that has nothing but words that sound.
const HOLLOW: f64 = 0.2;
/// How many lines the latest job keeps, the one before it, and the one before that.
const KEPT: [usize; 3] = [3, 2, 1];
/// What a kept line is worth: more than all that are not.
const KEPT_WORTH: u64 = 1 << 18;
/// What a pinned line is worth: more than all that is not.
const PINNED: u64 = 1 << 32;

/// For each requirement what answers it, best first.
pub(super) type Answers = Vec<Vec<Answer>>;

/// Gives every item its value and its rank.
pub(super) fn give(items: &mut [Item], input: &TailorInput<'_>, life: &Life) -> Answers {
    let matcher = Matcher::new(items.iter().map(|item| item.lengths[0].as_str()));
    let mut values = vec![BASE; items.len()];
    let mut answers = Answers::new();
    for (_, text) in input.requirements {
        let mut found = matcher.answers_at(text, LEAST);
        found.sort_by(|one, other| {
            let by_cover = other.covered.total_cmp(&one.covered);
            by_cover.then(one.item.cmp(&other.item))
        });
        let mut worth = REQUIREMENT;
        for answer in &found {
            values[answer.item] += worth * answer.covered.clamp(0.0, 1.0);
            worth /= 2.0;
        }
        answers.push(found);
    }
    let answering: BTreeSet<usize> = answers.iter().flatten().map(|one| one.item).collect();
    let asked: BTreeSet<String> = input
        .requirements
        .iter()
        .flat_map(|(_, text)| words(text))
        .map(|word| word.stem)
        .collect();
    let ages = ages(life);
    let evidence = evidence(input);
    for (at, (item, value)) in items.iter_mut().zip(values).enumerate() {
        let age = ages.get(&(item.id.section, item.id.entry)).copied();
        let told = item.tied.map_or(0.0, |story| {
            let is_shown = evidence.get(&story).is_some_and(|shown| *shown);
            TOLD * if is_shown { 2.0 } else { 1.0 }
        });
        let measured = Told::of(&item.mine);
        let number = match measured {
            Told::Change => CHANGE,
            Told::Number => NUMBER,
            Told::Nothing => 0.0,
        };
        let recent = age.map_or(0.0, |age| RECENT / f64::from(1 << age.min(10)));
        let hollow = is_hollow(&item.mine);
        let whole = (value + number + recent + told) * if hollow { HOLLOW } else { 1.0 };
        item.value = whole.round() as u64 + if item.is_pinned { PINNED } else { 0 };
        item.rank = match item.id.section {
            // Names of things: those that the job names come first.
            Section::Skills | Section::Education => u8::from(is_named(&item.mine, &asked)),
            _ if hollow => 0,
            _ => measured as u8 + u8::from(answering.contains(&at)),
        };
    }
    keep(items, &ages);
    answers
}

/// Whether a job names a thing: all of its words.
fn is_named(thing: &str, asked: &BTreeSet<String>) -> bool {
    let thing = words(thing);
    !thing.is_empty() && thing.iter().all(|word| asked.contains(&word.stem))
}

/// Marks the best lines of the latest jobs.
fn keep(items: &mut [Item], ages: &BTreeMap<(Section, usize), u32>) {
    let mut jobs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if item.id.section == Section::Work && !is_summary(item.id) {
            jobs.entry(item.id.entry).or_default().push(at);
        }
    }
    for (entry, mut lines) in jobs {
        let age = ages.get(&(Section::Work, entry)).copied();
        let Some(most) = age.and_then(|age| KEPT.get(age as usize)) else {
            continue;
        };
        lines.sort_by_key(|at| (std::cmp::Reverse(items[*at].value), *at));
        for at in lines.into_iter().take(*most) {
            items[at].is_kept = true;
            items[at].value += KEPT_WORTH;
        }
    }
}

/// How many entries of the same section are later than each.
pub(super) fn ages(life: &Life) -> BTreeMap<(Section, usize), u32> {
    let resume = &life.resume;
    let mut found = BTreeMap::new();
    let mut rank = |section: Section, ends: Vec<String>| {
        for (at, end) in ends.iter().enumerate() {
            // Of two that ended at once the first in the file is the later.
            let is_later = |(other, its): (usize, &String)| its > end || (its == end && other < at);
            let later = ends.iter().enumerate().filter(|one| is_later(*one)).count();
            found.insert((section, at), u32::try_from(later).unwrap_or(u32::MAX));
        }
    };
    // What goes on is later than all that ended.
    let end = |end: &Option<String>, start: &Option<String>| match (end, start) {
        (Some(end), _) if !end.is_empty() => end.clone(),
        (_, Some(_)) => "9999".to_owned(),
        _ => String::new(),
    };
    macro_rules! section {
        ($list:ident, $section:expr) => {
            let ends = all(&resume.$list).iter();
            rank(
                $section,
                ends.map(|one| end(&one.end_date, &one.start_date))
                    .collect(),
            );
        };
    }
    section!(work, Section::Work);
    section!(volunteer, Section::Volunteer);
    section!(projects, Section::Projects);
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
