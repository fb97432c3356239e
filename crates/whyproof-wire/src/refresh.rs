//! The document of `refresh`.

use schemars::JsonSchema;
use serde::Serialize;

/// What `whyproof refresh --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/refresh/1")]
pub struct Refresh {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/refresh/1"))]
    pub schema: &'static str,
    /// The cases, in order of their paths.
    pub files: Vec<RefreshedFile>,
}

impl Refresh {
    /// The document of several cases.
    pub fn of(files: Vec<RefreshedFile>) -> Self {
        Self {
            schema: "whyproof/refresh/1",
            files,
        }
    }
}

/// What came of one case.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RefreshedFile {
    /// The file, as it was named or found.
    pub path: String,
    /// How many figures, charts and tables it has.
    pub figures: usize,
    /// What was stale, in file order.
    pub changes: Vec<RefreshedFigure>,
    /// What could not be computed, said or kept, in file order.
    pub troubles: Vec<RefreshTrouble>,
}

/// One thing that was stale.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RefreshedFigure {
    /// The figure, `query.column[key]`; the query of a table; the file of a chart.
    pub id: String,
    /// Its line, from 1.
    pub line: u32,
    /// What stood there.
    pub old: String,
    /// What stands there now, or would.
    pub new: String,
}

/// One thing that needs a person.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RefreshTrouble {
    /// The figure, or the query of a table.
    pub id: String,
    /// Its line, from 1.
    pub line: u32,
    /// What is wrong, in a sentence.
    pub message: String,
}
