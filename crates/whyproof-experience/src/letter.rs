//! A cover letter. It is a case, of the stories chosen: what was wrong, what the person did, what happened; and it reads as a
//! letter.
//!
//! Every sentence is the person's, whole, and those of a paragraph stand in one story. Whyproof's own words are the phrases
//! of `letter/phrases.toml`, which `docs/tailoring.md` lists, and nothing else.

mod choose;
mod lines;
mod sender;
#[cfg(test)]
mod tests;
mod told;

use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_whys::drill::escape::{self, Escaping};

use crate::background::Background;
use crate::resume::LineId;
use crate::take::{BarTake, Remark};

/// What a letter is made of.
pub struct LetterInput<'i> {
    /// The job's title, as the job has it.
    pub job: &'i str,
    /// Whose job it is, as the job has it.
    pub company: Option<&'i str>,
    /// The day that it is written on, in words.
    pub day: Option<&'i str>,
    /// The language and country that it is set for, as in `en-US`; none where the résumé does not say.
    pub lang: Option<&'i str>,
    /// The design of the résumé that it goes with: the letter has its head.
    pub design: Option<&'i str>,
    /// The take of the background against the bar of the job.
    pub take: &'i BarTake,
    /// What the take remarks: which stories are failures.
    pub remarks: &'i [Remark],
    /// The background.
    pub background: &'i Background,
    /// The words of a sentence as they may leave, by the story that it stands in or is tied to; none where they may not.
    pub may: &'i dyn Fn(&str, Option<usize>) -> Option<String>,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The letter, in Markdown.
    pub markdown: String,
    /// What its paragraphs tell, in their order.
    pub tells: Vec<Tells>,
}

/// What a paragraph tells, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tells {
    /// The story's path; of lines of the résumé, whose work it was.
    pub from: String,
    /// What the job asks for that it was chosen for, in the job's words.
    pub answers: String,
}

/// The words that are Whyproof's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    /// The salutation.
    greets: String,
    /// Before what was done.
    opens: String,
    /// Before another story.
    another: String,
    /// Before a failure.
    failed: String,
    /// Before lines of the résumé.
    lines: String,
    /// After what was done.
    ends: String,
    /// Before the name.
    closes: String,
}

static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| toml::from_str(include_str!("letter/phrases.toml")).unwrap_or_default());

/// Every phrase of a letter that is Whyproof's own.
pub fn phrases() -> [&'static str; 7] {
    let all = [
        &PHRASES.greets,
        &PHRASES.opens,
        &PHRASES.another,
        &PHRASES.failed,
        &PHRASES.lines,
        &PHRASES.ends,
        &PHRASES.closes,
    ];
    all.map(String::as_str)
}

/// A paragraph of a story.
struct Paragraph {
    story: usize,
    answers: String,
    sentences: Vec<String>,
    is_failure: bool,
}

/// Lines of the résumé, of one entry of it.
struct Group {
    name: String,
    answers: String,
    lines: Vec<(LineId, String)>,
}

/// Writes a letter. None where nothing of the background answers anything that the job asks for.
pub fn letter(input: &LetterInput<'_>) -> Option<Letter> {
    let paragraphs = choose::stories(input);
    let groups = lines::groups(input, &paragraphs);
    if paragraphs.is_empty() && groups.is_empty() {
        return None;
    }
    let mut tells: Vec<Tells> = Vec::new();
    for one in &paragraphs {
        tells.push(Tells {
            from: input.background.stories[one.story].path.clone(),
            answers: one.answers.clone(),
        });
    }
    for group in &groups {
        tells.push(Tells {
            from: group.name.clone(),
            answers: group.answers.clone(),
        });
    }
    Some(Letter {
        markdown: write(input, &paragraphs, &groups),
        tells,
    })
}

fn write(input: &LetterInput<'_>, paragraphs: &[Paragraph], groups: &[Group]) -> String {
    let phrases = &*PHRASES;
    let person = input.background.person().map(str::trim);
    let person = person.filter(|person| !person.is_empty());
    let mut text = String::from("---\nkind: letter\n");
    if let Some(person) = person {
        let person = serde_saphyr::to_string(&person).unwrap_or_default();
        text.push_str(&format!("owner: {}\n", person.trim()));
    }
    if let Some(lang) = input.lang {
        text.push_str(&format!("lang: {lang}\n"));
    }
    if let Some(design) = input.design {
        text.push_str(&format!("design: {design}\n"));
    }
    text.push_str("---\n");
    let mut block = |words: &str| text.push_str(&format!("\n{words}\n"));
    let sender = sender::lines(input.background, person);
    if !sender.is_empty() {
        block(&sender.join("\\\n"));
    }
    if let Some(day) = input.day {
        block(&plain(day));
    }
    if let Some(company) = input.company {
        block(&plain(company));
    }
    block(&format!("**{}**", plain(input.job)));
    block(&phrases.greets);
    block(&phrases.opens);
    for (at, one) in paragraphs.iter().enumerate() {
        let before = match (one.is_failure, at) {
            (true, _) => format!("{} ", phrases.failed),
            (false, 0) => String::new(),
            (false, _) => format!("{} ", phrases.another),
        };
        let sentences: Vec<String> = one.sentences.iter().map(|words| plain(words)).collect();
        block(&format!("{before}{}", sentences.join(" ")));
    }
    if !groups.is_empty() {
        block(&phrases.lines);
    }
    for group in groups {
        let lines = group.lines.iter();
        let lines: Vec<String> = lines
            .map(|(_, words)| format!("- {}", plain(words)))
            .collect();
        block(&format!("{}\n\n{}", plain(&group.name), lines.join("\n")));
    }
    block(&phrases.ends);
    block(&phrases.closes);
    if let Some(person) = person {
        block(&plain(person));
    }
    text
}

/// Words as Markdown that says just them, in one line.
fn plain(words: &str) -> String {
    escape::answer(words, Escaping::Whole).replace('\n', " ")
}
