//! A drill: which question is put now, and what follows from each answer.

use std::collections::{BTreeSet, VecDeque};

use super::follow_up::{FollowUp, Seeks, follow_up};
use super::journal::{Draft, Entry, Reference};
use super::known::Known;
use super::measure::Measure;
use super::question::Question;

/// How many follow-ups a question of a case has at most, each put to the answer before.
pub const DEPTH: usize = 2;

/// An answer, and what it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The follow-up; none where it answers the question itself.
    pub follow_up: Option<FollowUp>,
    /// The answer as typed.
    pub answer: String,
    /// What can be said of it.
    pub measure: Measure,
    /// Seconds that it took, where somebody typed it.
    pub seconds: Option<u32>,
}

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits, or is being asked.
    Waiting,
    /// It was put off.
    Parked,
    /// It was passed over, or its last follow-up was.
    Skipped,
    /// Nothing more is asked of it.
    Done,
}

/// A question with its answers.
#[derive(Debug, Clone)]
pub struct Thread {
    /// The question.
    pub question: Question,
    /// The answers in order: to the question, then to each follow-up.
    pub turns: Vec<Turn>,
    /// The follow-up that waits for an answer.
    pub pending: Option<FollowUp>,
    /// How far it has come.
    pub state: State,
    parked: u8,
}

/// What is put to the person now.
#[derive(Debug, Clone, Copy)]
pub struct Put<'s> {
    /// The question.
    pub question: &'s Question,
    /// The follow-up, where one is put.
    pub follow_up: Option<&'s FollowUp>,
    /// Which follow-up this is, from 1; 0 for the question itself.
    pub depth: usize,
    /// Which question this is, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// Whether it was put off before.
    pub is_again: bool,
}

impl Put<'_> {
    /// The words to answer.
    pub fn text(&self) -> &str {
        self.follow_up.map_or(&self.question.text, |one| &one.text)
    }
}

/// An answer to a question that the case is not asked any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which question.
    pub question: Reference,
    /// The answer.
    pub answer: String,
}

/// What a drill is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The most questions; all where none.
    pub count: Option<usize>,
    /// Seconds to speak for an answer.
    pub budget: u32,
}

/// A drill. It is what its journal says: every step is an [`Entry`], written down first and then taken.
#[derive(Debug, Clone)]
pub struct Session {
    threads: Vec<Thread>,
    queue: VecDeque<usize>,
    chosen: BTreeSet<usize>,
    kept: Vec<Kept>,
    known: Known,
    settings: Settings,
    quit: bool,
}

impl Session {
    /// A drill on `questions`, all that the case can be asked, in the order of asking; `earlier` is what its journal has of it.
    pub fn begin(
        questions: Vec<Question>,
        known: Known,
        settings: Settings,
        earlier: &[Entry],
    ) -> Self {
        let threads = questions.into_iter().map(|question| Thread {
            question,
            turns: Vec::new(),
            pending: None,
            state: State::Waiting,
            parked: 0,
        });
        let mut session = Session {
            threads: threads.collect(),
            queue: VecDeque::new(),
            chosen: BTreeSet::new(),
            kept: Vec::new(),
            known,
            settings,
            quit: false,
        };
        for entry in earlier {
            session.take(entry);
        }
        session.line_up();
        session
    }

    /// Lines up what is to be asked: what was begun, what was never put, what was put off.
    fn line_up(&mut self) {
        self.quit = false;
        for (at, thread) in self.threads.iter_mut().enumerate() {
            thread.parked = thread.parked.min(1);
            if thread.state != State::Waiting || thread.pending.is_some() {
                self.chosen.insert(at);
            }
        }
        let most = self.settings.count.unwrap_or(usize::MAX);
        for at in 0..self.threads.len() {
            if self.chosen.len() >= most {
                break;
            }
            self.chosen.insert(at);
        }
        let threads = &self.threads;
        let those = |keep: &dyn Fn(&Thread) -> bool| -> Vec<usize> {
            let chosen = self.chosen.iter().copied();
            chosen
                .filter(|at| threads.get(*at).is_some_and(keep))
                .collect()
        };
        let begun = those(&|t| t.state == State::Waiting && t.pending.is_some());
        let fresh = those(&|t| t.state == State::Waiting && t.pending.is_none());
        let parked = those(&|t| t.state == State::Parked);
        self.queue = begun.into_iter().chain(fresh).chain(parked).collect();
    }

    /// Puts the question of `draft` first, where it waits: what was being typed can be finished. Says whether it does.
    pub fn offer(&mut self, draft: &Draft) -> bool {
        let Some(at) = self.find(&draft.question) else {
            return false;
        };
        let waits = self.threads.get(at).is_some_and(|thread| {
            let pending = thread.pending.as_ref().map(|one| one.text.as_str());
            pending == draft.question.follow_up.as_deref()
        });
        let Some(place) = self
            .queue
            .iter()
            .position(|other| *other == at)
            .filter(|_| waits)
        else {
            return false;
        };
        self.queue.remove(place);
        self.queue.push_front(at);
        true
    }

