//! Which criterion each question is about that was asked in interviews.

use whyproof_case::{Criterion, counted};

use super::{Debrief, Went};
use crate::nearest;

/// A question that was asked, with who asked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The question.
    pub question: String,
    /// How the answer went.
    pub went: Went,
    /// The day, where it is known.
    pub day: Option<String>,
    /// What the interviewer was there.
    pub at: Option<String>,
    /// Who asked.
    pub by: Option<String>,
    /// The story that was told, by its path.
    pub story: Option<String>,
    /// What the person noted.
    pub note: Option<String>,
}

impl Heard {
    /// Who asked: their name, and what they were there; empty where neither is known.
    pub fn who(&self) -> String {
        let who = [&self.by, &self.at].into_iter().flatten();
        let who: Vec<&str> = who
            .map(|who| who.trim())
            .filter(|who| !who.is_empty())
            .collect();
        who.join(", ")
    }
}

/// What was asked about a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The criterion's id.
    pub criterion: String,
    /// Its title.
    pub title: String,
    /// The questions, in the file's order.
    pub asked: Vec<Heard>,
}

impl Covered {
    /// What was asked: what went badly first, of that the latest.
    pub fn worst_first(&self) -> Vec<&Heard> {
        let mut asked: Vec<&Heard> = self.asked.iter().rev().collect();
        asked.sort_by_key(|one| one.went);
        asked
    }

    /// "asked in interviews: three questions, one went badly"; none where nothing was asked.
    pub fn words(&self) -> Option<String> {
        match self.asked.as_slice() {
            [] => return None,
            [one] => {
                let went = one.went.words();
                return Some(format!("asked in interviews: one question, {went}"));
            }
            _ => {}
        }
        let badly = self
            .asked
            .iter()
            .filter(|one| one.went == Went::Badly)
            .count();
        let questions = counted(self.asked.len(), "question", "questions");
        let went = match badly {
            0 => "none went badly".to_owned(),
            n => format!("{} went badly", whyproof_case::number(n)),
        };
        Some(format!("asked in interviews: {questions}, {went}"))
    }
}

/// What was asked in interviews, by criterion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// A criterion each, in the bar's order.
    pub criteria: Vec<Covered>,
    /// What is about none of them, by its words.
    pub other: Vec<Heard>,
}

impl Coverage {
    /// What was asked about the criterion at a place of the bar; none where nothing was.
    pub fn of(&self, at: usize) -> Option<&Covered> {
        let covered = self.criteria.get(at);
        covered.filter(|covered| !covered.asked.is_empty())
    }
}

/// What was asked and is about no criterion of any bar, of which `coverages` has one each.
pub fn about_none(coverages: &[Coverage]) -> Vec<&Heard> {
    let Some((first, others)) = coverages.split_first() else {
        return Vec::new();
    };
    let heard = first.other.iter();
    heard
        .filter(|heard| others.iter().all(|one| one.other.contains(heard)))
        .collect()
}

/// Which of `criteria` each question of `debriefs` is about: the one whose title, text, questions and cues share most of
/// its words.
pub fn coverage(debriefs: &[Debrief], criteria: &[Criterion]) -> Coverage {
    let about = nearest::Criteria::new(criteria);
    let mut coverage = Coverage {
        criteria: criteria
            .iter()
            .map(|criterion| Covered {
                criterion: criterion.id.clone(),
                title: criterion.title.clone(),
                asked: Vec::new(),
            })
            .collect(),
        other: Vec::new(),
    };
    for debrief in debriefs {
        for asked in &debrief.asked {
            let heard = Heard {
                question: asked.question.clone(),
                went: asked.went,
                day: debrief.day.clone(),
                at: debrief.at.clone(),
                by: debrief.by.clone(),
                story: asked.story.clone(),
                note: asked.note.clone(),
            };
            let at = about.of(&asked.question);
            match at.and_then(|at| coverage.criteria.get_mut(at)) {
                Some(covered) => covered.asked.push(heard),
                None => coverage.other.push(heard),
            }
        }
    }
    coverage
}
