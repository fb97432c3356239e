//! The document of `query`, and where a figure's value comes from.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::{Answer, Cell};

/// What `whyproof query --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/query/1")]
pub struct Query<'a> {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/query/1"))]
    pub schema: &'static str,
    /// The query's name.
    pub name: &'a str,
    /// Its columns, in order.
    pub columns: Vec<QueryColumn<'a>>,
    /// Its rows: numbers as numbers, truth as true and false, all else as text, null for what is missing, infinite
    /// or not a number. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SS` in UTC, lengths of time seconds.
    pub rows: Vec<Vec<serde_json::Value>>,
    /// Where it comes from.
    pub provenance: Provenance<'a>,
}

impl<'a> Query<'a> {
    /// The document of one answer.
    pub fn of(name: &'a str, answer: &'a Answer) -> Self {
        let columns = answer.table.columns.iter().map(|column| QueryColumn {
            name: &column.name,
            kind: column.kind.word(),
        });
        let rows = answer.table.rows.iter();
        Self {
            schema: "whyproof/query/1",
            name,
            columns: columns.collect(),
            rows: rows.map(|row| row.iter().map(value).collect()).collect(),
            provenance: Provenance::of(answer),
        }
    }
}

/// One column.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct QueryColumn<'a> {
    /// Its name.
    pub name: &'a str,
    /// `bool`, `int`, `float`, `text`, `date`, `time` or `span`.
    pub kind: &'static str,
}

/// Where a result comes from.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Provenance<'a> {
    /// What was read, in the order of the names.
    pub sources: Vec<SourceRead<'a>>,
    /// How many rows came back.
    pub rows: usize,
    /// When it was computed: RFC 3339, to the second.
    pub computed_at: String,
    /// A hash of the query, what it reads and the engine's version: the same gives the same rows.
    pub fingerprint: &'a str,
}

impl<'a> Provenance<'a> {
    /// Of one answer.
    pub fn of(answer: &'a Answer) -> Self {
        let sources = answer.read.iter().map(|read| SourceRead {
            name: &read.name,
            source: &read.source,
            files: &read.files,
            rows: read.rows,
            outside: read.outside,
        });
        Self {
            sources: sources.collect(),
            rows: answer.table.rows.len(),
            computed_at: answer.at.to_string(),
            fingerprint: &answer.fingerprint,
        }
    }
}

/// One source as it was read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceRead<'a> {
    /// The name that the SQL uses.
    pub name: &'a str,
    /// A path seen from the workspace's root, or `SOURCE:TABLE`.
    pub source: &'a str,
    /// The files, paths seen from the workspace's root.
    pub files: &'a [String],
    /// How many rows it has or gave; null where a server keeps that to itself.
    pub rows: Option<u64>,
    /// Whether it is outside the case.
    pub outside: bool,
}

fn value(cell: &Cell) -> serde_json::Value {
    match cell {
        Cell::Null => serde_json::Value::Null,
        Cell::Bool(truth) => (*truth).into(),
        Cell::Int(whole) => (*whole).into(),
        Cell::Float(number) | Cell::Span(number) => serde_json::Number::from_f64(*number)
            .map_or(serde_json::Value::Null, serde_json::Value::Number),
        Cell::Text(_) | Cell::Date(_) | Cell::Time(_) => cell.to_string().into(),
    }
}
