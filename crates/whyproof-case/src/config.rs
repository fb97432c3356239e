//! `whyproof.toml`: what a workspace wants otherwise.

mod secret;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::host::{Host, HostError, join};
use crate::table::ColumnKind;

/// The file's contents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// What the checks should do.
    pub check: CheckConfig,
    /// How far the queries behind figures may go.
    pub figures: FigureConfig,
    /// Named sources: servers and stores that have tables.
    pub sources: BTreeMap<String, SourceConfig>,
    /// Tables by the names that queries use.
    pub tables: BTreeMap<String, TableConfig>,
}

/// The table `[figures]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FigureConfig {
    /// Longest time that one query may take, in seconds.
    pub seconds: u32,
    /// Most memory that one query may take, in megabytes (of 1,048,576 bytes).
    pub memory: u32,
    /// Most rows that one query may give.
    pub rows: u32,
    /// Whether each query runs in a process of its own, which is killed where it goes too far.
    pub apart: bool,
}

impl Default for FigureConfig {
    fn default() -> Self {
        Self {
            seconds: 60,
            memory: 2048,
            rows: 100_000,
            apart: false,
        }
    }
}

/// One of `[sources]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceConfig {
    /// `postgres://`, `ballista://` or `s3://`; `${NAME}` stands for the environment variable of that name.
    pub url: String,
    /// For Ballista: the folder or URL that this machine and the executors both see.
    #[serde(default)]
    pub root: Option<String>,
}

/// One of `[tables]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "a table is a path (`\"data/x.csv\"`), `{ path = … }`, or `{ source = …, table = … }`"
)]
pub enum TableConfig {
    /// A file or a folder, seen from the workspace's root.
    Path(String),
    /// A file or a folder, and how it is read.
    File(FileConfig),
    /// A table of a named source.
    Remote(RemoteConfig),
}

/// A table that is a file or a folder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileConfig {
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoteConfig {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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

impl TypeName {
    /// The kind of column.
    pub fn kind(self) -> ColumnKind {
        match self {
            TypeName::Bool => ColumnKind::Bool,
            TypeName::Int => ColumnKind::Int,
            TypeName::Float => ColumnKind::Float,
            TypeName::Text => ColumnKind::Text,
            TypeName::Date => ColumnKind::Date,
            TypeName::Time => ColumnKind::Time,
        }
    }
}

/// The table `[check]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CheckConfig {
    /// Severity of single checks; `off` turns one off.
    pub severity: BTreeMap<String, Level>,
    /// Words that spelling and acronym checks should know.
    pub words: Vec<String>,
    /// The English that spelling is checked by; none accepts the American and the British.
    pub dialect: Option<Dialect>,
    /// Findings that are not wanted, each with a reason.
    pub ignore: Vec<Ignore>,
    /// How many findings a two-page case gets at most; longer ones get more in proportion.
    pub most: u32,
    /// After how many years evidence is old.
    pub stale_years: u32,
}

impl Default for CheckConfig {
    fn default() -> Self {
        Self {
            severity: BTreeMap::new(),
            words: Vec::new(),
            dialect: None,
            ignore: Vec::new(),
            most: 10,
            stale_years: 3,
        }
    }
}

/// What a check is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not run.
    Off,
    /// Worth knowing.
    Info,
    /// Weakens the case.
    Warning,
    /// Exit code 1.
    Error,
}

/// A kind of English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// Of the United States.
    American,
    /// Of Australia.
    Australian,
    /// Of Great Britain.
    British,
    /// Of Canada.
    Canadian,
    /// Of India.
    Indian,
}

impl Dialect {
    /// The word used in `whyproof.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Dialect::American => "american",
            Dialect::Australian => "australian",
            Dialect::British => "british",
            Dialect::Canadian => "canadian",
            Dialect::Indian => "indian",
        }
    }
}

/// One `[[check.ignore]]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// The check.
    pub check: String,
    /// The files: a path from the workspace's root, or a folder with everything in it; all where absent.
    #[serde(default)]
    pub path: Option<String>,
    /// Why.
    pub reason: String,
}

/// Why a `whyproof.toml` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error(transparent)]
    Host(#[from] HostError),
    /// It is not what it should be.
    #[error("{path}:{line}:{column}: {message}")]
    Bad {
        /// The file.
        path: String,
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// What is wrong.
        message: String,
    },
}

/// Longest file that is read, in bytes.
const LIMIT: u64 = 1 << 20;

impl Config {
    /// The configuration of the workspace at `root`; the default where it has none.
    ///
    /// # Errors
    /// [`ConfigError`] where the file is there and cannot be used.
    pub fn load(host: &dyn Host, root: &str) -> Result<Config, ConfigError> {
        let path = join(root, "whyproof.toml");
        match host.read(&path, LIMIT) {
            Err(HostError::NotFound { .. }) => Ok(Config::default()),
            Err(error) => Err(error.into()),
            Ok(bytes) => Self::parse(&path, &String::from_utf8_lossy(&bytes)),
        }
    }

    /// Reads `text`; `path` is for the error.
    ///
    /// # Errors
    /// [`ConfigError::Bad`] with line and column.
    pub fn parse(path: &str, text: &str) -> Result<Config, ConfigError> {
        let bad = |at: usize, message: &str| {
            let place = whyproof_syntax::LineIndex::new(text).line_column(text, at as u32);
            let message = message.trim_end().to_owned();
            ConfigError::Bad {
                path: path.to_owned(),
                line: place.line,
                column: place.column,
                message,
            }
        };
        let config: Config = toml::from_str(text)
            .map_err(|error| bad(error.span().map_or(0, |span| span.start), error.message()))?;
        let open = config
            .sources
            .values()
            .find(|source| secret::is_open(&source.url));
        if let Some(source) = open {
            let at = text.find(&source.url).unwrap_or(0);
            return Err(bad(
                at,
                "a password stands here: put it into an environment variable, and `${NAME}` in its place",
            ));
        }
        match config
            .check
            .ignore
            .iter()
            .find(|ignore| ignore.reason.trim().is_empty())
        {
            Some(ignore) => {
                let at = text.find(&ignore.check).unwrap_or(0);
                Err(bad(
                    at,
                    &format!("give a reason for ignoring `{}`", ignore.check),
                ))
            }
            None => Ok(config),
        }
    }
}
