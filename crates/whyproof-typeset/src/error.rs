//! What can go wrong.

/// Why there are no pages. None of it is the author's mistake.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// The source, or a picture, is too large to be set in reasonable time.
    #[error("{what} has {size} bytes; at most {limit} can be set")]
    TooLarge {
        /// Which of them.
        what: String,
        /// Its size in bytes.
        size: usize,
        /// The largest that is set.
        limit: usize,
    },
    /// The source is wrong: whoever wrote it has a bug.
    #[error("the source cannot be set{}: {message}", line.map(|line| format!(" (its line {line})")).unwrap_or_default())]
    Source {
        /// What Typst says.
        message: String,
        /// The line of the source, from 1.
        line: Option<usize>,
    },
    /// A file has a name that no source could use.
    #[error("no file can be called {0:?}")]
    FileName(String),
    /// The pages do not meet the standard asked for.
    #[error("the PDF does not meet {standard}: {message}")]
    Standard {
        /// The standard.
        standard: &'static str,
        /// What it lacks.
        message: String,
    },
    /// There is no such page.
    #[error("there is no page {page}: the document has {pages}")]
    NoPage {
        /// The page asked for, from 1.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// A picture cannot be drawn that large or that small.
    #[error("a picture of the page cannot be drawn at {0} pixels a point")]
    Scale(String),
    /// A fault in what sets the pages.
    #[error("setting the pages failed: {0}")]
    Fault(String),
}
