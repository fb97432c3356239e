//! The smallest set of stories that covers the bar, and in which order to tell them.

mod cover;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use whyproof_syntax::Role;

use crate::background::Story;
use crate::take::{Choice, Chosen, Level, Matrix};

use cover::{Cover, smallest};

/// What makes a story worth telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct StoryWorth {
    /// Whether its hardest part is told.
    pub hardest: bool,
    /// How many notes of evidence it has that count.
    pub evidence: usize,
    /// How many numbers it has.
    pub numbers: usize,
    /// Whether it says what was learned.
    pub learned: bool,
}

impl StoryWorth {
    /// What makes a story of the bank worth telling, as its case has it.
    pub fn of(story: &Story) -> StoryWorth {
        let part = |role: Role| {
            let mut parts = story.case.story.iter();
            parts.find(|part| part.role == role && !part.text.trim().is_empty())
        };
        let happened = part(Role::WhatHappened).map_or("", |part| part.text.as_str());
        let words = happened.split_whitespace();
        StoryWorth {
            hardest: part(Role::HardestPart).is_some(),
            evidence: story
                .case
                .evidence
                .iter()
                .filter(|one| one.counts())
                .count(),
            numbers: words
                .filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
                .count(),
            learned: part(Role::WhatILearned).is_some(),
        }
    }
}

/// Chooses the smallest set of stories that covers every requirement that any story shows.
///
/// Of the sets of that size it takes the one whose stories are worth most: hardest told, then evidence, what was learned,
/// numbers; then the one that shows more where another only claims; never the one with more words in common. `stories`
/// are in the order of the bank, as the matrix has its columns; a story that it says nothing of is worth nothing.
pub fn choose(matrix: &Matrix, stories: &[StoryWorth]) -> Choice {
    let count = stories.len().min(matrix.columns.len());
    let level = |row: usize, story: usize| matrix.cells.get(row)?.get(story)?.level;
    let covers =
        |story: usize, row: usize| matches!(level(row, story), Some(Level::Shown | Level::Claimed));
    let rows = matrix.requirements.len();
    let coverable: Vec<usize> = (0..rows)
        .filter(|row| (0..count).any(|story| covers(story, *row)))
        .collect();
    // The order of worth is the order of candidates: of two sets of one size, the one with the better stories comes first.
    let mut order: Vec<usize> = (0..count).collect();
    let shown = |story: usize| {
        coverable
            .iter()
            .filter(|row| level(**row, story) == Some(Level::Shown))
            .count()
    };
    order.sort_by_key(|story| {
        (
            Reverse(worth(&stories[*story])),
            Reverse(shown(*story)),
            *story,
        )
    });
    let candidates: Vec<Cover> = order
        .iter()
        .map(|story| {
            let met = coverable
                .iter()
                .enumerate()
                .filter(|(_, row)| covers(*story, **row));
            Cover::of(coverable.len(), met.map(|(at, _)| at))
        })
        .collect();
    let chosen: Vec<usize> = smallest(&candidates, coverable.len())
        .into_iter()
        .map(|at| order[at])
        .collect();
    let telling = assigned(&chosen, &coverable, &covers, &level);
    let in_set: BTreeSet<usize> = chosen.iter().copied().collect();
    let id = |row: &usize| matrix.requirements[*row].0.clone();
    let title = |story: usize| matrix.columns[story].1.clone();
    let told = chosen.iter().zip(&telling).map(|(story, rows)| Chosen {
        story: *story,
        title: title(*story),
        covers: rows.iter().map(id).collect(),
        second: second(rows, &order, &in_set, &covers)
            .map(|(other, rows)| (other, title(other), rows.iter().map(id).collect())),
    });
    Choice {
        stories: told.collect(),
        uncovered: (0..rows)
            .filter(|row| !coverable.contains(row))
            .map(|row| id(&row))
            .collect(),
    }
}

/// What a story is worth, most first.
fn worth(story: &StoryWorth) -> (bool, usize, bool, usize) {
    (story.hardest, story.evidence, story.learned, story.numbers)
}

/// For each chosen story the requirements that it is told for: each goes to the first that shows it, else to the first
/// that claims it.
fn assigned(
    chosen: &[usize],
    coverable: &[usize],
    covers: &impl Fn(usize, usize) -> bool,
    level: &impl Fn(usize, usize) -> Option<Level>,
) -> Vec<Vec<usize>> {
    let mut telling: Vec<Vec<usize>> = vec![Vec::new(); chosen.len()];
    for row in coverable {
        let shows = |story: &usize| level(*row, *story) == Some(Level::Shown);
        let claims = |story: &usize| covers(*story, *row);
        let at = chosen
            .iter()
            .position(shows)
            .or_else(|| chosen.iter().position(claims));
        if let Some(at) = at {
            telling[at].push(*row);
        }
    }
    telling
}

/// The story outside the set that would cover most of these, the worthier first, and which.
fn second(
    rows: &[usize],
    order: &[usize],
    in_set: &BTreeSet<usize>,
    covers: &impl Fn(usize, usize) -> bool,
) -> Option<(usize, Vec<usize>)> {
    let others = order
        .iter()
        .filter(|story| !in_set.contains(story))
        .map(|story| {
            let met: Vec<usize> = rows
                .iter()
                .copied()
                .filter(|row| covers(*story, *row))
                .collect();
            (*story, met)
        });
    let mut best: Option<(usize, Vec<usize>)> = None;
    for (story, met) in others {
        if met.len() > best.as_ref().map_or(0, |(_, best)| best.len()) {
            best = Some((story, met));
        }
    }
    best
}

#[cfg(test)]
mod tests;
