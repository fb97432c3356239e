//! Lines of a résumé that tell of something done, as stories that are still to be told.

use std::collections::BTreeSet;

use whyproof_experience::resume::{LineId, Resume, Section, all};

use super::ImportedResume;
use crate::escape::escape;

/// Most stories that are begun.
const MOST: usize = 12;
/// Most words of a file's name.
const SLUG: usize = 8;

/// A story that is still to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryDraft {
    /// Its file's name without the ending.
    pub slug: String,
    /// Whose it is.
    pub owner: Option<String>,
    /// When it was, as the résumé says it.
    pub when: Option<String>,
    /// The line's words, as Markdown on one line.
    pub line: String,
    /// Where the line stands, as in `imported/resume.txt:12`.
    pub from: Option<String>,
}

/// Verbs in the past that do not end in `ed`.
const PAST: &[&str] = &[
    "began",
    "bought",
    "brought",
    "built",
    "caught",
    "chose",
    "came",
    "cut",
    "dealt",
    "drew",
    "drove",
    "fell",
    "fought",
    "found",
    "gave",
    "got",
    "grew",
    "held",
    "hit",
    "kept",
    "knew",
    "laid",
    "led",
    "left",
    "lost",
    "made",
    "met",
    "oversaw",
    "overcame",
    "paid",
    "put",
    "ran",
    "rebuilt",
    "redrew",
    "rewrote",
    "rode",
    "rose",
    "sang",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "shut",
    "sold",
    "sought",
    "spent",
    "split",
    "spoke",
    "spun",
    "stood",
    "swept",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "tore",
    "understood",
    "undertook",
    "upheld",
    "went",
    "withdrew",
    "won",
    "woke",
    "wrote",
];

/// A draft for each line that begins with a verb in the past or has a number, at most twelve: those with numbers first,
/// then in the order of the résumé.
pub fn story_drafts(imported: &ImportedResume) -> Vec<StoryDraft> {
    let resume = &imported.resume;
    let own = resume.own().unwrap_or_default();
    let owner = resume
        .basics
        .as_ref()
        .and_then(|basics| basics.name.clone());
    let lines = resume.lines().into_iter().filter(|line| {
        matches!(
            line.id.section,
            Section::Work | Section::Volunteer | Section::Projects
        )
    });
    let (numbered, told): (Vec<_>, Vec<_>) = lines
        .filter(|line| has_number(line.text) || begins_with_deed(line.text))
        .partition(|line| has_number(line.text));
    let mut slugs = BTreeSet::new();
    let mut drafts = Vec::new();
    for line in numbered.into_iter().chain(told) {
        if drafts.len() == MOST {
            break;
        }
        let words = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(slug) = slug(&words).filter(|slug| slugs.insert(slug.clone())) else {
            continue;
        };
        let note = own.lines.iter().find(|note| note.line == line.text);
        drafts.push(StoryDraft {
            slug,
            owner: owner.clone(),
            when: when(resume, line.id),
            line: escape(&words, true),
            from: note.and_then(|note| note.from.clone()),
        });
    }
    drafts
}

fn has_number(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii_digit())
}

fn begins_with_deed(line: &str) -> bool {
    let mut words = line
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_lowercase();
    let second = words.next().unwrap_or_default().to_lowercase();
    let is_deed = |word: &str| (word.ends_with("ed") && word.len() > 3) || PAST.contains(&word);
    // "Successfully led"
    is_deed(&first)
        || ((first == "i" || first == "we" || first.ends_with("ly")) && is_deed(&second))
}

/// When the entry of a line was.
fn when(resume: &Resume, id: LineId) -> Option<String> {
    let (start, end) = match id.section {
        Section::Work => all(&resume.work)
            .get(id.entry)
            .map(|one| (&one.start_date, &one.end_date))?,
        Section::Volunteer => all(&resume.volunteer)
            .get(id.entry)
            .map(|one| (&one.start_date, &one.end_date))?,
        _ => all(&resume.projects)
            .get(id.entry)
            .map(|one| (&one.start_date, &one.end_date))?,
    };
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(start.clone()),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("since {start}")),
        (None, end) => end.clone(),
    }
}

/// Letters and digits in lower case, hyphens between them.
fn slug(words: &str) -> Option<String> {
    let lower = words.to_lowercase().replace(['\'', '’'], "");
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let slug = words.take(SLUG).collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(80).collect();
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::begins_with_deed;

    #[test]
    fn deeds_begin_with_a_verb_in_the_past() {
        for deed in [
            "Led a team",
            "Rebuilt the depot",
            "Successfully launched it",
            "I wrote it",
        ] {
            assert!(begins_with_deed(deed), "{deed}");
        }
        for other in [
            "Responsible for loading",
            "Red tape",
            "Member of the team",
            "",
        ] {
            assert!(!begins_with_deed(other), "{other}");
        }
    }
}
