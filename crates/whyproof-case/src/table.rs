//! What a query gives: rows of typed cells.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// True or false.
    Bool,
    /// Whole numbers.
    Int,
    /// Other numbers.
    Float,
    /// Words.
    Text,
    /// Days.
    Date,
    /// Days with a time, in UTC.
    Time,
    /// Lengths of time.
    Span,
}

impl ColumnKind {
    /// Whether it holds numbers.
    pub fn is_number(self) -> bool {
        matches!(self, ColumnKind::Int | ColumnKind::Float)
    }

    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            ColumnKind::Bool => "bool",
            ColumnKind::Int => "int",
            ColumnKind::Float => "float",
            ColumnKind::Text => "text",
            ColumnKind::Date => "date",
            ColumnKind::Time => "time",
            ColumnKind::Span => "span",
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
}

/// One value. Numbers are rounded to 12 significant digits before they come here.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Missing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Another number; may be infinite or not a number, where the data are.
    Float(f64),
    /// Words.
    Text(String),
    /// A day.
    Date(jiff::civil::Date),
    /// A day with a time, in UTC.
    Time(jiff::civil::DateTime),
    /// A length of time, in seconds.
    Span(f64),
}

impl Cell {
    /// The number that it is, where it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Cell::Int(whole) => Some(*whole as f64),
            Cell::Float(number) => Some(*number),
            _ => None,
        }
    }
}

impl std::fmt::Display for Cell {
    /// As plain text: numbers in their shortest form, dates by ISO 8601, nothing for a missing value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cell::Null => Ok(()),
            Cell::Bool(truth) => write!(f, "{truth}"),
            Cell::Int(whole) => write!(f, "{whole}"),
            Cell::Float(number) => write!(f, "{number}"),
            Cell::Text(words) => f.write_str(words),
            Cell::Date(day) => write!(f, "{day}"),
            Cell::Time(time) => write!(f, "{time}"),
            Cell::Span(seconds) => write!(f, "{seconds} s"),
        }
    }
}

/// A query's result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Where the column `name` stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}
