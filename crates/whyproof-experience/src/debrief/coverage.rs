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
    /// "asked in interviews: three questions, one went badly"; none where nothing was asked.
    pub fn words(&self) -> Option<String> {
        if self.asked.is_empty() {
            return None;
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
