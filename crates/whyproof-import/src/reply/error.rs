//! What can be wrong with a reply.

use super::{MAX_BYTES, MAX_WHYS};

/// Why a file cannot be read as a reply: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// It is larger than any reply.
    #[error("`{name}` is larger than {} MB, which no reply needs; it was not read", MAX_BYTES >> 20)]
    TooLarge {
        /// The file.
        name: String,
    },
    /// It is not JSON, or a key holds something else than it should.
    #[error("{name}:{line}:{column}: {problem}")]
    Wrong {
        /// The file.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// It is something else.
    #[error("`{name}` is no reply to a packet: {found}")]
    NotReply {
        /// The file.
        name: String,
        /// What it is, as far as that can be seen.
        found: String,
    },
    /// It is from a later Whyproof.
    #[error("`{name}` is a `{schema}`, which this Whyproof does not know: a later one reads it")]
    Later {
        /// The file.
        name: String,
        /// What it says it is.
        schema: String,
    },
    /// A part of it cannot be taken.
    #[error("`{name}`: {problem}")]
    Refused {
        /// The file.
        name: String,
        /// What is wrong.
        problem: String,
    },
}

impl ReplyError {
    pub(super) fn of_json(name: &str, lines_before: usize, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        ReplyError::Wrong {
            name: name.to_owned(),
            line: lines_before + error.line().max(1),
            column: error.column().max(1),
            problem: said.strip_suffix(&place).unwrap_or(&said).to_owned(),
        }
    }

    pub(super) fn refused(name: &str, problem: impl Into<String>) -> Self {
        ReplyError::Refused {
            name: name.to_owned(),
            problem: problem.into(),
        }
    }

    pub(super) fn too_many(name: &str, count: usize) -> Self {
        let problem = format!("it asks {count} whys, and {MAX_WHYS} is the most that is read");
        Self::refused(name, problem)
    }
}
