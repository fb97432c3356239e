//! What a preparation book holds. All of it is owned text, so that whoever sets it needs nothing else.

use std::collections::BTreeMap;

use whyproof_experience::Take;

/// A preparation book.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Whose it is.
    pub person: Option<String>,
    /// The title of the job.
    pub job: Option<String>,
    /// The take.
    pub take: Take,
    /// A sheet for each story.
    pub stories: Vec<StorySheet>,
    /// Whoever they will meet, in that order.
    pub interviewers: Vec<Interviewer>,
    /// What to ask them.
    pub ask_them: Vec<String>,
    /// Failures worth telling.
    pub failures: Vec<Failure>,
    /// What was asked in interviews before.
    pub debriefs: Vec<Debrief>,
    /// Private notes on lines of the résumé.
    pub line_notes: Vec<LineNote>,
}

/// A story on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StorySheet {
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// When it was.
    pub when: Option<String>,
    /// What the person's part was.
    pub my_part: Option<String>,
    /// What may be shared of it, and in which words, a sentence each.
    pub share: Vec<String>,
    /// Its parts: heading, and what is said.
    pub parts: Vec<(String, Vec<Said>)>,
    /// What its experiments measured, and whether that can be trusted, a sentence each.
    pub measured: Vec<String>,
    /// Its sentences that hold a number.
    pub numbers: Vec<String>,
    /// Private notes.
    pub notes: Option<String>,
    /// The hardest questions to expect.
    pub hardest: Vec<String>,
}

impl StorySheet {
    /// Its title, else its file.
    pub fn name(&self) -> &str {
        let title = self.title.trim();
        if title.is_empty() { &self.path } else { title }
    }
}

/// Words of a story, as they stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// In how many lists they stand: none is a paragraph, one an item, two what is said of an item.
    pub depth: u8,
    /// The words.
    pub words: String,
}

/// What belongs together: a paragraph, or an item with what is said of it.
pub(super) struct Piece<'s> {
    /// Whether it is an item of a list.
    pub(super) is_item: bool,
    /// The paragraph, or the item.
    pub(super) words: &'s str,
    /// What is said of the item.
    pub(super) below: Vec<&'s str>,
}

/// The words of a part, those of an item together.
pub(super) fn pieces(said: &[Said]) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for one in said {
        match pieces.last_mut() {
            Some(last) if one.depth > 1 && last.is_item => last.below.push(&one.words),
            _ => pieces.push(Piece {
                is_item: one.depth > 0,
                words: &one.words,
                below: Vec::new(),
            }),
        }
    }
    pieces
}

/// A question, once, with whoever may ask it.
pub(super) struct Asked<'b> {
    /// The question, and why it is asked.
    pub(super) why: &'b Why,
    /// Who may ask it, by their places.
    pub(super) by: Vec<usize>,
}

/// The questions of all who will ask, each once, in the order in which they come; and the numbers of each who asks.
pub(super) fn asked(book: &Book) -> (Vec<Asked<'_>>, Vec<Vec<usize>>) {
    let mut all: Vec<Asked<'_>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers = vec![Vec::new(); book.interviewers.len()];
    for (by, interviewer) in book.interviewers.iter().enumerate() {
        for why in &interviewer.whys {
            let place = *places.entry(why.question.trim()).or_insert(all.len());
            match all.get_mut(place) {
                Some(one) if one.by.last() != Some(&by) => one.by.push(by),
                Some(_) => continue,
                None => all.push(Asked { why, by: vec![by] }),
            }
            numbers[by].push(place + 1);
        }
    }
    (all, numbers)
}

/// Somebody who will ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interviewer {
    /// Their name, or what the conversation is called.
    pub name: String,
    /// Who they are.
    pub who: String,
    /// What they look for: criteria, points of view.
    pub looks_for: Vec<String>,
    /// The whys to expect.
    pub whys: Vec<Why>,
}

/// A why to expect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Why {
    /// The question.
    pub question: String,
    /// Why it is asked; empty where that is plain.
    pub asked: String,
    /// The title of the story to tell.
    pub story: Option<String>,
}

/// A failure worth telling.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Failure {
    /// The title of the story.
    pub story: String,
    /// What was learned, a paragraph each.
    pub learned: Vec<String>,
}

/// What somebody asked in an interview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Debrief {
    /// The day, as in `2026-11-27`.
    pub day: Option<String>,
    /// Who asked.
    pub by: String,
    /// The question.
    pub question: String,
    /// How the answer went.
    pub went: String,
}

/// A private note on a line of the résumé.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineNote {
    /// The line.
    pub line: String,
    /// The note.
    pub note: String,
}
