//! Remarks on what the person wrote: each about one sentence, with what there is to say of it.

pub(super) mod buzzwords;
mod failures;
mod twice;

use whyproof_case::list;
use whyproof_syntax::Role;

use super::kinds::{Degree, Seen};
use super::model::{Remark, RemarkKind};
use super::sources::{Sources, place, role};
use crate::background::Spot;
use crate::resume::{Part, Section};

/// Longest quotation inside a remark, in characters.
const QUOTED: usize = 60;

/// All remarks, by kind, then in the order of what they are about.
pub(super) fn remarks(sources: &Sources<'_>) -> Vec<Remark> {
    let mut remarks = twice::found(sources);
    remarks.extend(without_number(sources));
    remarks.extend(buzz(sources));
    remarks.extend(without_story(sources));
    remarks.extend(failures::found(sources));
    remarks.extend(unplaced(sources));
    remarks.sort_by_key(|remark| remark.kind);
    remarks
}

/// A remark on a passage.
fn on(sources: &Sources<'_>, at: usize, kind: RemarkKind, says: String) -> Remark {
    let quote = sources.quote(at, Vec::new());
    Remark {
        kind,
        words: quote.words,
        path: quote.path,
        line: quote.line,
        says,
    }
}

/// Results without a number: lines of the résumé, and stories in which nothing of what happened has one.
fn without_number(sources: &Sources<'_>) -> Vec<Remark> {
    let happened = |at: usize| {
        matches!(
            role(&sources.passages[at]),
            Some(Role::WhatHappened | Role::Impact)
        )
    };
    let counted: Vec<usize> = (0..sources.told)
        .filter(|at| happened(*at) && sources.seen[*at].has_amount())
        .filter_map(|at| sources.story(at))
        .collect();
    let mut remarks = Vec::new();
    for at in 0..sources.told {
        let seen = &sources.seen[at];
        let here = match sources.passages[at].spot {
            Spot::Line(id) => id.section != Section::Skills,
            Spot::Story { story, .. } => happened(at) && !counted.contains(&story),
            Spot::Named(_) => false,
        };
        if here && seen.tells_result() && !seen.has_amount() {
            let says = "A result without a number: by how much, of how many, in which time?";
            remarks.push(on(sources, at, RemarkKind::NoNumber, says.to_owned()));
        }
    }
    remarks
}

fn buzz(sources: &Sources<'_>) -> Vec<Remark> {
    let read = (0..sources.told).filter(|at| !is_skill(sources, *at));
    let remarks = read.filter_map(|at| {
        let words = buzzwords::found(&sources.passages[at].words, &sources.seen[at]);
        // What the next sentence tells is told.
        if words.is_empty() || sources.next(at).is_some_and(tells) {
            return None;
        }
        let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let says = format!(
            "{} stand{} for something that is not told: what was done, to whom, and how many?",
            list(&words),
            if words.len() == 1 { "s" } else { "" }
        );
        Some(on(sources, at, RemarkKind::Buzzword, says))
    });
    remarks.collect()
}

/// Whether a sentence has what could be checked: an amount, or a form that tells of something done.
fn tells(seen: &Seen) -> bool {
    seen.has_amount() || seen.kinds.iter().any(|(_, degree)| *degree == Degree::Full)
}

fn is_skill(sources: &Sources<'_>, at: usize) -> bool {
    matches!(sources.passages[at].spot, Spot::Line(id) if id.section == Section::Skills)
}

/// Deeds of the résumé that no story tells yet, as far as they say anything.
fn without_story(sources: &Sources<'_>) -> Vec<Remark> {
    let deed = |at: usize| match sources.passages[at].spot {
        Spot::Line(id) => {
            matches!(
                id.section,
                Section::Work | Section::Volunteer | Section::Projects
            ) && matches!(id.part, Part::Highlight(_))
        }
        Spot::Story { .. } | Spot::Named(_) => false,
    };
    let untold = (0..sources.told).filter(|at| deed(*at) && sources.passages[*at].tied.is_none());
    // An address is where somebody can look, and no deed.
    let is_address = |at: usize| {
        let words = sources.passages[at].words.trim();
        words.starts_with("http") && !words.contains(char::is_whitespace)
    };
    let solid = untold.filter(|at| !sources.hollow[*at] && !is_address(*at));
    let says =
        "`whyproof story` asks about one of them and writes the story; a line is then tied to it.";
    let remarks = solid.map(|at| on(sources, at, RemarkKind::NoStory, says.to_owned()));
    remarks.collect()
}

/// What an import could not place.
fn unplaced(sources: &Sources<'_>) -> Vec<Remark> {
    let Some(life) = &sources.background.life else {
        return Vec::new();
    };
    let remarks = life.own.unplaced.iter().map(|one| {
        let (path, line) = place(&one.from);
        Remark {
            kind: RemarkKind::Unplaced,
            words: one.text.clone(),
            path,
            line,
            says: format!(
                "No field of a résumé was found for this: say in {} what it is, or leave it out.",
                life.path
            ),
        }
    });
    remarks.collect()
}

#[cfg(test)]
mod tests;
