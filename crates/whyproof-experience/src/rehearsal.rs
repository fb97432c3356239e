//! The loop: the rungs of a ladder as interviewers with criteria of their own, over the story bank.
//!
//! Each interviewer has a [`Session`] of their own: first what was really asked in interviews, then questions that a
//! criterion of theirs asks, and after each of those whys on the story that was told. All of it follows from the journal:
//! the same entries bring the same loop back.

mod report;
mod room;

use std::collections::BTreeMap;

use whyproof_case::{Bar, Ladder, Rung};
use whyproof_whys::drill::{Entry, Known, Question, Session, Settings, State, Thread};
use whyproof_whys::{Bank, View};

use crate::background::Story;
use crate::debrief::Debrief;
use crate::nearest::Stories;

pub use report::{Open, Report, Told};
pub use room::{About, dealt};
use room::{Ask, Room, rooms};

/// What a loop is played over.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'p> {
    /// Whose rungs are the interviewers.
    pub ladder: &'p Ladder,
    /// Whose criteria they ask about.
    pub bar: &'p Bar,
    /// The story bank.
    pub stories: &'p [Story],
    /// What was asked in interviews.
    pub debriefs: &'p [Debrief],
    /// The questions that are put to stories.
    pub bank: &'p Bank,
    /// The most questions of an interviewer.
    pub count: usize,
    /// Seconds to speak for an answer.
    pub budget: u32,
}

/// What was heard in an answer to a first question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A story of the bank.
    Tells {
        /// Its place in the bank.
        story: usize,
        /// The words of the answer by which it is known.
        words: Vec<String>,
    },
    /// None of them.
    Unwritten,
}

/// A loop as it is played.
pub struct Rehearsal<'p> {
    plan: Plan<'p>,
    rooms: Vec<Room>,
    entries: Vec<Entry>,
    known: Known,
    stories: Stories,
    /// What can be asked of a story from a room's points of view.
    whys: BTreeMap<(usize, usize), Vec<Question>>,
}

