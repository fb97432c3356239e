//! Why there is no chart.

/// Why a table has no chart, in words for whoever wrote the query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoChart {
    /// The query gave no rows.
    #[error("the query gives no rows")]
    NoRows,
    /// The query gave no columns, or none with numbers.
    #[error("no column holds numbers, and a chart needs one")]
    NoNumbers,
    /// Every number is missing or infinite.
    #[error("every value of {column} is missing or infinite")]
    AllMissing {
        /// The column.
        column: String,
    },
    /// One number, which a sentence says better.
    #[error("a single number needs no chart: put it into the sentence as a figure")]
    OneNumber,
    /// An option names a column that is not there.
    #[error("{option}={column}: the query has no such column; it has {has}")]
    NoColumn {
        /// The option.
        option: &'static str,
        /// What it names.
        column: String,
        /// The columns that are there.
        has: String,
    },
    /// An option names a column without numbers.
    #[error("{option}={column}: that column holds no numbers")]
    NotNumbers {
        /// The option.
        option: &'static str,
        /// The column.
        column: String,
    },
    /// An option's value is none.
    #[error("{option}={value}: expected {expected}")]
    BadOption {
        /// The option.
        option: &'static str,
        /// Its value.
        value: String,
        /// What was expected.
        expected: &'static str,
    },
    /// There is no such option.
    #[error(
        "{0} is no option of a chart: they are chart, x, y, title, unit, height, width and highlight"
    )]
    UnknownOption(String),
    /// The kind that was asked for needs other columns.
    #[error("a {kind} chart needs {needs}")]
    Needs {
        /// The kind.
        kind: &'static str,
        /// What it needs.
        needs: &'static str,
    },
    /// Two rows have the same place in the picture.
    #[error(
        "two rows have the same {column} ({value}){of}: group them in the query, or add a column that tells them apart"
    )]
    Twice {
        /// The column.
        column: String,
        /// The value that is there twice.
        value: String,
        /// Of which line or group, where there are several.
        of: String,
    },
    /// More than can be told apart.
    #[error(
        "{count} {what} are too many to read; {most} at most: keep the largest in the query, with `order by` and `limit`"
    )]
    TooMany {
        /// How many there are.
        count: usize,
        /// Of what.
        what: &'static str,
        /// How many can be drawn.
        most: usize,
    },
    /// The numbers are beyond what can be drawn.
    #[error("the values of {column} are too far apart to draw")]
    TooFarApart {
        /// The column.
        column: String,
    },
}
