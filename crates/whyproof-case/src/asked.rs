//! Questions from elsewhere, into a case: comments of a Word file, replies to a packet.
//!
//! Each becomes a why of its own at the end of *Questions*, which is made where there is none:
//! `### The words, all of them {on=#id by="Name"}`. All of a comment is the heading, for what follows a heading there
//! is its answer, and only the owner answers.
//!
//! What comes from elsewhere only asks. Whoever it says it is from, it settles nothing and answers nothing, its words
//! are words and no markup, and the rest of the case reads as it did: every step is read back, and what does not read
//! back is left out and told.

mod about;
mod aim;
mod clean;
mod known;
mod place;
mod same;

use std::collections::BTreeSet;

use whyproof_syntax::parse;

use crate::anchor::Anchor;
use crate::case::Case;
use crate::host::Host;
use crate::resolve::resolve;
use about::About;
use aim::{Aim, Aimed, Aims};
use known::Known;

pub use clean::{clean_name, clean_words};

/// A question from elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Who asks, as the file says; [`clean_name`] makes a name of it. Without one the why is nobody's and counts
    /// nothing.
    pub author: String,
    /// What is asked, as the file says; [`clean_words`] makes a line of it.
    pub text: String,
    /// What it is put to: a statement, an answer or a block of text of some revision; none for the whole case.
    pub anchor: Option<Anchor>,
    /// The words that were marked, as the reader saw them; empty for all that the anchor holds.
    pub words: String,
    /// The rung at which it is asked.
    pub at: Option<String>,
}

/// How well what a question was put to is found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// It was put to the whole case.
    Whole,
    /// The same words between the same words.
    Exact,
    /// The same words elsewhere, or between others.
    Moved,
    /// Other words stand there now.
    Changed,
    /// It is not there any more, or it cannot be named: the question is put to the whole case and quotes it.
    Lost,
}

impl Held {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            Held::Whole => "whole",
            Held::Exact => "exact",
            Held::Moved => "moved",
            Held::Changed => "changed",
            Held::Lost => "lost",
        }
    }
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is a why of the case now.
    Brought,
    /// The case has it already: the same words by the same person on the same thing.
    Known,
    /// It has no words.
    Empty,
    /// No place was found where it reads back as the why that it is.
    Left,
}

impl Fate {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Brought => "brought",
            Fate::Known => "known",
            Fate::Empty => "empty",
            Fate::Left => "left",
        }
    }
}

/// What became of a question, and where it is put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What became of it.
    pub fate: Fate,
    /// How well what it was put to is found again.
    pub held: Held,
    /// Who asks, as written; none where no name was given.
    pub author: Option<String>,
    /// The words of the why, as written.
    pub words: String,
    /// What its `on` says, `#id` or words; none for the whole case.
    pub on: Option<String>,
    /// The words that it was put to, as the reader saw them; empty for the whole case.
    pub quote: String,
}

/// A case with questions from elsewhere in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The whole text: that of the case with insertions, nothing taken away. The same where nothing was brought.
    pub text: String,
    /// What became of each question, in their order.
    pub outcomes: Vec<Outcome>,
}

impl Merged {
    /// How many questions had this fate.
    pub fn count(&self, fate: Fate) -> usize {
        let all = self.outcomes.iter();
        all.filter(|outcome| outcome.fate == fate).count()
    }
}

/// A question on its way.
#[derive(Debug, Clone)]
struct Question<'i> {
    index: usize,
    incoming: &'i Incoming,
    author: Option<String>,
    at: Option<String>,
    words: String,
}

/// Brings `incoming` into `case`, as whys of *Questions*, each on what it was put to. Merging the same twice changes
/// nothing. Where a target has no id of its own, one is written on it first.
pub fn merge(case: &Case, host: &dyn Host, incoming: &[Incoming]) -> Merged {
    let mut outcomes: Vec<Outcome> = incoming.iter().map(begin).collect();
    let questions = incoming.iter().enumerate().map(|(index, incoming)| {
        let at = incoming.at.as_deref().and_then(clean_name);
        Question {
            index,
            incoming,
            author: outcomes[index].author.clone(),
            at,
            words: outcomes[index].words.clone(),
        }
    });
    let questions: Vec<Question<'_>> = questions.filter(|q| !q.words.is_empty()).collect();
    let mut now: Option<Case> = None;
    // What does not go in all at once goes in by halves, down to the one that does not.
    let mut waiting = Vec::from([(0, questions.len())]);
    while let Some((from, to)) = waiting.pop() {
        let some = &questions[from..to];
        let before = now.as_ref().unwrap_or(case);
        match put(before, host, some, &mut outcomes) {
            Put::Nothing => {}
            Put::All(next) => now = Some(*next),
            Put::Failed if some.len() > 1 => {
                let middle = from.midpoint(to);
                waiting.push((middle, to));
                waiting.push((from, middle));
            }
            Put::Failed => {
                for question in some {
                    outcomes[question.index].fate = Fate::Left;
                }
            }
        }
    }
    Merged {
        text: now.as_ref().unwrap_or(case).source().to_owned(),
        outcomes,
    }
}

