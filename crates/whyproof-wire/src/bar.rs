//! What may stand in a file `bars/NAME.toml`, as a JSON Schema says it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A bar: what a case or a person is held to. Laid over another (`over`), what it leaves out is that one's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "bars/NAME.toml")]
pub struct BarFile {
    /// Its name, that of its file without the ending.
    pub name: String,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// What it is for, in a sentence.
    #[serde(default)]
    pub summary: Option<String>,
    /// The bar that it is laid over.
    #[serde(default)]
    pub over: Option<String>,
    /// Ids of criteria of that one that it has not.
    #[serde(default)]
    pub without: Vec<String>,
    /// Its lines, `[[criterion]]`: new ones, and what it says otherwise of those below.
    #[serde(default, rename = "criterion")]
    pub criteria: Vec<CriterionTable>,
}

/// One line of a bar. A new one needs `title` and `meets`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionTable {
    /// Its id: letters, digits and hyphens.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// What below the bar looks like.
    #[serde(default)]
    pub below: Option<String>,
    /// What meeting the bar looks like.
    #[serde(default)]
    pub meets: Option<String>,
    /// What raising the bar looks like.
    #[serde(default)]
    pub raises: Option<String>,
    /// Where in a case it shows: headings of sections.
    #[serde(default)]
    pub signals: Option<Vec<String>>,
    /// Words and phrases that a sentence which shows it often has; compared by their stems.
    #[serde(default)]
    pub cues: Option<Vec<String>>,
    /// What a room asks to find out.
    #[serde(default)]
    pub questions: Option<Vec<String>>,
    /// The sentence of a job description that it came from.
    #[serde(default)]
    pub from: Option<String>,
    /// Whether it would only be welcome, and is not asked for.
    #[serde(default)]
    pub wish: Option<bool>,
}
