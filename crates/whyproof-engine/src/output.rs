//! What a query gives: rows of typed values, and an account of what was read.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
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

impl Kind {
    /// The word for it in `types`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Bool => "bool",
            Kind::Int => "int",
            Kind::Float => "float",
            Kind::Text => "text",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Span => "span",
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Missing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Another number; may be infinite or not a number, where the data are.
    Float(#[serde(with = "exact")] f64),
    /// Words.
    Text(String),
    /// A day, in days since 1970-01-01.
    Date(i32),
    /// A moment, in microseconds since 1970-01-01 00:00 UTC.
    Time(i64),
    /// A length of time, in seconds.
    Span(#[serde(with = "exact")] f64),
}

/// What came of a query.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Its columns, in order; their names differ.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
    /// What was read, in the order of the names.
    pub read: Vec<Read>,
    /// How long it took.
    pub took: Duration,
    /// The plan as executed, where it was asked for.
    pub plan: Option<String>,
}

/// One source as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The name that the SQL uses.
    pub name: String,
    /// What it is for a reader: the path seen from the root, or `SOURCE:TABLE`.
    pub source: String,
    /// The files, paths seen from the root.
    pub files: Vec<String>,
    /// How many rows were looked at; none where a server keeps that to itself.
    pub rows: Option<u64>,
    /// Whether it is outside the case.
    pub outside: bool,
}

/// Numbers as text: JSON has no infinity, and its readers may be off by the last bit.
mod exact {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(number)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}
