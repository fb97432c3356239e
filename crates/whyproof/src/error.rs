//! The one error of the edge: what it means for the exit code, what happened, and what to do about it.

use std::fmt;
use std::process::ExitCode;

use whyproof_case::{ConfigError, HostError};

/// What an error means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// The command cannot be carried out as it was given.
    Usage,
    /// The world is not as it must be: a file, the network.
    Environment,
    /// What was named may not be used so: its own words say it.
    Finding,
}

/// The exit code where a case has findings that fail it.
pub(crate) const FINDINGS: u8 = 1;

impl ErrorKind {
    /// The exit code; 1 is for findings.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            ErrorKind::Usage | ErrorKind::Environment => ExitCode::from(2),
            ErrorKind::Finding => ExitCode::from(FINDINGS),
        }
    }
}

/// Why a command stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Error {
    /// What it means.
    pub(crate) kind: ErrorKind,
    /// What happened, in a sentence without a full stop.
    pub(crate) message: String,
    /// What to do about it, a sentence each.
    pub(crate) hints: Vec<String>,
    /// Whether the message is all there is to print, its own `error:` included.
    pub(crate) is_whole: bool,
}

impl Error {
    /// An error without hints.
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error {
            kind,
            message: message.into(),
            hints: Vec::new(),
            is_whole: false,
        }
    }

    /// What the command line's parser says, whole: it has its own hints.
    pub(crate) fn asked(text: &clap::builder::StyledStr) -> Self {
        Error {
            kind: ErrorKind::Usage,
            message: text.ansi().to_string(),
            hints: Vec::new(),
            is_whole: true,
        }
    }

    /// The same with what to do about it.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<HostError> for Error {
    fn from(error: HostError) -> Self {
        let message = match &error {
            HostError::TooLarge { path, size, limit } => format!(
                "`{path}` has {}; the most that is read is {}",
                bytes(*size),
                bytes(*limit)
            ),
            other => other.to_string(),
        };
        let hint = match &error {
            HostError::Exists { .. } => Some("Nothing is ever overwritten: give another name."),
            HostError::TooLarge { .. } => Some("A case is a few pages of text; is this one?"),
            _ => None,
        };
        let error = Error::new(ErrorKind::Environment, message);
        match hint {
            Some(hint) => error.hint(hint),
            None => error,
        }
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Host(error) => error.into(),
            bad @ ConfigError::Bad { .. } => Error::new(ErrorKind::Environment, bad.to_string())
                .hint("The keys of whyproof.toml are in docs/configuration.md."),
        }
    }
}

/// A size for people: bytes below a kilobyte, else in units of 1024 with one digit behind the point.
fn bytes(size: u64) -> String {
    let units = ["kB", "MB", "GB", "TB"];
    if size < 1024 {
        return format!("{size} bytes");
    }
    let mut value = size as f64 / 1024.0;
    let mut unit = 0;
    while value >= 1024.0 && unit + 1 < units.len() {
        value /= 1024.0;
        unit += 1;
    }
    let text = format!("{value:.1}");
    format!(
        "{} {}",
        text.strip_suffix(".0").unwrap_or(&text),
        units[unit]
    )
}
