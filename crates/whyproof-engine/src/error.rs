//! Why a query gave no rows.

use serde::{Deserialize, Serialize};

/// Why a query gave no rows, in words for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum EngineError {
    /// It is not one query: several statements, or one that is no query.
    #[error("{0}")]
    NotOneQuery(String),
    /// The SQL is wrong: syntax, a column, a function, a type.
    #[error("{message}")]
    Wrong {
        /// What is wrong.
        message: String,
        /// Line and column in the SQL, from 1, where they are known.
        place: Option<(u32, u32)>,
    },
    /// A name that nothing stands for, or whose data cannot be read.
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
        bound: String,
        /// Which, how far, and what to do.
        message: String,
    },
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// Anything else.
    #[error("{0}")]
    Failed(String),
}
