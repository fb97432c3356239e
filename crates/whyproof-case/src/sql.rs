//! What is asked of an engine, and what it answers.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::table::{ColumnKind, Table};

/// What a name in a query's SQL stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// A file, or a folder of files of one format, below the workspace's root.
    Files {
        /// Its path seen from the root, with `/` and without `..`.
        path: String,
        /// How it is read.
        reading: Reading,
    },
    /// Rows that were read from elsewhere: a table in the case, a folder of notes.
    Rows {
        /// The rows.
        table: Arc<Table>,
        /// Whether they come from outside the case.
        outside: bool,
        /// What a reader would open: a path seen from the root, or nothing for the case itself.
        paths: Vec<String>,
    },
    /// Another query.
    Query {
        /// Its SQL, whose names are looked up in the same job.
        sql: String,
    },
    /// A table of a named source.
    Remote {
        /// The source's name in `whyproof.toml`.
        source: String,
        /// The table there, as that source writes it; for files, a path in it.
        table: String,
        /// How files are read.
        reading: Reading,
    },
}

/// How a file is read where its content does not say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Columns whose kind is not to be found by sampling.
    pub types: BTreeMap<String, ColumnKind>,
    /// What stands between two columns of a CSV file; a comma where it is not given, a tab for `.tsv`.
    pub delimiter: Option<char>,
}

/// Where a named source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `postgres://`, `ballista://` or `s3://`, with `${NAME}` where the environment has the rest.
    pub url: String,
    /// For Ballista, the folder or URL that client and executors both see.
    pub root: Option<String>,
}

/// One query to run.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// The workspace's root: files are read below it only.
    pub root: String,
    /// The query.
    pub sql: String,
    /// Every name that it, or a query that it reads, uses.
    pub tables: BTreeMap<String, Source>,
    /// The named sources that `tables` speaks of.
    pub places: BTreeMap<String, Place>,
    /// How far it may go.
    pub bounds: Bounds,
    /// Whether the plan is wanted.
    pub explain: bool,
}

/// How far a query may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Longest time.
    pub time: Duration,
    /// Most memory, in bytes; what sorts and groups more goes to a temporary file, up to `spill` bytes.
    pub memory: u64,
    /// Most bytes of temporary files.
    pub spill: u64,
    /// Most rows that come back.
    pub rows: u64,
    /// Whether it runs in a process of its own, with an address-space limit, killed at its deadline.
    pub apart: bool,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(60),
            memory: 2 << 30,
            spill: 16 << 30,
            rows: 100_000,
            apart: false,
        }
    }
}

/// What came of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its rows, numbers rounded to 12 significant digits.
    pub table: Arc<Table>,
    /// What was read, in the order of the names.
    pub read: Vec<Read>,
    /// The moment when it was computed, from the cache or not.
    pub at: jiff::Timestamp,
    /// How long that took.
    pub took: Duration,
    /// Whether it was taken from the cache.
    pub cached: bool,
    /// A hash of the query, what it reads and the engine's version; the same gives the same rows.
    pub fingerprint: String,
    /// The plan as executed, where it was asked for.
    pub plan: Option<String>,
}

impl Answer {
    /// Whether at least one row of a source outside the case was read.
    pub fn is_grounded(&self) -> bool {
        self.read
            .iter()
            .any(|read| read.outside && read.rows.is_none_or(|rows| rows > 0))
    }
}

/// One source as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The name that the SQL uses.
    pub name: String,
    /// What it is for a reader: the path seen from the root, or `SOURCE:TABLE`.
    pub source: String,
    /// The files read, paths seen from the root.
    pub files: Vec<String>,
    /// How many rows were read; none where a server keeps that to itself.
    pub rows: Option<u64>,
    /// Whether it is outside the case.
    pub outside: bool,
}

/// Why a query gave no rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SqlError {
    /// This build has no engine.
    #[error("this build does not run queries")]
    NoEngine,
    /// It is not one query: several statements, or one that is no query.
    #[error("{0}")]
    NotOneQuery(String),
    /// The SQL is wrong: syntax, a column, a function, a type.
    #[error("{}{message}", at(*place))]
    Wrong {
        /// What is wrong, in plain words.
        message: String,
        /// Line and column in the SQL, from 1, where the engine says so.
        place: Option<(u32, u32)>,
    },
    /// A name that nothing stands for, or that may not be read.
    #[error("{message}")]
    Table {
        /// The name.
        name: String,
        /// What is wrong with it, and what to do.
        message: String,
    },
    /// A named source cannot be reached, or refused.
    #[error("the source `{name}`: {message}")]
    Source {
        /// The source's name.
        name: String,
        /// What it did; never a password.
        message: String,
    },
    /// It went beyond one of its bounds.
    #[error("{message}")]
    Bound {
        /// `time`, `memory`, `spill` or `rows`.
        bound: &'static str,
        /// Which, how far, and what to do.
        message: String,
    },
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// Anything else, in the engine's words.
    #[error("{0}")]
    Failed(String),
}

/// Where in a query something is wrong, as the beginning of a sentence.
fn at(place: Option<(u32, u32)>) -> String {
    place.map_or_else(String::new, |(line, column)| {
        format!("line {line}, column {column} of the query: ")
    })
}
