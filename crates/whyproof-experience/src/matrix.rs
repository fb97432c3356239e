//! Requirements against stories: which story shows which requirement, with the sentences that do.

use std::cmp::Reverse;

use crate::background::{Background, Passage, Spot};
use crate::take::{Cell, Level, Matrix, Quote};

/// How many sentences a cell keeps.
const KEPT: usize = 2;

/// The column of the résumé's lines that no story tells.
pub(crate) const LINES: &str = "The résumé's lines that no story tells";

/// A requirement, as a row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id in the bar.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The matrix of what was found: for each requirement the sentences that tell it, strongest first, each with its place
/// among the passages.
///
/// A story has a column, in the order of the bank; a line that is tied to a story counts there. The lines that no story
/// tells share the last column, where one of them was found. A cell is as its strongest sentence: one that leads to
/// evidence shows, another claims.
pub fn matrix(
    requirements: &[Row],
    background: &Background,
    passages: &[Passage],
    found: &[Vec<(usize, &Quote)>],
) -> Matrix {
    let stories = background.stories.len();
    let story_of = |passage: usize| passages.get(passage).and_then(tells);
    let untold = found
        .iter()
        .flatten()
        .any(|(passage, _)| story_of(*passage).is_none());
    let mut columns: Vec<(String, String)> = background
        .stories
        .iter()
        .map(|story| (story.path.clone(), story.title().to_owned()))
        .collect();
    if untold {
        let path = background.life.as_ref().map(|life| life.path.clone());
        columns.push((path.unwrap_or_default(), LINES.to_owned()));
    }
    let rows = requirements.iter().enumerate().map(|(row, _)| {
        let mut cells = vec![Cell::default(); columns.len()];
        for (passage, quote) in found.get(row).map_or(&[][..], Vec::as_slice) {
            let column = story_of(*passage).unwrap_or(stories);
            if let Some(cell) = cells.get_mut(column) {
                cell.found.push((*quote).clone());
            }
        }
        cells.iter_mut().for_each(settle);
        cells
    });
    Matrix {
        cells: rows.collect(),
        requirements: requirements
            .iter()
            .map(|row| (row.id.clone(), row.title.clone()))
            .collect(),
        columns,
    }
}

/// The story that a passage is told in, or tied to.
fn tells(passage: &Passage) -> Option<usize> {
    match passage.spot {
        Spot::Story { story, .. } => Some(story),
        Spot::Line(_) | Spot::Named(_) => passage.tied,
    }
}

/// A cell's level, and its sentences: those with evidence first, else as they were found.
fn settle(cell: &mut Cell) {
    cell.found
        .sort_by_key(|quote| Reverse(!quote.evidence.is_empty()));
    cell.level = cell.found.first().map(|first| {
        if first.evidence.is_empty() {
            Level::Claimed
        } else {
            Level::Shown
        }
    });
    cell.found.truncate(KEPT);
}

#[cfg(test)]
mod tests;
