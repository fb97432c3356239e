//! A cover letter, which is a case: what the job asks for, and what the person wrote that answers it, with its evidence.
//!
//! Every sentence is the job's, quoted, or the person's, whole. Whyproof's own words are the phrases of
//! `letter/phrases.toml`, which `docs/tailoring.md` lists, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_case::{Evidence, EvidenceKind, Grounds};
use whyproof_whys::drill::escape::{self, Escaping};

use crate::background::Background;
use crate::take::{BarTake, CriterionTake, Level, Quote};

/// How many requirements a letter answers.
const ANSWERED: usize = 4;
/// How many sentences stand under one.
const UNDER: usize = 2;

/// What a letter is made of.
pub struct LetterInput<'i> {
    /// The job's title, as the job has it.
    pub job: &'i str,
    /// The file of the job description, as the letter cites it.
    pub job_path: &'i str,
    /// The take of the background against the bar of the job.
    pub take: &'i BarTake,
    /// The background.
    pub background: &'i Background,
    /// The words of a sentence as they may leave; none where they may not.
    pub may: &'i dyn Fn(&Quote) -> Option<String>,
    /// A file of the workspace as the letter names it, from where it stands.
    pub link: &'i dyn Fn(&str) -> String,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The case, in Markdown.
    pub markdown: String,
    /// What the job asks for and the letter does not answer, in the job's words.
    pub unanswered: Vec<String>,
}

/// The words that are Whyproof's.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    /// Before what the job asks for.
    asks: String,
    /// What begins the last section.
    ends: String,
    /// Before the path of the job description.
    job: String,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    toml::from_str(include_str!("letter/phrases.toml")).unwrap_or(Phrases {
        asks: String::new(),
        ends: String::new(),
        job: String::new(),
    })
});

/// Every phrase of a letter that is Whyproof's own.
pub fn phrases() -> [&'static str; 3] {
    [&PHRASES.asks, &PHRASES.ends, &PHRASES.job].map(String::as_str)
}

/// A requirement, and the person's sentences that answer it.
struct Answer<'t> {
    criterion: &'t CriterionTake,
    claim: (&'t Quote, String),
    reasons: Vec<(&'t Quote, String)>,
}

/// Writes a letter. None where nothing of the background answers anything that the job asks for.
pub fn letter(input: &LetterInput<'_>) -> Option<Letter> {
    let mut used = BTreeSet::new();
    let mut answers: Vec<Answer<'_>> = Vec::new();
    let mut unanswered = Vec::new();
    // What is shown comes before what is claimed, in the order of the job.
    let mut criteria: Vec<&CriterionTake> = input.take.criteria.iter().collect();
    criteria.sort_by_key(|one| one.level);
    for criterion in criteria {
        let found = if answers.len() < ANSWERED && criterion.level != Level::NotShown {
            answer(criterion, input, &mut used)
        } else {
            None
        };
        match found {
            Some(answer) => answers.push(answer),
            None => unanswered.push(asked(criterion).to_owned()),
        }
    }
    if answers.is_empty() {
        return None;
    }
    let order = |answer: &Answer<'_>| {
        let mut criteria = input.take.criteria.iter();
        criteria.position(|one| one.id == answer.criterion.id)
    };
    answers.sort_by_key(order);
    let markdown = write(input, &answers);
    Some(Letter {
        markdown,
        unanswered,
    })
}

fn asked(criterion: &CriterionTake) -> &str {
    criterion.from.as_deref().unwrap_or(&criterion.meets)
}

fn answer<'t>(
    criterion: &'t CriterionTake,
    input: &LetterInput<'_>,
    used: &mut BTreeSet<String>,
) -> Option<Answer<'t>> {
    let mut found = criterion.found.iter().filter_map(|quote| {
        let words = (input.may)(quote)?;
        (!words.trim().is_empty() && used.insert(words.clone())).then_some((quote, words))
    });
    let claim = found.next()?;
    let reasons = found.take(UNDER).collect();
    Some(Answer {
        criterion,
        claim,
        reasons,
    })
}

