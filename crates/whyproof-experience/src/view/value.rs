//! What a line is worth for a job. It decides what goes in where the page is full, and is shown to nobody: it is no
//! judgement of what was done.
//!
//! What answers a requirement is what the take finds, so that both say the same. The line that answers best is worth all of
//! it, the second one half as much, the third a quarter; what only has the requirement's words, less than all that answers.
//! A change that was measured is worth more, a number something; and a little being of late, being told in a story, and
//! evidence in that story. The best lines of the three latest jobs go before all others: a job without a line tells
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::TailorInput;
use super::item::{Item, is_summary};
use crate::background::{Life, Spot};
use crate::matching::Matcher;
use crate::resume::{LineId, Section, all};
use crate::stems::words;
use crate::take::{Read, asked, is_hollow};
use crate::truth::Told;

/// How much of a requirement's words a line must cover to be worth something where it does not answer it.
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

/// What answers a requirement.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// Items, best first.
    pub(super) items: Vec<usize>,
    /// Things that the résumé names, which stay.
    pub(super) named: Vec<String>,
    /// Lines that answer it and may not be in the résumé.
    pub(super) barred: Vec<LineId>,
    /// Stories, by their places in the bank, best first.
    pub(super) stories: Vec<usize>,
}

/// What answers each requirement.
pub(super) type Answers = Vec<Answer>;

/// What the take finds for each requirement.
fn found(items: &[Item], input: &TailorInput<'_>) -> Answers {
    let read = Read::of(
        input.background,
        std::slice::from_ref(input.bar),
        input.meaning,
    );
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
                Spot::Named(_) => answer
                    .named
                    .push(read.passages()[hit.passage].words.clone()),
                Spot::Story { .. } => {}
            }
        }
        answer
    });
    answers.collect()
}

/// Gives every item its value and its rank.
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
        for near in matcher.answers_at(&asked(criterion), LEAST) {
            if !answer.items.contains(&near.item) {
                values[near.item] += worth / 2.0 * near.covered.clamp(0.0, 1.0);
            }
        }
    }
    let answering: BTreeSet<usize> = answers
        .iter()
        .flat_map(|answer| answer.items.iter().copied())
        .collect();
    let asked = super::stems_asked(input.bar);
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
