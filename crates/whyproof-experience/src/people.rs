//! `take.yaml`: the person's own question, how they sign it, and what people said of their background.
//!
//! The file is the person's: they write in it by hand, with comments of their own. What comes in from elsewhere is put
//! behind what is there ([`People::add`]), and nothing that stands in it is touched.

mod add;
mod read;

use crate::take::{Judged, Judgement};

pub use read::PeopleError;

/// The file of a workspace that has it.
pub const FILE: &str = "take.yaml";

/// What `take.yaml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// The person's own question, as they put it.
    pub question: Option<String>,
    /// How they sign it: "K., Seattle".
    pub signed: Option<String>,
    /// What people said, in the order of the file.
    pub said: Vec<Said>,
}

/// What somebody said: of a criterion, of a story, or on the whole where it names neither.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Who, as they sign; the person of the background is one like others.
    pub by: String,
    /// The day, as in `2026-11-27`.
    pub day: Option<String>,
    /// The bar, by its name.
    pub bar: Option<String>,
    /// The criterion, by its id.
    pub criterion: Option<String>,
    /// The story, by its path in the workspace.
    pub story: Option<String>,
    /// Below, meets or raises; none where they only wrote something.
    pub judged: Option<Judged>,
    /// Their words; empty where they gave none.
    pub note: String,
}

impl Said {
    /// Whether it says the same of the same thing in the name of the same person, on whichever day.
    pub fn says_as(&self, other: &Said) -> bool {
        let on = |said: &Said| (said.bar.clone(), said.criterion.clone(), said.story.clone());
        whyproof_case::same(&self.by, &other.by)
            && on(self) == on(other)
            && self.judged == other.judged
            && self.note.trim() == other.note.trim()
    }

    fn judgement(&self) -> Judgement {
        Judgement {
            by: self.by.clone(),
            day: self.day.clone(),
            judged: self.judged,
            note: self.note.clone(),
        }
    }
}

impl People {
    /// What was said of a criterion of a bar, in the order of the days; what has no day comes first.
    pub fn of_criterion(&self, bar: &str, criterion: &str) -> Vec<Judgement> {
        self.those(|said| {
            said.criterion.as_deref() == Some(criterion)
                && said.bar.as_deref().is_none_or(|named| named == bar)
        })
    }

    /// What was said of a story, by its path: `stories/returns.md`, in the workspace or with the way to it.
    pub fn of_story(&self, path: &str) -> Vec<Judgement> {
        self.those(|said| {
            said.story
                .as_deref()
                .is_some_and(|story| is_of(path, story))
        })
    }

    /// What was said on the whole.
    pub fn of_the_whole(&self) -> Vec<Judgement> {
        self.those(|said| said.criterion.is_none() && said.story.is_none())
    }

    fn those(&self, is: impl Fn(&Said) -> bool) -> Vec<Judgement> {
        let said = self.said.iter().filter(|said| is(said));
        let mut said: Vec<Judgement> = said.map(Said::judgement).collect();
        said.sort_by(|one, other| one.day.cmp(&other.day));
        said
    }
}

/// Whether `path` is that of the story which is called `story` in its workspace.
pub fn is_of(path: &str, story: &str) -> bool {
    let before = path.strip_suffix(story);
    !story.is_empty() && before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

#[cfg(test)]
mod tests;