fn write(input: &LetterInput<'_>, answers: &[Answer<'_>]) -> String {
    let mut notes = Notes::default();
    let mut text = String::from("---\nkind: idea\n");
    if let Some(person) = input.background.person() {
        let person = serde_saphyr::to_string(&person).unwrap_or_default();
        text.push_str(&format!("owner: {}\n", person.trim()));
    }
    text.push_str(&format!("---\n\n# {}\n", escape::heading(input.job)));
    text.push_str(&format!(
        "\n## Customer problem\n\n{}[^job]\n",
        PHRASES.asks
    ));
    for answer in answers {
        let quoted = escape::answer(asked(answer.criterion), Escaping::Whole);
        text.push_str(&format!("\n> {quoted}\n"));
    }
    text.push_str("\n## Case\n");
    for answer in answers {
        let (quote, words) = &answer.claim;
        let cited = notes.cite(quote, input);
        text.push_str(&format!("\n### {}{cited}\n", escape::heading(words)));
        if !answer.reasons.is_empty() {
            text.push('\n');
        }
        for (quote, words) in &answer.reasons {
            let cited = notes.cite(quote, input);
            let words = escape::answer(words, Escaping::Whole).replace('\n', " ");
            text.push_str(&format!("- because {words}{cited}\n"));
        }
    }
    text.push_str(&format!("\n## Decision\n\n{}\n", PHRASES.ends));
    text.push_str(&format!(
        "\n[^job]: research: {} {}\n",
        PHRASES.job, input.job_path
    ));
    for note in notes.notes {
        text.push_str(&format!("\n{note}\n"));
    }
    text
}

/// The notes of a letter: those of the stories that its sentences cite, with names of their own.
#[derive(Default)]
struct Notes {
    notes: Vec<String>,
    /// By story and label.
    names: BTreeMap<(usize, String), String>,
}

impl Notes {
    /// References to what a sentence cites; its evidence is defined at the first.
    fn cite(&mut self, quote: &Quote, input: &LetterInput<'_>) -> String {
        let Some(at) = quote.story else {
            return String::new();
        };
        let Some(story) = input.background.stories.get(at) else {
            return String::new();
        };
        let mut cited = String::new();
        for label in &quote.evidence {
            let mut known = story.case.evidence.iter();
            let Some(evidence) = known.find(|one| one.id.eq_ignore_ascii_case(label)) else {
                continue;
            };
            let key = (at, label.clone());
            let name = match self.names.get(&key) {
                Some(name) => name.clone(),
                None => {
                    let name = format!("{}-{}", self.names.len() + 1, plain(label));
                    self.notes
                        .push(define(&name, evidence, &story.path, input.link));
                    self.names.insert(key, name.clone());
                    name
                }
            };
            cited.push_str(&format!("[^{name}]"));
        }
        cited
    }
}

fn plain(label: &str) -> String {
    let kept = label
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    kept.collect()
}

/// A note as the story has it; a file that it names is named from where the letter stands.
fn define(name: &str, evidence: &Evidence, story: &str, link: &dyn Fn(&str) -> String) -> String {
    let mut words = escape::answer(&evidence.text, Escaping::Whole).replace('\n', " ");
    if let (Grounds::File(_), Some(source)) = (&evidence.grounds, &evidence.source)
        && let Some((folder, _)) = story.rsplit_once('/')
        && !source.starts_with('/')
    {
        let named = link(&format!("{folder}/{source}"));
        words = words.replacen(source.as_str(), &named, 1);
    }
    let kind = match evidence.kind {
        EvidenceKind::Research => "research",
        EvidenceKind::Observation => "observation",
        EvidenceKind::Measurement => "measurement",
    };
    let seen = match &evidence.grounds {
        Grounds::Seen(by) => format!(" {{seen=\"{} {}\"}}", by.name.replace('"', ""), by.date),
        _ => String::new(),
    };
    format!("[^{name}]: {kind}: {words}{seen}")
}

#[cfg(test)]
mod tests;
