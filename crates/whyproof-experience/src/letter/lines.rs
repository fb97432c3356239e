//! Lines of the résumé in a letter, by the work that they are of: what no story of it tells yet.

use std::collections::BTreeSet;

use super::choose::asked;
use super::{Group, LetterInput, Paragraph};
use crate::background::{Passage, Spot};
use crate::resume::{LineId, Part, Section, all};
use crate::take::Level;
use crate::truth::Told;

/// How many lines stand in a letter without stories; with each story one less.
const MOST: usize = 5;
/// Of how many places of work.
const PLACES: usize = 2;

/// The lines, a group for each place of work: those with numbers first.
pub(super) fn groups(input: &LetterInput<'_>, told: &[Paragraph]) -> Vec<Group> {
    let passages = input.background.passages();
    let stories: BTreeSet<usize> = told.iter().map(|one| one.story).collect();
    let mut found: Vec<(Told, &str, LineId, String)> = Vec::new();
    let criteria = input.take.criteria.iter();
    for criterion in criteria.filter(|one| one.level != Level::NotShown) {
        for quote in &criterion.found {
            let Some((id, tied)) = line(&passages, &quote.words) else {
                continue;
            };
            let is_told = tied.is_some_and(|story| stories.contains(&story));
            if is_told || found.iter().any(|(_, _, known, _)| *known == id) {
                continue;
            }
            if let Some(words) = (input.may)(&quote.words, tied) {
                found.push((Told::of(&words), asked(criterion), id, words));
            }
        }
    }
    found.sort_by_key(|(told, _, id, _)| (std::cmp::Reverse(*told), *id));
    let most = MOST.saturating_sub(told.len() * 2);
    let mut groups: Vec<Group> = Vec::new();
    for (_, answers, id, words) in found.into_iter().take(most) {
        let Some(name) = place(input, id) else {
            continue;
        };
        match groups.iter().position(|group| group.name == name) {
            Some(at) => groups[at].lines.push((id, words)),
            None if groups.len() < PLACES => groups.push(Group {
                name,
                answers: answers.to_owned(),
                lines: vec![(id, words)],
            }),
            None => {}
        }
    }
    for group in &mut groups {
        group.lines.sort_by_key(|(id, _)| *id);
    }
    groups
}

/// The line of a place of work that has these words, and the story that it is tied to.
fn line(passages: &[Passage], words: &str) -> Option<(LineId, Option<usize>)> {
    passages.iter().find_map(|passage| match passage.spot {
        Spot::Line(id) if passage.words == words && is_of_work(id) => Some((id, passage.tied)),
        _ => None,
    })
}

fn is_of_work(id: LineId) -> bool {
    id.part != Part::Summary && matches!(id.section, Section::Work | Section::Volunteer)
}

/// Whose work it was.
fn place(input: &LetterInput<'_>, id: LineId) -> Option<String> {
    let resume = &input.background.life.as_ref()?.resume;
    let name = match id.section {
        Section::Work => all(&resume.work).get(id.entry)?.name.clone(),
        _ => all(&resume.volunteer).get(id.entry)?.organization.clone(),
    };
    name.filter(|name| !name.trim().is_empty())
}
