//! What may stand in `whyproof.toml` of figures, sources and tables.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The table `[figures]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FigureSettings {
    /// Longest time that one query may take, in seconds.
    pub seconds: u32,
    /// Most memory that one query may take, in megabytes (of 1,048,576 bytes).
    pub memory: u32,
    /// Most rows that one query may give.
    pub rows: u32,
    /// Whether each query runs in a process of its own, which is killed where it goes too far.
    pub apart: bool,
}

impl Default for FigureSettings {
    fn default() -> Self {
        // Taken apart, so that a new key is missed here by the compiler.
        let whyproof_case::FigureConfig {
            seconds,
            memory,
            rows,
            apart,
        } = whyproof_case::FigureConfig::default();
        Self {
            seconds,
            memory,
            rows,
            apart,
        }
    }
}

/// One of `[sources]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceSettings {
    /// `postgres://`, `ballista://` or `s3://`; `${NAME}` stands for the environment variable of that name.
    pub url: String,
    /// For Ballista: the folder or URL that this machine and the executors both see.
    #[serde(default)]
    pub root: Option<String>,
}

/// One of `[tables]`: a path, a file with how it is read, or a table of a named source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum TableSettings {
    /// A file or a folder, seen from the workspace's root.
    Path(String),
    /// A file or a folder, and how it is read.
    File(FileSettings),
    /// A table of a named source.
    Remote(RemoteSettings),
}

/// A table that is a file or a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSettings {
    /// Its path, seen from the workspace's root.
    pub path: String,
    /// What columns hold, where sampling would err.
    #[serde(default)]
    pub types: BTreeMap<String, TypeName>,
    /// What stands between two columns of a CSV file.
    #[serde(default)]
    pub delimiter: Option<char>,
}

/// A table of a named source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoteSettings {
    /// The source's name.
    pub source: String,
    /// The table there; of a store, a path in it.
    pub table: String,
    /// What columns of files hold, where sampling would err.
    #[serde(default)]
    pub types: BTreeMap<String, TypeName>,
    /// What stands between two columns of a CSV file.
    #[serde(default)]
    pub delimiter: Option<char>,
}

/// What a column can be said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TypeName {
    /// True or false.
    Bool,
    /// Whole numbers.
    Int,
    /// Numbers.
    Float,
    /// Words.
    Text,
    /// Days.
    Date,
    /// Days with a time.
    Time,
}
