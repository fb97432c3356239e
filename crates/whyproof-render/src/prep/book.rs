//! What a preparation book holds. All of it is owned text, so that whoever sets it needs nothing else.

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
    /// What may be shared of it, and in which words.
    pub share: Vec<String>,
    /// Its parts: heading, and paragraphs.
    pub parts: Vec<(String, Vec<String>)>,
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
