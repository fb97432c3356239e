//! Views of one life: which lines a résumé for a job has, in which order, and in whose words.

mod build;
mod choose;
mod extra;
mod fit;
mod item;
mod knapsack;
mod letters;
mod say;
mod strip;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use whyproof_case::Bar;

use crate::Background;
use crate::matching::Meaning;
use crate::resume::{Confirmed, LineId, Resume, ResumeError, Section};
use crate::stems::words;
use crate::take::asked;
use crate::truth::Refusal;

pub use letters::Letters;

/// Most pages that a view may ask for.
pub const MOST_PAGES: usize = 9;

/// What a person decided for one job, as the file `NAME.view.yaml` has it. Lines are known by their words, so that it
/// still works when the experience changes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The job's file, or the bar that stands for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// How many pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<usize>,
    /// The design of the pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design: Option<String>,
    /// Sections in the order of the pages, by their keys in JSON Resume; others follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// Lines that must be in it, by their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pin: Vec<String>,
    /// Lines that must not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drop: Vec<String>,
    /// Words of the job that the person has confirmed for words of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub say: Vec<Confirmed>,
}

impl View {
    /// Reads a view.
    ///
    /// # Errors
    /// Where it is no YAML, has a key that views do not have, or a value that none can have; with its line.
    pub fn from_yaml(text: &str) -> Result<View, ResumeError> {
        if text.trim().is_empty() {
            return Ok(View::default());
        }
        let view: View = serde_saphyr::from_str(text).map_err(|error| {
            let place = error.location();
            ResumeError {
                reason: error.without_snippet().to_string(),
                line: place.map(|place| place.line() as usize),
                column: place.map(|place| place.column() as usize),
            }
        })?;
        let wrong = |reason: String, key: &str| {
            let mut lines = text.lines();
            ResumeError {
                reason,
                line: lines
                    .position(|line| line.trim_start().starts_with(key))
                    .map(|at| at + 1),
                column: None,
            }
        };
        if view
            .pages
            .is_some_and(|pages| !(1..=MOST_PAGES).contains(&pages))
        {
            return Err(wrong(format!("`pages` is from 1 to {MOST_PAGES}"), "pages"));
        }
        if let Some(unknown) = view.order.iter().find(|key| section(key).is_none()) {
            let known: Vec<&str> = ORDER.iter().map(|section| section.key()).collect();
            let reason = format!("`order` has `{unknown}`; sections are {}", known.join(", "));
            return Err(wrong(reason, "order"));
        }
        Ok(view)
    }

    /// As a file, ending in a line break.
    ///
    /// # Errors
    /// None that text can bring about.
    pub fn to_yaml(&self) -> Result<String, ResumeError> {
        serde_saphyr::to_string(self).map_err(|error| ResumeError {
            reason: error.to_string(),
            line: None,
            column: None,
        })
    }
}

/// Sections in the order that most readers expect.
const ORDER: [Section; 9] = [
    Section::Basics,
    Section::Work,
    Section::Projects,
    Section::Volunteer,
    Section::Education,
    Section::Skills,
    Section::Certificates,
    Section::Awards,
    Section::Publications,
];

/// The section of a key.
fn section(key: &str) -> Option<Section> {
    ORDER.into_iter().find(|section| section.key() == key)
}

/// How a résumé fills its pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// How many pages it has.
    pub pages: usize,
    /// How high the words of a page may be, in points.
    pub page_height: f64,
    /// The height of each line, in points.
    pub lines: Vec<(LineId, f64)>,
    /// The height of all else: name, headings, entries' heads.
    pub fixed: f64,
}

/// Something that sets a résumé on pages, and says how high it is.
pub trait Measure {
    /// Measures a résumé.
    ///
    /// # Errors
    /// Where it cannot be set, in words.
    fn measure(&self, resume: &Resume) -> Result<Measured, String>;
}

/// What is tailored, and to what.
pub struct TailorInput<'i> {
    /// What somebody has done.
    pub background: &'i Background,
    /// What the job asks for: a criterion each.
    pub bar: &'i Bar,
    /// What the person decided.
    pub view: &'i View,
    /// What measures pages.
    pub measure: &'i dyn Measure,
    /// How many pages there are.
    pub pages: usize,
    /// The person's own model, where they point to one.
    pub meaning: Option<&'i dyn Meaning>,
}

/// A line that is not in the résumé, or not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words.
    pub words: String,
    /// What is there of it, where it was cut at a mark.
    pub cut: Option<String>,
    /// Why, a sentence without a stop.
    pub why: String,
}

/// A word of the person's that stands in the job's terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substituted {
    /// The person's word.
    pub mine: String,
    /// The job's word.
    pub theirs: String,
    /// The line as the person wrote it.
    pub before: String,
    /// The line as it stands in the résumé.
    pub after: String,
}

/// What answers a requirement, as the take reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answered {
    /// The requirement's title.
    pub requirement: String,
    /// Lines of the résumé as it is now, best first.
    pub lines: Vec<String>,
    /// Lines that answer it and are not in it, in the person's words.
    pub missed: Vec<String>,
    /// Stories that answer it, by title and path, best first.
    pub stories: Vec<(String, String)>,
}

impl Answered {
    /// Whether a story answers it, and no line that the person wrote does.
    pub fn is_only_told(&self) -> bool {
        self.lines.is_empty() && self.missed.is_empty() && !self.stories.is_empty()
    }

    /// Whether nothing answers it.
    pub fn is_nothing(&self) -> bool {
        self.lines.is_empty() && self.missed.is_empty() && self.stories.is_empty()
    }
}

/// The stems of all words that the job uses of what it asks for.
fn stems_asked(bar: &Bar) -> BTreeSet<String> {
    let texts = bar.criteria.iter().map(asked);
    let stems = texts.flat_map(|text| words(&text)).map(|word| word.stem);
    stems.collect()
}

/// A résumé for a job.
#[derive(Debug, Clone, PartialEq)]
pub struct Tailored {
    /// The résumé, without Whyproof's own keys.
    pub resume: Resume,
    /// The order of its sections on pages.
    pub order: Vec<Section>,
    /// How many pages it has.
    pub pages: usize,
    /// Whether it is on the pages that were asked for.
    pub fits: bool,
    /// Lines that were left out, or cut, in the file's order.
    pub left_out: Vec<LeftOut>,
    /// Lines that say more than what they rest on: they are left out, too.
    pub refused: Vec<Refusal>,
    /// Words that stand in the job's terms.
    pub substituted: Vec<Substituted>,
    /// For each requirement what answers it.
    pub answers: Vec<Answered>,
    /// What else the person should know, a sentence each.
    pub notes: Vec<String>,
}

/// Chooses, orders and fits what a person wrote. Nothing is in the result that they did not write, but for
/// [substitutions](Tailored::substituted).
///
/// # Errors
/// Where there is no résumé, or it cannot be measured; in words.
pub fn tailor(input: &TailorInput<'_>) -> Result<Tailored, String> {
    choose::tailored(input)
}
