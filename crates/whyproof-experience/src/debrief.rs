//! What was asked in interviews, by whom, and how it went: `debriefs.yaml`.
//!
//! The file is the person's. It is only ever added to, at its end; whatever stands there stays as it is.

mod coverage;

use serde::Deserialize;

use crate::yaml::scalar;

pub use coverage::{Coverage, Covered, Heard, about_none, coverage};

/// The file of a workspace that has them.
pub const FILE: &str = "debriefs.yaml";

/// Its first lines, where it is made.
pub const HEAD: &str = "# What was asked in interviews, by whom, and how it went: well, mixed or badly. It is yours to change.\n";

/// How an answer went, as the person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Went {
    /// It did not hold.
    Badly,
    /// Partly.
    Mixed,
    /// It held.
    Well,
}

impl Went {
    /// All of them, worst first.
    pub const ALL: [Went; 3] = [Went::Badly, Went::Mixed, Went::Well];

    /// The word used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            Went::Badly => "badly",
            Went::Mixed => "mixed",
            Went::Well => "well",
        }
    }

    /// In a sentence: "it went badly".
    pub fn words(self) -> &'static str {
        match self {
            Went::Badly => "it went badly",
            Went::Mixed => "it was mixed",
            Went::Well => "it went well",
        }
    }

    /// The one of that word.
    pub fn of(word: &str) -> Option<Went> {
        let word = word.trim().to_lowercase();
        Went::ALL.into_iter().find(|went| went.word() == word)
    }
}

/// A question that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// In the interviewer's words, as the person remembers them.
    pub question: String,
    /// How the answer went.
    pub went: Went,
    /// The story that was told, by its path in the workspace.
    #[serde(default)]
    pub story: Option<String>,
    /// What else there is to say.
    #[serde(default)]
    pub note: Option<String>,
}

/// One conversation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Debrief {
    /// The day, as in `2026-11-27`.
    #[serde(default)]
    pub day: Option<String>,
    /// What the interviewer was there: a rung of the loop, or in the person's words.
    #[serde(default)]
    pub at: Option<String>,
    /// Who asked.
    #[serde(default)]
    pub by: Option<String>,
    /// What was asked, in order.
    pub asked: Vec<Asked>,
}

/// Why debriefs cannot be read or added to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct DebriefError {
    /// What is wrong.
    pub reason: String,
    /// Line, from 1, where it is known.
    pub line: Option<usize>,
    /// Column in Unicode scalars, from 1, where it is known.
    pub column: Option<usize>,
}

/// Reads debriefs, in the file's order.
///
/// # Errors
/// Where it is no YAML, has a key that means nothing, or a word other than well, mixed and badly.
pub fn read(text: &str) -> Result<Vec<Debrief>, DebriefError> {
    let only_comments = text.lines().all(|line| {
        matches!(
            line.trim_start_matches('\u{feff}')
                .trim_start()
                .chars()
                .next(),
            None | Some('#')
        )
    });
    if only_comments {
        return Ok(Vec::new());
    }
    serde_saphyr::from_str(text).map_err(|error| {
        let place = error.location();
        DebriefError {
            reason: without_place(&error.without_snippet().to_string()),
            line: place.map(|place| place.line() as usize),
            column: place.map(|place| place.column() as usize),
        }
    })
}

/// What is wrong; its place is given apart.
fn without_place(reason: &str) -> String {
    let parts = reason.rsplit_once(" at line ");
    parts.map_or(reason, |(reason, _)| reason).to_owned()
}

/// What is to be put after the end of `text`, so that it has `debrief`, too. Where the last conversation of `text` is
/// the same one, its questions are continued.
///
/// # Errors
/// Where `text` cannot be read, or is written so that nothing can be put after its end.
pub fn added(text: &str, debrief: &Debrief) -> Result<String, DebriefError> {
    let before = read(text)?;
    let mut lines = String::new();
    if !text.is_empty() && !text.ends_with('\n') {
        lines.push('\n');
    }
    let same =
        |last: &Debrief| last.day == debrief.day && last.at == debrief.at && last.by == debrief.by;
    if before.last().is_some_and(same) {
        let more = lines.clone() + &questions(debrief);
        let mut after = before.clone();
        if let Some(last) = after.last_mut() {
            last.asked.extend(debrief.asked.iter().cloned());
        }
        if read(&format!("{text}{more}")).as_ref() == Ok(&after) {
            return Ok(more);
        }
    }
    lines.push_str(&whole(debrief));
    let after: Vec<Debrief> = before.into_iter().chain([debrief.clone()]).collect();
    if read(&format!("{text}{lines}")).as_ref() == Ok(&after) {
        return Ok(lines);
    }
    Err(DebriefError {
        reason: "nothing can be put after its end: each conversation has to begin with `- ` at the begin of a line"
            .to_owned(),
        line: None,
        column: None,
    })
}

/// Whether a text is a day, as in `2026-11-27`.
pub fn is_day(text: &str) -> bool {
    let day = text.parse::<jiff::civil::Date>();
    day.is_ok_and(|day| day.to_string() == text)
}

fn whole(debrief: &Debrief) -> String {
    let mut keys: Vec<String> = Vec::new();
    if let Some(day) = &debrief.day {
        let day = if is_day(day) {
            day.clone()
        } else {
            scalar(day)
        };
        keys.push(format!("day: {day}\n"));
    }
    keys.extend(debrief.at.iter().map(|at| format!("at: {}\n", scalar(at))));
    keys.extend(debrief.by.iter().map(|by| format!("by: {}\n", scalar(by))));
    keys.push("asked:\n".to_owned());
    format!("- {}{}", keys.join("  "), questions(debrief))
}

fn questions(debrief: &Debrief) -> String {
    let mut text = String::new();
    for asked in &debrief.asked {
        text.push_str(&format!("    - question: {}\n", scalar(&asked.question)));
        text.push_str(&format!("      went: {}\n", asked.went.word()));
        if let Some(story) = &asked.story {
            text.push_str(&format!("      story: {}\n", scalar(story)));
        }
        if let Some(note) = &asked.note {
            text.push_str(&format!("      note: {}\n", scalar(note)));
        }
    }
    text
}
