//! The strongest stories: those that tell most of what the bars ask for, with something that a reader could check.

use std::collections::BTreeSet;

use whyproof_case::{Bar, counted, list};
use whyproof_syntax::Role;

use super::Read;
use super::model::Strong;
use super::reading::Hit;

/// How many are named.
const NAMED: usize = 3;
/// For how many questions a story is named.
const QUESTIONS: usize = 4;
/// How many criteria are named in a reason.
const CRITERIA: usize = 3;

/// What is known of a story.
struct Told<'r> {
    story: usize,
    /// Titles of criteria that it tells, those that it tells best first.
    criteria: Vec<&'r str>,
    /// Of those, how many with evidence that counts.
    proved: usize,
    questions: Vec<&'r str>,
    /// How many of its sentences cite evidence that counts.
    cited: usize,
}

/// At most three, strongest first.
pub(super) fn strongest(read: &Read<'_>, bars: &[Bar]) -> Vec<Strong> {
    let stories = &read.sources.background.stories;
    let mut told: Vec<Told<'_>> = (0..stories.len())
        .map(|story| told(read, bars, story))
        .collect();
    told.retain(|one| !one.criteria.is_empty());
    told.sort_by(|one, other| {
        let weight = |one: &Told<'_>| (one.proved, one.criteria.len(), one.cited);
        weight(other)
            .cmp(&weight(one))
            .then(one.story.cmp(&other.story))
    });
    let strong = told.iter().take(NAMED).map(|one| {
        let story = &stories[one.story];
        Strong {
            story: one.story,
            title: story.title().to_owned(),
            path: story.path.clone(),
            reasons: reasons(read, one),
            questions: one
                .questions
                .iter()
                .take(QUESTIONS)
                .map(|question| (*question).to_owned())
                .collect(),
        }
    });
    strong.collect()
}

fn told<'r>(read: &Read<'_>, bars: &'r [Bar], story: usize) -> Told<'r> {
    let of_it = |hit: &&Hit| hit.quote.story == Some(story);
    let mut one = Told {
        story,
        criteria: Vec::new(),
        proved: 0,
        questions: Vec::new(),
        cited: 0,
    };
    let mut others = Vec::new();
    for (bar, hits) in bars.iter().zip(&read.hits) {
        for (criterion, hits) in bar.criteria.iter().zip(hits) {
            let Some(best) = hits.iter().find(of_it) else {
                continue;
            };
            one.proved += usize::from(
                hits.iter()
                    .filter(of_it)
                    .any(|hit| !hit.quote.evidence.is_empty()),
            );
            let known = one.criteria.contains(&criterion.title.as_str())
                || others.contains(&criterion.title.as_str());
            if known {
                continue;
            }
            if hits
                .first()
                .is_some_and(|first| first.quote.story == best.quote.story)
            {
                one.criteria.push(&criterion.title);
                one.questions
                    .extend(criterion.questions.first().map(String::as_str));
            } else {
                others.push(&criterion.title);
            }
        }
    }
    one.criteria.extend(others);
    let cited = (0..read.sources.told).filter(|at| read.sources.story(*at) == Some(story));
    one.cited = cited
        .filter(|at| !read.sources.passages[*at].evidence.is_empty())
        .count();
    one
}

fn reasons(read: &Read<'_>, one: &Told<'_>) -> Vec<String> {
    let case = &read.sources.background.stories[one.story].case;
    let parts: BTreeSet<Role> = case
        .story
        .iter()
        .filter(|part| has_words(part.text.as_str(), part.blocks.len()))
        .map(|part| part.role)
        .collect();
    let mut reasons = Vec::new();
    let named: Vec<&str> = one.criteria.iter().take(CRITERIA).copied().collect();
    let rest = one.criteria.len() - named.len();
    let said = match rest {
        0 => list(&named),
        _ => format!("{} and {} more", named.join(", "), rest),
    };
    reasons.push(format!(
        "It tells {}: {said}.",
        counted(one.criteria.len(), "criterion", "criteria")
    ));
    if one.cited > 0 {
        let verb = if one.cited == 1 { "leads" } else { "lead" };
        reasons.push(format!(
            "{} of its sentences {verb} to something that a reader could open.",
            whyproof_case::capital(&whyproof_case::number(one.cited))
        ));
    }
    let open: Vec<&str> = [
        (Role::HardestPart, "the hardest part"),
        (Role::DidNotDo, "what was not done"),
        (Role::WhatILearned, "what was learned"),
    ]
    .into_iter()
    .filter(|(role, _)| parts.contains(role))
    .map(|(_, said)| said)
    .collect();
    if !open.is_empty() {
        reasons.push(format!("It says {}.", list(&open)));
    }
    reasons
}

/// Whether a part has more than its heading.
fn has_words(text: &str, blocks: usize) -> bool {
    blocks > 0 && !text.trim().is_empty()
}
