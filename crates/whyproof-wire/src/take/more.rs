//! What a take says beside its bars.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_experience as experience;

use super::words::{TakeLevel, TakeRemarkKind};
use super::{TakenQuote, all};

/// One of the strongest stories.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenStrong {
    /// Its place among the stories that were read.
    pub story: usize,
    /// Its title.
    pub title: String,
    /// Its file.
    pub path: String,
    /// Why it is strong, a sentence each.
    pub reasons: Vec<String>,
    /// For which questions it is to be told.
    pub questions: Vec<String>,
}

impl From<&experience::Strong> for TakenStrong {
    fn from(one: &experience::Strong) -> Self {
        Self {
            story: one.story,
            title: one.title.clone(),
            path: one.path.clone(),
            reasons: one.reasons.clone(),
            questions: one.questions.clone(),
        }
    }
}

/// A gap, and how to close it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenGap {
    /// The bar's name.
    pub bar: String,
    /// The criterion's id.
    pub criterion: String,
    /// The criterion's title.
    pub title: String,
    /// What to do, a sentence each.
    pub steps: Vec<String>,
}

impl From<&experience::Gap> for TakenGap {
    fn from(one: &experience::Gap) -> Self {
        Self {
            bar: one.bar.clone(),
            criterion: one.criterion.clone(),
            title: one.title.clone(),
            steps: one.all_steps(),
        }
    }
}

/// A remark on something that the person wrote.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenRemark {
    /// What it is about.
    pub kind: TakeRemarkKind,
    /// The person's words.
    pub words: String,
    /// The file.
    pub path: String,
    /// The line in it, from 1, where that is known.
    pub line: Option<u32>,
    /// What there is to say.
    pub says: String,
}

impl From<&experience::Remark> for TakenRemark {
    fn from(one: &experience::Remark) -> Self {
        Self {
            kind: one.kind.into(),
            words: one.words.clone(),
            path: one.path.clone(),
            line: one.line,
            says: one.says.clone(),
        }
    }
}

/// What a place is like, by its own words, and what of the person's speaks to it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenPlace {
    /// The criterion's id in the bar `environment`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The job's sentence that says so.
    pub said: String,
    /// What the person wrote that would be strong there; empty where nothing was found.
    pub found: Vec<TakenQuote>,
    /// What to ask them.
    pub questions: Vec<String>,
}

impl From<&experience::PlaceTake> for TakenPlace {
    fn from(one: &experience::PlaceTake) -> Self {
        Self {
            id: one.id.clone(),
            title: one.title.clone(),
            said: one.said.clone(),
            found: all(&one.found),
            questions: one.questions.clone(),
        }
    }
}

/// Something by its name and its title.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenTitle {
    /// The id of a requirement, the path of a story.
    pub name: String,
    /// Its title.
    pub title: String,
}

impl From<&(String, String)> for TakenTitle {
    fn from((name, title): &(String, String)) -> Self {
        Self {
            name: name.clone(),
            title: title.clone(),
        }
    }
}

/// Requirements against stories.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenMatrix {
    /// The requirements, a row each.
    pub requirements: Vec<TakenTitle>,
    /// The stories, a column each; the last may be the lines that no story tells.
    pub columns: Vec<TakenTitle>,
    /// Row by row, a cell a column.
    pub cells: Vec<Vec<TakenCell>>,
}

impl From<&experience::Matrix> for TakenMatrix {
    fn from(matrix: &experience::Matrix) -> Self {
        Self {
            requirements: all(&matrix.requirements),
            columns: all(&matrix.columns),
            cells: matrix.cells.iter().map(|row| all(row)).collect(),
        }
    }
}

/// Where a requirement meets a story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenCell {
    /// How far the story shows it; null where it does not.
    pub level: Option<TakeLevel>,
    /// The sentences that do, strongest first.
    pub found: Vec<TakenQuote>,
}

impl From<&experience::Cell> for TakenCell {
    fn from(cell: &experience::Cell) -> Self {
        Self {
            level: cell.level.map(Into::into),
            found: all(&cell.found),
        }
    }
}

/// The smallest set of stories that covers a bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenChoice {
    /// In order of telling.
    pub stories: Vec<TakenChosen>,
    /// The ids of requirements that no story covers.
    pub uncovered: Vec<String>,
}

impl From<&experience::Choice> for TakenChoice {
    fn from(choice: &experience::Choice) -> Self {
        Self {
            stories: all(&choice.stories),
            uncovered: choice.uncovered.clone(),
        }
    }
}

/// A story of that set.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenChosen {
    /// Its place among the stories that were read.
    pub story: usize,
    /// Its title.
    pub title: String,
    /// The ids of requirements that it is chosen for.
    pub covers: Vec<String>,
    /// Which story could be told instead.
    pub second: Option<TakenSecond>,
}

impl From<&experience::Chosen> for TakenChosen {
    fn from(one: &experience::Chosen) -> Self {
        Self {
            story: one.story,
            title: one.title.clone(),
            covers: one.covers.clone(),
            second: one
                .second
                .as_ref()
                .map(|(story, title, covers)| TakenSecond {
                    story: *story,
                    title: title.clone(),
                    covers: covers.clone(),
                }),
        }
    }
}

/// A story that could be told instead of another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TakenSecond {
    /// Its place among the stories that were read.
    pub story: usize,
    /// Its title.
    pub title: String,
    /// The ids that it would cover of those.
    pub covers: Vec<String>,
}
