//! What a loop found: by interviewer, by story, by criterion.

use whyproof_whys::drill::{self, State};

use super::{About, Rehearsal, said};

/// A story, and to which interviewers it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its place in the bank.
    pub story: usize,
    /// To whom, by their places, with the question and the words by which the story was known.
    pub to: Vec<(usize, String, Vec<String>)>,
}

/// A criterion that nobody got an answer on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its place in the bar.
    pub criterion: usize,
    /// Whose criterion it is, by their places; empty where no interviewer asks about it.
    pub of: Vec<usize>,
    /// Whether its questions were passed by, all of them.
    pub is_skipped: bool,
}

/// What a loop found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// By interviewer, by their places: those who got an answer, or were passed by.
    pub rooms: Vec<(usize, drill::Report)>,
    /// Stories that were told, in the order of the bank.
    pub told: Vec<Told>,
    /// Stories that were not, by their places in the bank.
    pub untold: Vec<usize>,
    /// Answers that tell no story of the bank: to whom, and the question.
    pub unwritten: Vec<(usize, String)>,
    /// Criteria that nobody got an answer on, in the bar's order.
    pub open: Vec<Open>,
}

impl Rehearsal<'_> {
    /// What the loop found so far.
    pub fn report(&self) -> Report {
        let mut report = Report::default();
        let mut told: Vec<Told> = Vec::new();
        for story in 0..self.plan.stories.len() {
            let to = Vec::new();
            told.push(Told { story, to });
        }
        for (at, room) in self.rooms.iter().enumerate() {
            let touched = room
                .session
                .threads()
                .any(|thread| thread.state != State::Waiting || !thread.turns.is_empty());
            if touched || !room.session.kept().is_empty() {
                report.rooms.push((at, room.session.report()));
            }
            for thread in room.session.threads() {
                let is_opening = !matches!(
                    room.about(&thread.question.id),
                    Some(About::Story { .. }) | None
                );
                if !is_opening || thread.turns.is_empty() {
                    continue;
                }
                let question = thread.question.text.clone();
                match self.stories.of(&said(thread)) {
                    Some((story, words)) => {
                        if let Some(told) = told.get_mut(story) {
                            told.to.push((at, question, words));
                        }
                    }
                    None => report.unwritten.push((at, question)),
                }
            }
        }
        report.untold = told
            .iter()
            .filter(|one| one.to.is_empty())
            .map(|one| one.story)
            .collect();
        told.retain(|one| !one.to.is_empty());
        report.told = told;
        report.open = self.open();
        report
    }

    fn open(&self) -> Vec<Open> {
        let mut open = Vec::new();
        for criterion in 0..self.plan.bar.criteria.len() {
            let mut of = Vec::new();
            let mut answered = false;
            let mut skipped = Vec::new();
            for (at, room) in self.rooms.iter().enumerate() {
                let mut theirs = room.criteria.contains(&criterion);
                for thread in room.session.threads() {
                    let about = room.about(&thread.question.id).and_then(About::criterion);
                    if about == Some(criterion) {
                        theirs = true;
                        answered |= !thread.turns.is_empty();
                        skipped.push(thread.state == State::Skipped);
                    }
                }
                if theirs {
                    of.push(at);
                }
            }
            if !answered {
                let is_skipped = !skipped.is_empty() && skipped.iter().all(|is| *is);
                open.push(Open {
                    criterion,
                    of,
                    is_skipped,
                });
            }
        }
        open
    }
}
