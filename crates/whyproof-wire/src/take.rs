//! The document of `take`: what a background shows against bars.

mod asked;
mod more;
mod words;

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_experience as experience;
use whyproof_experience::debrief::{Coverage, about_none};

pub use asked::{TakeWent, TakenAsked};
pub use more::{
    TakenCell, TakenChoice, TakenChosen, TakenGap, TakenMatrix, TakenPlace, TakenRemark,
    TakenSecond, TakenStrong, TakenTitle,
};
pub use words::{TakeJudged, TakeLevel, TakeRemarkKind};

/// What `whyproof take --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/take/1")]
pub struct Take {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/take/1"))]
    pub schema: &'static str,
    /// Whose background it is, where the files say it.
    pub person: Option<String>,
    /// The person's own question.
    pub question: Option<String>,
    /// How they sign it.
    pub signed: Option<String>,
    /// The files that were read, in order.
    pub files: Vec<String>,
    /// The bars, in the order in which they were named.
    pub bars: Vec<TakenBar>,
    /// The strongest stories, at most three.
    pub strongest: Vec<TakenStrong>,
    /// What is missing and how to close it, in the order of the bars.
    pub gaps: Vec<TakenGap>,
    /// Remarks, by kind, then in order.
    pub remarks: Vec<TakenRemark>,
    /// What the job says of its place; empty without a job.
    pub places: Vec<TakenPlace>,
    /// Requirements of the first bar against stories.
    pub matrix: TakenMatrix,
    /// The smallest set of stories that covers the first bar.
    pub choice: TakenChoice,
    /// What people said of the whole.
    pub people: Vec<TakenJudgement>,
    /// What was asked in interviews about none of the criteria.
    pub asked: Vec<TakenAsked>,
}

impl Take {
    /// With what was asked in interviews: a coverage for each bar.
    #[must_use]
    pub fn with_asked(mut self, coverages: &[Coverage]) -> Self {
        for (bar, coverage) in self.bars.iter_mut().zip(coverages) {
            for (criterion, covered) in bar.criteria.iter_mut().zip(&coverage.criteria) {
                criterion.asked = all(&covered.asked);
            }
        }
        self.asked = about_none(coverages).into_iter().map(Into::into).collect();
        self
    }
}

impl From<&experience::Take> for Take {
    fn from(take: &experience::Take) -> Self {
        Self {
            schema: "whyproof/take/1",
            person: take.person.clone(),
            question: take.question.clone(),
            signed: take.signed.clone(),
            files: take.files.clone(),
            bars: all(&take.bars),
            strongest: all(&take.strongest),
            gaps: all(&take.gaps),
            remarks: all(&take.remarks),
            places: all(&take.places),
            matrix: (&take.matrix).into(),
            choice: (&take.choice).into(),
            people: all(&take.people),
            asked: Vec::new(),
        }
    }
}

/// Every one as what it is written as.
fn all<'a, From, Into>(from: &'a [From]) -> Vec<Into>
where
    Into: std::convert::From<&'a From>,
{
    from.iter().map(Into::from).collect()
}

/// A bar, with what there is to say on each of its criteria.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenBar {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its criteria, in order.
    pub criteria: Vec<TakenCriterion>,
}

impl From<&experience::BarTake> for TakenBar {
    fn from(bar: &experience::BarTake) -> Self {
        Self {
            name: bar.name.clone(),
            title: bar.title.clone(),
            criteria: all(&bar.criteria),
        }
    }
}

/// A criterion.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenCriterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What below the bar looks like; may be empty.
    pub below: String,
    /// What meeting the bar looks like.
    pub meets: String,
    /// What raising the bar looks like; may be empty.
    pub raises: String,
    /// What a room asks to find out.
    pub questions: Vec<String>,
    /// The job's sentence that it came from.
    pub from: Option<String>,
    /// Whether it would only be welcome, and is not asked for.
    pub wish: bool,
    /// What a job's sentence was read as asking for, a thing each; empty where no rule reads it.
    pub read_as: Vec<String>,
    /// How far it is shown. Whether that is below, meets or raises the bar is for people to say.
    pub level: TakeLevel,
    /// The person's sentences that were found, strongest first; at most three, unless `--all` was given.
    pub found: Vec<TakenQuote>,
    /// How many more there are.
    pub more: usize,
    /// What is missing, in plain words; empty where nothing is.
    pub missing: Vec<String>,
    /// What people said, in order of the day.
    pub people: Vec<TakenJudgement>,
    /// What was asked about it in interviews, in the order of `debriefs.yaml`.
    pub asked: Vec<TakenAsked>,
}

