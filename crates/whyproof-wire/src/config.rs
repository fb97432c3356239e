//! What may stand in `whyproof.toml`, as a JSON Schema says it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::sources::{FigureSettings, SourceSettings, TableSettings};

/// The file `whyproof.toml` at the root of a workspace. Every key may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "whyproof.toml")]
pub struct Settings {
    /// What the checks should do.
    pub check: CheckSettings,
    /// How far the queries behind figures may go.
    pub figures: FigureSettings,
    /// Named sources: servers and stores that have tables.
    pub sources: BTreeMap<String, SourceSettings>,
    /// Tables by the names that queries use.
    pub tables: BTreeMap<String, TableSettings>,
}

/// The table `[check]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CheckSettings {
    /// Severity of single checks by name; `off` turns one off.
    pub severity: BTreeMap<String, Level>,
    /// Words that spelling and acronym checks should know.
    pub words: Vec<String>,
    /// Findings that are not wanted, each with a reason.
    pub ignore: Vec<Ignore>,
    /// How many findings a two-page case gets at most; longer ones get more in proportion.
    pub most: u32,
    /// After how many years evidence is old.
    pub stale_years: u32,
    /// The English that spelling is checked by.
    pub dialect: Option<Dialect>,
}

impl Default for CheckSettings {
    fn default() -> Self {
        Self::from(&whyproof_case::CheckConfig::default())
    }
}

/// What a check is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// Of the United States.
    #[default]
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

/// One `[[check.ignore]]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// The check.
    pub check: String,
    /// A file or a folder, as a path from the workspace's root; all files where absent.
    #[serde(default)]
    pub path: Option<String>,
    /// Why. At least one character that is not white space.
    #[schemars(regex(pattern = r"\S"))]
    pub reason: String,
}

impl From<&whyproof_case::CheckConfig> for CheckSettings {
    fn from(config: &whyproof_case::CheckConfig) -> Self {
        // Taken apart, so that a new key is missed here by the compiler.
        let whyproof_case::CheckConfig {
            severity,
            words,
            ignore,
            most,
            stale_years,
            dialect,
        } = config;
        let severity = severity.iter();
        Self {
            severity: severity
                .map(|(check, level)| (check.clone(), Level::from(*level)))
                .collect(),
            words: words.clone(),
            ignore: ignore.iter().map(Ignore::from).collect(),
            most: *most,
            stale_years: *stale_years,
            dialect: dialect.map(Dialect::from),
        }
    }
}

impl From<whyproof_case::Level> for Level {
    fn from(level: whyproof_case::Level) -> Self {
        match level {
            whyproof_case::Level::Off => Level::Off,
            whyproof_case::Level::Info => Level::Info,
            whyproof_case::Level::Warning => Level::Warning,
            whyproof_case::Level::Error => Level::Error,
        }
    }
}

impl From<whyproof_case::Dialect> for Dialect {
    fn from(dialect: whyproof_case::Dialect) -> Self {
        match dialect {
            whyproof_case::Dialect::American => Dialect::American,
            whyproof_case::Dialect::Australian => Dialect::Australian,
            whyproof_case::Dialect::British => Dialect::British,
            whyproof_case::Dialect::Canadian => Dialect::Canadian,
            whyproof_case::Dialect::Indian => Dialect::Indian,
        }
    }
}

impl From<&whyproof_case::Ignore> for Ignore {
    fn from(ignore: &whyproof_case::Ignore) -> Self {
        Self {
            check: ignore.check.clone(),
            path: ignore.path.clone(),
            reason: ignore.reason.clone(),
        }
    }
}
