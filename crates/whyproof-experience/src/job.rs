//! A job description: what it asks for, what it says of its place, and the bar that can be drafted from it.

mod company;
mod draft;
mod places;
mod read;

use whyproof_case::{Bar, Criterion};

/// Something that a job asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Letters, digits and hyphens, of its first words; each once.
    pub id: String,
    /// Its first words, cut at a word where it is long.
    pub title: String,
    /// The job's own sentence.
    pub text: String,
    /// Whether the job says that it would only be welcome.
    pub wish: bool,
    /// The line of the text that it begins in, from 1.
    pub line: u32,
}

/// What a job says of its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceSaid {
    /// The id of a criterion in the bar `environment`.
    pub id: String,
    /// The job's own sentence.
    pub said: String,
    /// The words of it by which it was read so.
    pub by: String,
}

/// A job description, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Job {
    /// Its first line, where that is short enough to be a title.
    pub title: Option<String>,
    /// Whose job it is, where the text says so plainly.
    pub company: Option<String>,
    /// What it asks for, in order.
    pub requirements: Vec<Requirement>,
    /// What it says of its place, in the order of the bar `environment`.
    pub places: Vec<PlaceSaid>,
}

/// Reads a job description. Nothing of it is lost that could be a requirement: a text without headings gives its list
/// items, and one without lists the sentences that ask for something.
pub fn read(text: &str) -> Job {
    let lines = read::lines(text);
    Job {
        title: read::title(&lines),
        company: company::of(text, &lines),
        requirements: read::requirements(&lines),
        places: places::said(&lines),
    }
}

impl Job {
    /// The bar of the job: a criterion for each requirement, with the sentence it came from.
    pub fn bar(&self, name: &str) -> Bar {
        let criteria = self.requirements.iter().map(|one| Criterion {
            id: one.id.clone(),
            title: one.title.clone(),
            below: String::new(),
            meets: one.text.clone(),
            raises: String::new(),
            signals: Vec::new(),
            cues: Vec::new(),
            questions: Vec::new(),
            from: Some(one.text.clone()),
            wish: one.wish,
        });
        Bar {
            name: name.to_owned(),
            title: self.title.clone().unwrap_or_else(|| name.to_owned()),
            summary: "What the job description asks for, in its own words.".to_owned(),
            over: Vec::new(),
            criteria: criteria.collect(),
        }
    }

    /// The same as the TOML of a bar, for the person to edit.
    pub fn draft(&self, name: &str) -> String {
        draft::toml(&self.bar(name))
    }
}