impl From<&experience::CriterionTake> for TakenCriterion {
    fn from(one: &experience::CriterionTake) -> Self {
        Self {
            id: one.id.clone(),
            title: one.title.clone(),
            below: one.below.clone(),
            meets: one.meets.clone(),
            raises: one.raises.clone(),
            questions: one.questions.clone(),
            from: one.from.clone(),
            wish: one.wish,
            read_as: one.read_as.clone(),
            level: one.level.into(),
            found: all(&one.found),
            more: one.more.len(),
            missing: one.missing.clone(),
            people: all(&one.people),
            asked: Vec::new(),
        }
    }
}

/// A sentence of the person's.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenQuote {
    /// Its words, never changed.
    pub words: String,
    /// The file that it stands in, or was imported from.
    pub path: String,
    /// The line in that file, from 1, where it is known.
    pub line: Option<u32>,
    /// Where in it, for people: a part of a story, a job.
    pub part: String,
    /// The story, by its place among the stories that were read; none for a line that is tied to none.
    pub story: Option<usize>,
    /// Why it was read so.
    pub readings: Vec<TakenReading>,
    /// The notes that it cites and that count.
    pub evidence: Vec<String>,
}

impl From<&experience::Quote> for TakenQuote {
    fn from(quote: &experience::Quote) -> Self {
        Self {
            words: quote.words.clone(),
            path: quote.path.clone(),
            line: quote.line,
            part: quote.part.clone(),
            story: quote.story,
            readings: all(&quote.readings),
            evidence: quote.evidence.clone(),
        }
    }
}

/// Why a sentence was read as telling a criterion: exactly one of `words`, `kind`, `part` and `meaning` is not
/// null.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct TakenReading {
    /// By words that the criterion and the sentence share.
    pub words: Option<Vec<TakenWord>>,
    /// By what kind of sentence it is, in plain words.
    pub kind: Option<String>,
    /// By the part of a story that it stands in.
    pub part: Option<String>,
    /// By meaning, as a local model measures it: hundredths of the cosine.
    pub meaning: Option<i32>,
    /// With `meaning`, the words that the model holds nearest.
    pub nearest: Option<Vec<TakenWord>>,
}

impl From<&experience::Reading> for TakenReading {
    fn from(reading: &experience::Reading) -> Self {
        let mut one = Self::default();
        match reading {
            experience::Reading::Words(met) => one.words = Some(all(met)),
            experience::Reading::Kind(kind) => one.kind = Some(kind.clone()),
            experience::Reading::Part(part) => one.part = Some(part.clone()),
            experience::Reading::Meaning { near, met } => {
                one.meaning = Some((near * 100.0).round() as i32);
                one.nearest = Some(all(met));
            }
        }
        one
    }
}

/// A word of what was asked for, and the word of the person's that met it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenWord {
    /// Of the bar.
    pub wanted: String,
    /// Of the sentence.
    pub found: String,
}

impl From<&experience::Met> for TakenWord {
    fn from(met: &experience::Met) -> Self {
        Self {
            wanted: met.wanted.clone(),
            found: met.found.clone(),
        }
    }
}

/// What a person said.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenJudgement {
    /// Who, as they sign.
    pub by: String,
    /// The day, where it is known.
    pub day: Option<String>,
    /// Below, meets or raises; null where they only wrote something.
    pub judged: Option<TakeJudged>,
    /// Their words; empty where they gave none.
    pub note: String,
}

impl From<&experience::Judgement> for TakenJudgement {
    fn from(one: &experience::Judgement) -> Self {
        Self {
            by: one.by.clone(),
            day: one.day.clone(),
            judged: one.judged.map(Into::into),
            note: one.note.clone(),
        }
    }
}
