//! What kind a column of text is, by its values.

use datafusion::arrow::compute::kernels::cast_utils::Parser;
use datafusion::arrow::datatypes::{Date32Type, Float64Type, Int64Type, TimestampMicrosecondType};

use crate::Kind;

/// The kind that one value is; none for an empty one.
pub(crate) fn kind_of(value: &str) -> Option<Kind> {
    if value.is_empty() {
        return None;
    }
    Some(if fits(value, Kind::Int) {
        Kind::Int
    } else if value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false") {
        Kind::Bool
    } else if is_number(value) && fits(value, Kind::Float) {
        Kind::Float
    } else if is_date(value) && fits(value, Kind::Date) {
        Kind::Date
    } else if is_moment(value) && fits(value, Kind::Time) {
        Kind::Time
    } else {
        Kind::Text
    })
}

/// The kind of a column that has values of both kinds.
pub(crate) fn both(one: Kind, other: Kind) -> Kind {
    match (one, other) {
        _ if one == other => one,
        (Kind::Int, Kind::Float) | (Kind::Float, Kind::Int) => Kind::Float,
        (Kind::Date, Kind::Time) | (Kind::Time, Kind::Date) => Kind::Time,
        _ => Kind::Text,
    }
}

/// Whether a value can be read as the kind; the same functions read it later.
pub(crate) fn fits(value: &str, kind: Kind) -> bool {
    match kind {
        Kind::Bool => value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"),
        Kind::Int => Int64Type::parse(value).is_some(),
        Kind::Float => Float64Type::parse(value).is_some(),
        Kind::Date => Date32Type::parse(value).is_some(),
        Kind::Time => TimestampMicrosecondType::parse(value).is_some(),
        Kind::Text | Kind::Span => true,
    }
}

/// Words like `infinity` could be read as numbers, but hardly mean one.
fn is_number(value: &str) -> bool {
    matches!(value, "NaN" | "nan" | "inf" | "-inf")
        || value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'))
}

fn is_date(value: &str) -> bool {
    value.len() == 10 && begins_with_date(value)
}

fn is_moment(value: &str) -> bool {
    value.len() >= 16 && begins_with_date(value) && matches!(value.as_bytes()[10], b'T' | b' ')
}

fn begins_with_date(value: &str) -> bool {
    value.bytes().zip("0000-00-00".bytes()).all(|(byte, form)| {
        if form == b'-' {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    })
}