fn begin(incoming: &Incoming) -> Outcome {
    let words = clean_words(&incoming.text);
    Outcome {
        fate: if words.is_empty() {
            Fate::Empty
        } else {
            Fate::Brought
        },
        held: Held::Whole,
        author: clean_name(&incoming.author),
        words,
        on: None,
        quote: clean_words(&incoming.words),
    }
}

/// Whether questions went in.
enum Put {
    /// The case has all of them already.
    Nothing,
    /// They are in it now.
    All(Box<Case>),
    /// They don't read back.
    Failed,
}

/// One why as it is written.
struct Entry {
    question: usize,
    aimed: Aimed,
    /// The ways to say what it is put to, best first.
    ways: Vec<About>,
    /// Which of them is tried.
    way: usize,
    author: Option<String>,
    at: Option<String>,
    words: String,
}

impl Entry {
    fn about(&self) -> &About {
        static WHOLE: About = About::Whole;
        self.ways.get(self.way).unwrap_or(&WHOLE)
    }

    /// The words of its heading: with the quotation where it cannot be put to what it quotes.
    fn heading(&self) -> String {
        match self.about() {
            About::Whole => self.aimed.quoting(&self.words),
            _ => self.words.clone(),
        }
    }
}

/// Puts questions into a case all at once.
fn put(case: &Case, host: &dyn Host, questions: &[Question<'_>], told: &mut [Outcome]) -> Put {
    let aims = Aims::new(case);
    let mut known = Known::new(case, &aims);
    let mut entries: Vec<Entry> = Vec::new();
    let mut taken = BTreeSet::new();
    for question in questions {
        let aimed = aims.aim(question.incoming);
        let outcome = &mut told[question.index];
        outcome.held = aimed.held;
        outcome.quote.clone_from(&aimed.quote);
        outcome.fate = Fate::Brought;
        if known.has(question.author.as_deref(), &question.words, &aimed) {
            outcome.fate = Fate::Known;
            outcome.on = None;
            continue;
        }
        let ways = about::ways(case, &aims, &aimed, &mut taken);
        entries.push(Entry {
            question: question.index,
            ways,
            way: 0,
            author: question.author.clone(),
            at: question.at.clone(),
            words: question.words.clone(),
            aimed,
        });
    }
    if entries.is_empty() {
        return Put::Nothing;
    }
    let most = entries.iter().map(|entry| entry.ways.len()).max();
    for place in place::places(case) {
        entries.iter_mut().for_each(|entry| entry.way = 0);
        for _ in 0..most.unwrap_or(1) {
            let written = place::write(case, &place, &entries);
            let next = resolve(
                parse(&written.text),
                host,
                case.scope.clone(),
                &case.computed,
            );
            match same::read_back(case, &next, &written, &entries) {
                same::Read::All => {
                    entries.iter().for_each(|entry| tell(entry, told));
                    return Put::All(Box::new(next));
                }
                same::Read::Astray(astray) => {
                    for index in astray {
                        entries[index].way += 1;
                    }
                }
                same::Read::Otherwise => break,
            }
        }
    }
    Put::Failed
}

/// Tells how a question was written.
fn tell(entry: &Entry, told: &mut [Outcome]) {
    let outcome = &mut told[entry.question];
    outcome.words = entry.heading();
    outcome.on = match entry.about() {
        About::Whole => None,
        About::Id(id, _) => Some(format!("#{id}")),
        About::Words(words) => Some(words.clone()),
    };
    if outcome.on.is_none() && entry.aimed.aim != Aim::Case {
        outcome.held = Held::Lost;
    }
}
