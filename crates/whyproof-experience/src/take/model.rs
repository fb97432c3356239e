//! What a take says. All of it is owned text, so that whoever sets it needs nothing else.

use serde::Deserialize;

use crate::matrix::LINES;

/// What is missing where a line of the résumé tells a criterion and no story does. Where it is missing of many, whoever sets
/// a take may say it once.
pub const NO_STORY: &str =
    "On your word: no story tells it, with something that a reader could open.";

/// More criteria than these are many.
const MANY: usize = 2;

/// What is said once of a bar of which [`BarTake::is_on_your_word`] holds.
pub const ON_YOUR_WORD: &str = "“Claimed” is on your word here: a line of your résumé tells it, and no story does, with \
     something that a reader could open. `whyproof story` asks for one: what was hardest, what you did, what came of it.";

/// What is said where nothing that was given speaks to a criterion.
pub const NOTHING: &str = "Nothing was found that speaks to this. If you have done it, `whyproof story` asks about it; if \
     not, that is an answer, too.";

/// How far a criterion is shown. Whether that is below, meets or raises the bar is for people to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Something of the person's tells it, and leads to evidence that a reader could check.
    Shown,
    /// Something tells it, on the person's word.
    Claimed,
    /// Nothing that tells it was found.
    NotShown,
}

impl Level {
    /// The words used in output.
    pub fn words(self) -> &'static str {
        match self {
            Level::Shown => "shown",
            Level::Claimed => "claimed",
            Level::NotShown => "not shown yet",
        }
    }
}

/// What somebody says of a criterion: the three words that only people give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judged {
    /// Below the bar.
    Below,
    /// Meets it.
    Meets,
    /// Raises it.
    Raises,
}

impl Judged {
    /// The word used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            Judged::Below => "below",
            Judged::Meets => "meets",
            Judged::Raises => "raises",
        }
    }

    /// The judgement of that word.
    pub fn of(word: &str) -> Option<Judged> {
        [Judged::Below, Judged::Meets, Judged::Raises]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// What a person said: the person of the background, a mentor, a reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Who, as they sign.
    pub by: String,
    /// The day, as in `2026-11-27`, where it is known.
    pub day: Option<String>,
    /// Below, meets or raises; none where they only wrote something.
    pub judged: Option<Judged>,
    /// Their words; empty where they gave none.
    pub note: String,
}

/// A word of what was asked for, and the word of the person's that met it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Of the bar or the requirement.
    pub wanted: String,
    /// Of the person's sentence.
    pub found: String,
}

/// Why a sentence was read as telling a criterion.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// By words: of the criterion, its cues or its questions, and of the sentence.
    Words(Vec<Met>),
    /// By what kind of sentence it is, in plain words: "a number before and after".
    Kind(String),
    /// By the part of a story that it stands in: the heading.
    Part(String),
    /// By meaning, as a local model measures it.
    Meaning {
        /// How near: cosine, from -1 to 1.
        near: f32,
        /// The words of both that the model holds nearest, nearest first.
        met: Vec<Met>,
    },
}

/// What kinds say whose sentences tell what came of something.
const RESULTS: [&str; 5] = [
    "a number before and after",
    "what happened, with a number",
    "it was put to use, and by how many",
    "somebody was won over",
    "somebody paid",
];

impl Reading {
    /// Whether it was read as telling what came of something.
    pub fn is_of_a_result(&self) -> bool {
        matches!(self, Reading::Kind(kind) if RESULTS.contains(&kind.as_str()))
    }
}

/// A sentence of the person's, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Its words, never changed.
    pub words: String,
    /// The file.
    pub path: String,
    /// The line in it, from 1; none where the file's lines mean nothing (PDF, DOCX, JSON).
    pub line: Option<u32>,
    /// Where in it, for people: "What happened", "Account manager, Acme".
    pub part: String,
    /// The story, by its place in the bank; none for a line of the résumé that is tied to none.
    pub story: Option<usize>,
    /// Why it was read so; never empty.
    pub readings: Vec<Reading>,
    /// The labels of the notes that it cites and that count.
    pub evidence: Vec<String>,
}

/// What there is to say on a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionTake {
    /// Its id in the bar.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What meeting the bar looks like.
    pub meets: String,
    /// What is below it looks like; may be empty.
    pub below: String,
    /// What raising it looks like; may be empty.
    pub raises: String,
    /// What a room asks to find out.
    pub questions: Vec<String>,
    /// The job's sentence that it came from.
    pub from: Option<String>,
    /// Whether it would only be welcome.
    pub wish: bool,
    /// What a job's sentence was read as asking for, a thing each; empty where no rule reads it.
    pub read_as: Vec<String>,
    /// How far it is shown.
    pub level: Level,
    /// The person's sentences, strongest first; at most three, unless all were asked for.
    pub found: Vec<Quote>,
    /// The others, where not all were asked for.
    pub more: Vec<Quote>,
    /// What is missing, in plain words; empty where nothing is.
    pub missing: Vec<String>,
    /// What people said, in order of the day.
    pub people: Vec<Judgement>,
}

/// A bar, with what there is to say on each of its criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct BarTake {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// In the bar's order.
    pub criteria: Vec<CriterionTake>,
}

