//! The grammar of forms: how a figure's text says its value.
//!
//! A figure's text is its value as last computed, and its own form is the format: `$1.2M` says 1,234,567 in millions
//! with one decimal, and goes on to do so. [`read`] finds the form, [`Shape::say`] says another value in it, and
//! [`Condition::holds`] tells whether words such as `at least 30%` are true. `docs/figures.md` is the reference, and
//! its tables are run as tests.

mod amount;
mod condition;
mod date;
mod decimal;
mod duration;
mod number;
mod numeral;
mod ordinal;
mod scale;
mod science;
mod shape;
mod text;
mod truth;
mod unit;
mod words;

pub use condition::{Condition, Given};
pub use shape::Shape;
pub(crate) use words::cardinal;

use crate::table::Cell;

/// Longest text that is looked at, in bytes: no form is longer.
const LONGEST: usize = 200;

/// What a figure's text says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Saying {
    /// A value, in this form.
    Value(Shape),
    /// That this holds.
    Asserted(Condition),
    /// `?`: nothing yet.
    Open,
}

/// Reads the form of a figure's text. None for words that are neither a value nor a condition of their own, such as
/// `whatever the age`: they are the condition that the query's `holds` states, or else the text of a cell,
/// [`Shape::text`].
pub fn read(words: &str) -> Option<Saying> {
    let words = text::normal(words);
    if words.len() > LONGEST {
        return None;
    }
    if words == "?" {
        return Some(Saying::Open);
    }
    let asserted = |words: &str| Condition::read(words).map(Saying::Asserted);
    let value = Shape::distinct(&words).map(Saying::Value);
    value
        .or_else(|| asserted(&words))
        .or_else(|| Shape::number(&words).map(Saying::Value))
}

/// Whether two texts are the same but for white space, of whatever width.
pub fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}

/// Why a value cannot be said in a form, or a condition not be put to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unsayable {
    /// There is no value.
    #[error("the data have no value here")]
    Missing,
    /// It is infinite or not a number.
    #[error("the value is not a finite number")]
    NotFinite,
    /// It is of another kind than the form is for.
    #[error("the value is {has}, and this is the form of {wants}")]
    Kind {
        /// What it is.
        has: &'static str,
        /// What the form is for.
        wants: &'static str,
    },
    /// It is a length of time, and the form names no unit of one.
    #[error(
        "the value is a length of time, and this form has no unit of a fixed length: ms, s, min, h, days or weeks"
    )]
    Unit,
    /// It is too large, or its year is beyond 1000 to 2999.
    #[error("the value is too large for this form")]
    Large,
    /// What it would be said as, readers may take for something else.
    #[error("`{0}` can be read in two ways; write it in another form")]
    Ambiguous(String),
    /// The words speak of a part, and the value is none.
    #[error("the words speak of a part of a whole, and {0} is not between 0 and 1")]
    Share(String),
    /// The words speak of a count out of a whole, and nothing says what the whole is.
    #[error("the words speak of so many out of a whole, and the query gives only {0}")]
    Whole(String),
}

impl Unsayable {
    fn kind(has: &'static str, wants: &'static str) -> Self {
        Unsayable::Kind { has, wants }
    }
}

/// What a cell is, in messages.
fn kind(cell: &Cell) -> &'static str {
    match cell {
        Cell::Null => "missing",
        Cell::Bool(_) => "true or false",
        Cell::Int(_) | Cell::Float(_) => "a number",
        Cell::Text(_) => "text",
        Cell::Date(_) => "a date",
        Cell::Time(_) => "a time",
        Cell::Span(_) => "a length of time",
    }
}