impl<'p> Rehearsal<'p> {
    /// The loop of which `earlier` was said before.
    pub fn begin(plan: Plan<'p>, earlier: &[Entry]) -> Rehearsal<'p> {
        let known = Known::of_stories(plan.stories.iter().map(|story| &story.case));
        let mut rehearsal = Rehearsal {
            plan,
            rooms: rooms(&plan, &known),
            entries: earlier.to_vec(),
            known,
            stories: Stories::new(plan.stories),
            whys: BTreeMap::new(),
        };
        for room in 0..rehearsal.rooms.len() {
            rehearsal.settle(room);
        }
        rehearsal
    }

    /// The interviewers, in the ladder's order.
    pub fn interviewers(&self) -> impl Iterator<Item = &Rung> {
        self.rooms
            .iter()
            .filter_map(|room| self.plan.ladder.rungs.get(room.rung))
    }

    /// What is put by an interviewer, and was answered.
    pub fn session(&self, room: usize) -> Option<&Session> {
        self.rooms.get(room).map(|room| &room.session)
    }

    /// What a question of an interviewer is about.
    pub fn about(&self, room: usize, id: &str) -> Option<&About> {
        self.rooms.get(room)?.about(id)
    }

    /// How many of what was really asked an interviewer asks again.
    pub fn asked_before(&self, room: usize) -> usize {
        let openings = self.rooms.get(room).map_or(&[][..], |room| &room.openings);
        let asked = openings.iter().map(|ask| &ask.about);
        asked
            .filter(|about| matches!(about, About::Asked { .. }))
            .count()
    }

    /// The most questions that an interviewer asks: whys come as stories are told.
    pub fn most(&self, room: usize) -> usize {
        let asks = self.rooms.get(room).map_or(0, |room| room.openings.len());
        if asks == 0 {
            0
        } else {
            self.plan.count.max(asks)
        }
    }

    /// Notes a step that the interviewer's session has taken, and brings their questions up to it. Says what was heard
    /// where an answer to a first question is finished.
    pub fn noted(&mut self, room: usize, entry: Entry) -> Option<Heard> {
        let heard = self.heard(room, &entry);
        self.entries.push(entry);
        self.settle(room);
        heard
    }

    /// What story the answer tells that a step finished.
    fn heard(&self, room: usize, entry: &Entry) -> Option<Heard> {
        let (Entry::Answered { question, .. } | Entry::Skipped { question }) = entry else {
            return None;
        };
        let room = self.rooms.get(room)?;
        let is_opening = room
            .openings
            .iter()
            .any(|ask| ask.question.id == question.id);
        let mut threads = room.session.threads();
        let thread = threads.find(|thread| thread.question.id == question.id)?;
        let is_finished = thread.pending.is_none() || thread.state == State::Skipped;
        if !is_opening || !is_finished || thread.turns.is_empty() {
            return None;
        }
        Some(match self.stories.of(&said(thread)) {
            Some((story, words)) => Heard::Tells { story, words },
            None => Heard::Unwritten,
        })
    }

    /// The interviewer's session, for what was being typed.
    pub fn session_mut(&mut self, room: usize) -> Option<&mut Session> {
        self.rooms.get_mut(room).map(|room| &mut room.session)
    }

    /// Brings an interviewer's questions up to what was told.
    fn settle(&mut self, room: usize) {
        let Some(key) = self.rooms.get(room).map(|room| room.key.clone()) else {
            return;
        };
        let mine: Vec<Entry> = self
            .entries
            .iter()
            .filter(|entry| is_of(entry, &key))
            .cloned()
            .collect();
        let asks = self.asks(room, &mine);
        let Some(at) = self.rooms.get_mut(room) else {
            return;
        };
        let same = at
            .session
            .threads()
            .map(|thread| &thread.question)
            .eq(asks.iter().map(|ask| &ask.question));
        // A session that was played on is what its steps made it.
        if same && !at.is_fresh {
            return;
        }
        at.is_fresh = false;
        let questions = asks.iter().map(|ask| ask.question.clone()).collect();
        let settings = settings(self.plan.budget);
        at.session = Session::begin(questions, self.known.clone(), settings, &mine);
        at.asks = asks;
    }

    /// The questions of a room: its openings, each followed by whys on the story that was told to it.
    fn asks(&mut self, room: usize, mine: &[Entry]) -> Vec<Ask> {
        let Some(openings) = self.rooms.get(room).map(|room| room.openings.clone()) else {
            return Vec::new();
        };
        let session = Session::begin(
            openings.iter().map(|ask| ask.question.clone()).collect(),
            self.known.clone(),
            settings(self.plan.budget),
            mine,
        );
        let room_for = self.plan.count.saturating_sub(openings.len());
        let mut asks: Vec<Ask> = Vec::new();
        for (at, opening) in openings.iter().enumerate() {
            asks.push(opening.clone());
            // What is left of the count is dealt out, the first questions first.
            let whys = room_for / openings.len() + usize::from(at < room_for % openings.len());
            let thread = session.threads().nth(at);
            let is_done =
                |thread: &&Thread| thread.pending.is_none() || thread.state == State::Skipped;
            let Some(thread) = thread
                .filter(is_done)
                .filter(|thread| !thread.turns.is_empty())
            else {
                continue;
            };
            if let Some((story, _)) = self.stories.of(&said(thread)) {
                let more = self.whys(room, story, whys, &asks, mine);
                asks.extend(more);
            }
        }
        asks
    }

    /// `most` whys on a story, as this interviewer asks them: none that is asked already here, or was put by another.
    fn whys(
        &mut self,
        room: usize,
        story: usize,
        most: usize,
        asks: &[Ask],
        mine: &[Entry],
    ) -> Vec<Ask> {
        let Some((key, rung)) = self
            .rooms
            .get(room)
            .map(|room| (room.key.clone(), room.rung))
        else {
            return Vec::new();
        };
        let Some(told) = self.plan.stories.get(story) else {
            return Vec::new();
        };
        let plan = self.plan;
        let known = self.whys.entry((room, story)).or_insert_with(|| {
            let views = plan
                .ladder
                .rungs
                .get(rung)
                .map_or(&[][..], |rung| &rung.views);
            let views: Vec<View> = views.iter().filter_map(|view| View::named(view)).collect();
            whyproof_whys::drill::questions(&told.case, plan.bank, &views)
        });
        let put = |entries: &[Entry], text: &str| {
            let mut questions = entries.iter().filter_map(question_of);
            questions.any(|question| question.text == text)
        };
        let fresh = known.iter().filter(|question| {
            let here = asks.iter().any(|ask| ask.question.text == question.text);
            !here && (put(mine, &question.text) || !put(&self.entries, &question.text))
        });
        let fresh = fresh.take(most).map(|question| {
            let line = told.case.line(question.span);
            let line = (!question.span.is_empty()).then_some(line);
            Ask {
                question: Question {
                    id: format!("{key}/{}/{}", told.path, question.id),
                    ..question.clone()
                },
                about: About::Story { story, line },
            }
        });
        fresh.collect()
    }

    /// Whether nothing is left of any interviewer.
    pub fn is_over(&self) -> bool {
        self.rooms.iter().all(|room| room.session.is_over())
    }
}

/// All that was answered to a question and its follow-ups.
fn said(thread: &Thread) -> String {
    let answers: Vec<&str> = thread
        .turns
        .iter()
        .map(|turn| turn.answer.as_str())
        .collect();
    answers.join("\n")
}

fn settings(budget: u32) -> Settings {
    Settings {
        count: None,
        budget,
    }
}

/// The question of a step, where it has one.
fn question_of(entry: &Entry) -> Option<&whyproof_whys::drill::Reference> {
    match entry {
        Entry::Answered { question, .. }
        | Entry::Skipped { question }
        | Entry::Parked { question }
        | Entry::Unfinished { question, .. } => Some(question),
        _ => None,
    }
}

/// Whether a step is of the room with this key.
fn is_of(entry: &Entry, key: &str) -> bool {
    question_of(entry).is_some_and(|question| {
        let room = question.id.split('/').next();
        room == Some(key)
    })
}