    /// What is put now; none at the end.
    pub fn put(&self) -> Option<Put<'_>> {
        if self.quit {
            return None;
        }
        let at = *self.queue.front()?;
        let thread = self.threads.get(at)?;
        Some(Put {
            question: &thread.question,
            follow_up: thread.pending.as_ref(),
            depth: thread.turns.len(),
            number: self.chosen.range(..at).count() + 1,
            of: self.chosen.len(),
            is_again: thread.parked > 0,
        })
    }

    /// The name of what is put now in a journal.
    pub fn reference(&self) -> Option<Reference> {
        self.put().map(|put| Reference {
            id: put.question.id.clone(),
            text: put.question.text.clone(),
            follow_up: put.follow_up.map(|one| one.text.clone()),
        })
    }

    /// Takes a step, and says what was found of an answer. A step of a question that is not there keeps its answer.
    pub fn take(&mut self, entry: &Entry) -> Option<&Turn> {
        let (Entry::Answered { question, .. }
        | Entry::Skipped { question }
        | Entry::Parked { question }
        | Entry::Unfinished { question, .. }) = entry
        else {
            self.quit |= *entry == Entry::Quit;
            // What is in the case now is not lost where its question is not asked any more.
            if let Entry::Added { questions } = entry {
                self.kept
                    .retain(|kept| !questions.contains(&kept.question.text));
            }
            return None;
        };
        let Some(at) = self.find(question) else {
            if let Entry::Answered { answer, .. } | Entry::Unfinished { answer, .. } = entry {
                self.kept.push(Kept {
                    question: question.clone(),
                    answer: answer.clone(),
                });
            }
            return None;
        };
        match entry {
            Entry::Answered {
                answer, seconds, ..
            } => return self.answered(at, question, answer, *seconds),
            Entry::Skipped { .. } => self.leave(at, State::Skipped),
            Entry::Parked { .. } => self.leave(at, State::Parked),
            Entry::Unfinished { answer, .. } => self.kept.push(Kept {
                question: question.clone(),
                answer: answer.clone(),
            }),
            Entry::Began { .. }
            | Entry::Added { .. }
            | Entry::Wrote { .. }
            | Entry::Quit
            | Entry::Ended => {}
        }
        None
    }

    /// By its words, of two with the same words by its id; where the words are gone, by its id.
    fn find(&self, question: &Reference) -> Option<usize> {
        let at = |is: &dyn Fn(&Question) -> bool| {
            let mut questions = self.threads.iter().map(|thread| &thread.question);
            questions.position(is)
        };
        at(&|one| one.text == question.text && one.id == question.id)
            .or_else(|| at(&|one| one.text == question.text))
            .or_else(|| at(&|one| one.id == question.id))
    }

    fn answered(
        &mut self,
        at: usize,
        asked: &Reference,
        answer: &str,
        seconds: Option<u32>,
    ) -> Option<&Turn> {
        let thread = self.threads.get_mut(at)?;
        let pending = thread.pending.take();
        // A later version may follow up otherwise: then the journal's words are kept.
        let follow_up = asked.follow_up.as_ref().map(|text| match pending {
            Some(one) if one.text == *text => one,
            _ => FollowUp {
                seeks: Seeks::Answer,
                quote: String::new(),
                text: text.clone(),
            },
        });
        let question = follow_up
            .as_ref()
            .map_or(asked.text.as_str(), |one| one.text.as_str());
        let measure = Measure::of(question, answer, &self.known);
        let mut sought: BTreeSet<Seeks> = thread
            .turns
            .iter()
            .filter_map(|turn| turn.follow_up.as_ref().map(|one| one.seeks))
            .collect();
        sought.extend(follow_up.as_ref().map(|one| one.seeks));
        thread.turns.push(Turn {
            follow_up,
            answer: answer.to_owned(),
            measure,
            seconds,
        });
        let turn = thread.turns.last()?;
        let seeks = &thread.question.seeks;
        if !seeks.is_empty() {
            sought.extend(Seeks::ALL.into_iter().filter(|one| !seeks.contains(one)));
        }
        thread.pending = (thread.turns.len() <= thread.question.depth)
            .then(|| next(turn, &self.known, &sought))
            .flatten();
        thread.state = if thread.pending.is_some() {
            State::Waiting
        } else {
            self.queue.retain(|other| *other != at);
            State::Done
        };
        self.threads.get(at)?.turns.last()
    }

    fn leave(&mut self, at: usize, state: State) {
        self.queue.retain(|other| *other != at);
        let Some(thread) = self.threads.get_mut(at) else {
            return;
        };
        thread.state = state;
        if state == State::Parked {
            thread.parked += 1;
            // Once more at the end; after that it waits for the next sitting.
            if thread.parked == 1 {
                self.queue.push_back(at);
            }
        }
    }

    /// The questions that were chosen or answered, in order.
    pub fn threads(&self) -> impl Iterator<Item = &Thread> {
        self.chosen.iter().filter_map(|at| self.threads.get(*at))
    }

    /// Answers to questions that the case is not asked any more.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// What the drill is held to.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Whether nothing is left for another sitting.
    pub fn is_over(&self) -> bool {
        self.queue.is_empty() && self.threads().all(|thread| thread.state != State::Parked)
    }
}

fn next(turn: &Turn, known: &Known, sought: &BTreeSet<Seeks>) -> Option<FollowUp> {
    follow_up(&turn.answer, &turn.measure, known, sought)
}