impl BarTake {
    /// Whether many of its criteria are told by lines of a résumé alone: then [`NO_STORY`] is said of the whole bar.
    pub fn is_on_your_word(&self) -> bool {
        let lacks = |one: &&CriterionTake| one.missing.iter().any(|words| words == NO_STORY);
        self.criteria.iter().filter(lacks).count() > MANY
    }

    /// How many criteria are at a level.
    pub fn count(&self, level: Level) -> usize {
        let at = self.criteria.iter().filter(|one| one.level == level);
        at.count()
    }
}

/// One of the strongest stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strong {
    /// Its place in the bank.
    pub story: usize,
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// Why it is strong, a sentence each: the hardest part told, numbers with evidence, what was learned.
    pub reasons: Vec<String>,
    /// For which questions it is to be told, as the bars ask them.
    pub questions: Vec<String>,
}

/// A gap, and how to close it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The bar's name.
    pub bar: String,
    /// The criterion's id.
    pub criterion: String,
    /// The criterion's title.
    pub title: String,
    /// The strongest line that tells it, where no story does yet: the first thing to do is to tell it as one.
    pub untold: Option<String>,
    /// Whether nothing speaks to it.
    pub open: bool,
    /// What else to do, a sentence each.
    pub steps: Vec<String>,
}

impl Gap {
    /// All that there is to do, a sentence each.
    pub fn all_steps(&self) -> Vec<String> {
        let untold = self.untold.iter();
        let mut steps: Vec<String> = untold
            .map(|words| format!("No story tells “{words}” yet: `whyproof story` asks about it."))
            .collect();
        steps.extend(self.open.then(|| NOTHING.to_owned()));
        steps.extend(self.steps.iter().cloned());
        steps
    }
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkKind {
    /// A line that says more than its source, or a number or a word of scope without one: it is refused in what is made.
    SaysMore,
    /// Something the person has withdrawn, still written.
    Withdrawn,
    /// A story that is told twice.
    Twice,
    /// A result without a number.
    NoNumber,
    /// A buzzword without substance beside it.
    Buzzword,
    /// A line that no story tells yet.
    NoStory,
    /// A failure worth telling.
    Failure,
    /// What an import could not place.
    Unplaced,
}

/// A remark on something that the person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub kind: RemarkKind,
    /// The person's words.
    pub words: String,
    /// The file.
    pub path: String,
    /// The line in it, from 1, where that means something.
    pub line: Option<u32>,
    /// What there is to say, in a sentence or two.
    pub says: String,
}

/// What a place is like, by its own words, and what of the person's speaks to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceTake {
    /// The criterion's id in the bar `environment`.
    pub id: String,
    /// Its title: "Decisions are made by documents".
    pub title: String,
    /// The job's sentence that says so.
    pub said: String,
    /// What the person wrote that would be strong there; empty where nothing was found: then it may not suit, and the
    /// questions find out.
    pub found: Vec<Quote>,
    /// What to ask them.
    pub questions: Vec<String>,
}

/// Where a requirement meets a story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// How far the story shows it; none where it does not.
    pub level: Option<Level>,
    /// The sentences that do, strongest first, at most two.
    pub found: Vec<Quote>,
}

/// Requirements against stories.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// Ids and titles of requirements, in order.
    pub requirements: Vec<(String, String)>,
    /// Paths and titles of stories, in order; the last is the résumé's lines that no story tells, where there are such.
    pub columns: Vec<(String, String)>,
    /// Row by row, a cell a column.
    pub cells: Vec<Vec<Cell>>,
}

impl Matrix {
    /// Whether there are stories in it, and not only the lines that none tells.
    pub fn has_stories(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|(_, title)| title != LINES)
    }
}

/// A story of the smallest set that covers the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The story's place in the bank.
    pub story: usize,
    /// Its title.
    pub title: String,
    /// The ids of requirements that it is chosen for.
    pub covers: Vec<String>,
    /// Which story could be told instead, by its place in the bank, its title, and the ids that it would cover of those.
    pub second: Option<(usize, String, Vec<String>)>,
}

/// The smallest set of stories that covers the bar, hardest and best evidenced first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// In order of telling.
    pub stories: Vec<Chosen>,
    /// The ids of requirements that no story covers.
    pub uncovered: Vec<String>,
}

/// A take.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Take {
    /// Who it is of, where the files say it.
    pub person: Option<String>,
    /// The person's own question, as they put it.
    pub question: Option<String>,
    /// How they sign it: "K., Seattle".
    pub signed: Option<String>,
    /// The files that were read, in order.
    pub files: Vec<String>,
    /// A bar each; with two, they stand side by side.
    pub bars: Vec<BarTake>,
    /// The strongest stories, at most three.
    pub strongest: Vec<Strong>,
    /// What is missing and how to close it, in the order of the bars.
    pub gaps: Vec<Gap>,
    /// Remarks, by kind, then in order.
    pub remarks: Vec<Remark>,
    /// What the job says of its place; empty without a job.
    pub places: Vec<PlaceTake>,
    /// Requirements of the first bar against stories.
    pub matrix: Matrix,
    /// The smallest set that covers the first bar.
    pub choice: Choice,
    /// What people said of the whole.
    pub people: Vec<Judgement>,
}
