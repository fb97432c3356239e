//! What is asked of the engine.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::output::{Column, Kind, Value};

/// One query, all that it may see, and how far it may go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Files are read below this folder only.
    pub root: PathBuf,
    /// The query: exactly one `SELECT` (or `WITH`, `VALUES`).
    pub sql: String,
    /// What its names stand for, and the names of the queries that it reads.
    pub tables: BTreeMap<String, Input>,
    /// The named sources that `tables` speaks of.
    pub places: BTreeMap<String, Place>,
    /// How far it may go.
    pub bounds: Bounds,
    /// Whether the plan as executed is wanted.
    pub explain: bool,
}

/// What a name in the SQL stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// A file, or a folder of files of one format.
    Files {
        /// Its path seen from the root, with `/` and without `..`.
        path: String,
        /// How it is read.
        reading: Reading,
    },
    /// Rows that come with the job.
    Rows {
        /// The columns.
        columns: Vec<Column>,
        /// The rows, each as long as `columns`.
        rows: Vec<Vec<Value>>,
        /// Whether they come from outside the case.
        outside: bool,
        /// What a reader would open to see them: paths seen from the root.
        paths: Vec<String>,
    },
    /// Another query, whose names are looked up in the same job.
    Query {
        /// Its SQL.
        sql: String,
    },
    /// A table of a named source.
    Remote {
        /// The source, a key of [`Job::places`].
        source: String,
        /// The table there, as that source writes it; for files, a path in it.
        table: String,
        /// How files are read.
        reading: Reading,
    },
}

/// How a file is read where its content does not say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Columns whose kind is given, not found by sampling.
    pub types: BTreeMap<String, Kind>,
    /// What stands between two columns of a text file; a comma where it is not given, a tab for `.tsv`.
    pub delimiter: Option<char>,
}

/// Where a named source is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its URL, secrets filled in.
    pub url: String,
    /// For a cluster, the folder or URL that client and executors both see.
    pub root: Option<String>,
    /// What else it takes to reach it, such as `AWS_ACCESS_KEY_ID`: as the environment names it.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
}

impl fmt::Debug for Place {
    /// Never shows the URL or the options: they may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.url.split("://").next().unwrap_or_default();
        let scheme = if scheme.len() < self.url.len() {
            scheme
        } else {
            ""
        };
        f.debug_struct("Place")
            .field("url", &format_args!("{scheme}://…"))
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

/// How far a query may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Longest time.
    pub time: Duration,
    /// Most memory, in bytes; what sorts and groups more goes to temporary files.
    pub memory: u64,
    /// Most bytes of temporary files.
    pub spill: u64,
    /// Most rows that come back.
    pub rows: u64,
}

impl Default for Bounds {
    /// A minute, 2 GiB, 16 GiB of temporary files, 100,000 rows.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(60),
            memory: 2 << 30,
            spill: 16 << 30,
            rows: 100_000,
        }
    }
}
