//! `whyproof.toml`: what a workspace wants otherwise.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::host::{Host, HostError, join};

/// The file's contents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// What the checks should do.
    pub check: CheckConfig,
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
