//! Rows in an order of their own: by their columns from left to right, missing values last.

use std::cmp::Ordering;

use crate::Value;

/// Sorts rows by their columns from left to right.
pub(crate) fn sort(rows: &mut [Vec<Value>]) {
    rows.sort_by(|one, other| {
        one.iter()
            .zip(other)
            .map(|(one, other)| compare(one, other))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    });
}

fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Null, _) => Ordering::Greater,
        (_, Value::Null) => Ordering::Less,
        (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
        (Value::Int(one), Value::Int(other)) | (Value::Time(one), Value::Time(other)) => {
            one.cmp(other)
        }
        (Value::Date(one), Value::Date(other)) => one.cmp(other),
        (Value::Float(one), Value::Float(other)) | (Value::Span(one), Value::Span(other)) => {
            one.total_cmp(other)
        }
        (Value::Text(one), Value::Text(other)) => one.cmp(other),
        // A column has values of one kind.
        _ => Ordering::Equal,
    }
}
