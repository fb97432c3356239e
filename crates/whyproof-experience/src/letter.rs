//! A cover letter as a case: the problem in the job's words, and the person's own lines and sentences as its claims and
//! reasons. Nothing else is in it but the phrases of `letter/phrases.toml`.

mod markdown;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_case::Grounds;

use crate::background::{Background, Passage, Spot};
use crate::matching::Matcher;
use crate::resume::Resume;
use crate::share::Share;
use crate::truth::withdrawn;
use markdown::{because, escaped, quoted};

/// Most claims of a letter, and most reasons of a claim: a letter is a page.
const CLAIMS: usize = 4;
const REASONS: usize = 2;
/// How much of a requirement must be covered by what answers it.
const LEAST: f64 = 0.4;

/// The phrases that join a letter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    pub(crate) opening: String,
    pub(crate) bridge: String,
    pub(crate) closing: String,
}

static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| toml::from_str(include_str!("letter/phrases.toml")).unwrap_or_default());

/// What a letter is made of.
pub struct LetterInput<'i> {
    /// What somebody has done.
    pub background: &'i Background,
    /// The résumé that goes with it: its lines are the claims.
    pub resume: &'i Resume,
    /// The job's title.
    pub title: &'i str,
    /// What the job asks for, in its own words.
    pub asked: &'i [String],
    /// Where those words stand: a path or an address.
    pub source: &'i str,
    /// A story's path, as the letter cites it.
    pub link: &'i dyn Fn(&str) -> String,
}

/// A claim, and what stands under it.
struct Claim {
    asked: usize,
    line: String,
    reasons: Vec<Reason>,
}

struct Reason {
    words: String,
    /// The footnote's text.
    note: String,
}

/// The letter, in Markdown; none where nothing answers what the job asks for.
pub fn letter(input: &LetterInput<'_>) -> Option<String> {
    let claims = claims(input);
    if claims.is_empty() {
        return None;
    }
    let name = input.background.person().unwrap_or_default();
    let phrases = &*PHRASES;
    let mut notes = vec![(
        "job".to_owned(),
        format!("research: {}", escaped(input.source)),
    )];
    let mut text = String::from("---\nkind: idea\n");
    if !name.is_empty() {
        text.push_str(&format!("owner: {}\n", quoted(name)));
    }
    text.push_str(&format!(
        "---\n\n# {}\n\n## Customer problem\n\n{}\n\n",
        escaped(input.title),
        phrases.opening
    ));
    let asked: BTreeSet<usize> = claims.iter().map(|claim| claim.asked).collect();
    for at in asked {
        text.push_str(&format!("- “{}”[^job]\n", escaped(&input.asked[at])));
    }
    text.push_str(&format!("\n## Case\n\n{}\n", phrases.bridge));
    for claim in &claims {
        text.push_str(&format!("\n### {}\n\n", escaped(&claim.line)));
        for reason in &claim.reasons {
            let label = format!("s{}", notes.len());
            text.push_str(&format!(
                "- because {}[^{label}]\n",
                escaped(&because(&reason.words))
            ));
            notes.push((label, reason.note.clone()));
        }
    }
    text.push_str(&format!("\n## Decision\n\n{}\n", phrases.closing));
    if !name.is_empty() {
        text.push_str(&format!("\n{}\n", escaped(name)));
    }
    for (label, note) in notes {
        text.push_str(&format!("\n[^{label}]: {note}\n"));
    }
    Some(text)
}

/// For each thing asked for the best line that is not in the letter yet, and the sentences that tell it.
fn claims(input: &LetterInput<'_>) -> Vec<Claim> {
    let lines: Vec<String> = input
        .resume
        .lines()
        .iter()
        .map(|line| line.text.trim().to_owned())
        .collect();
    let own = input.background.life.as_ref().map(|life| &life.own);
    let passages = input.background.passages();
    let tied: BTreeMap<&str, usize> = passages
        .iter()
        .filter_map(|one| Some((one.words.as_str(), one.tied?)))
        .collect();
    let shares: Vec<Share> = input
        .background
        .stories
        .iter()
        .map(|story| Share::of(&story.case))
        .collect();
    let may = |one: &&Passage| {
        let Spot::Story { story, .. } = one.spot else {
            return false;
        };
        let share = &shares[story];
        let leaves = share.withheld.is_none() && share.leaks(&one.words).is_empty();
        leaves
            && is_statement(&one.words)
            && own.is_none_or(|own| withdrawn(own, &one.words).is_none())
    };
    let told: Vec<&Passage> = passages.iter().filter(may).collect();
    let by_line = Matcher::new(lines.iter().map(String::as_str));
    let by_sentence = Matcher::new(told.iter().map(|one| one.words.as_str()));
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut claims = Vec::new();
    for (at, asked) in input.asked.iter().enumerate() {
        if claims.len() == CLAIMS {
            break;
        }
        let mut answers = by_line.answers_at(asked, LEAST).into_iter();
        let line = answers.find_map(|answer| {
            let line = lines[answer.item].as_str();
            (is_statement(line) && !used.contains(line)).then_some(line)
        });
        let Some(line) = line else {
            continue;
        };
        used.insert(line);
        let answers = by_sentence.answers_at(asked, LEAST);
        let story = tied
            .get(line)
            .copied()
            .or_else(|| answers.first().map(|answer| story_of(told[answer.item])));
        let mut reasons = Vec::new();
        let best = answers.iter().map(|answer| told[answer.item]);
        for one in best.chain(told.iter().copied()) {
            if reasons.len() < REASONS
                && Some(story_of(one)) == story
                && one.words != line
                && used.insert(&one.words)
            {
                let words = one.words.clone();
                reasons.push(Reason {
                    words,
                    note: note(input, one),
                });
            }
        }
        claims.push(Claim {
            asked: at,
            line: line.to_owned(),
            reasons,
        });
    }
    claims
}

fn story_of(passage: &Passage) -> usize {
    match passage.spot {
        Spot::Story { story, .. } => story,
        Spot::Line(_) => usize::MAX,
    }
}

/// Whether words can stand as a claim or behind *because*: they ask nothing, and begin with none of the words that join.
fn is_statement(words: &str) -> bool {
    let first = words
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    !words.trim_end().ends_with('?') && !matches!(first, "because" | "but" | "and" | "")
}

/// Where a sentence can be followed: the address that its story cites, else the story. It is evidence only where the
/// story's own evidence counts.
fn note(input: &LetterInput<'_>, passage: &Passage) -> String {
    let Some(story) = input.background.stories.get(story_of(passage)) else {
        return String::new();
    };
    let path = escaped(&(input.link)(&story.path));
    let mut evidence = story.case.evidence.iter();
    let Some(evidence) = evidence.find(|one| passage.evidence.contains(&one.id)) else {
        return path;
    };
    let place = match &evidence.grounds {
        Grounds::Link(url) => url.clone(),
        Grounds::Doi(doi) => format!("doi:{doi}"),
        _ => path,
    };
    format!("{}: {place}", evidence.kind.word())
}
