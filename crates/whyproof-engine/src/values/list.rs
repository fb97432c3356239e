//! Lists as text, as JSON writes them.

use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field};
use std::sync::Arc;

use super::come::{Columns, Wrong, values};
use crate::{Kind, Value};
use datafusion::arrow::datatypes::Schema;

/// Each list as text: `[1, 2]`, `["a", null]`.
pub(super) fn texts(array: &ArrayRef) -> Result<Vec<Value>, Wrong> {
    let inner = match array.data_type() {
        DataType::List(inner)
        | DataType::LargeList(inner)
        | DataType::FixedSizeList(inner, _)
        | DataType::ListView(inner)
        | DataType::LargeListView(inner) => inner.data_type().clone(),
        other => return Err(format!("is {other}, which cannot be shown")),
    };
    let whole = DataType::LargeList(Arc::new(Field::new("item", inner.clone(), true)));
    let lists = cast(array, &whole).map_err(|error| format!("cannot be read: {error}"))?;
    let lists = lists.as_list::<i64>();
    let schema = Schema::new(vec![Field::new("item", inner.clone(), true)]);
    let kind = Columns::of(&schema, &[])?
        .columns
        .first()
        .map_or(Kind::Text, |column| column.kind);
    let nested = inner.is_nested();
    let mut texts = Vec::with_capacity(lists.len());
    for row in 0..lists.len() {
        if lists.is_null(row) {
            texts.push(Value::Null);
            continue;
        }
        let items: Vec<String> = values(&lists.value(row), kind)?
            .iter()
            .map(|value| json(value, nested))
            .collect();
        texts.push(Value::Text(format!("[{}]", items.join(", "))));
    }
    Ok(texts)
}

fn json(value: &Value, nested: bool) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Int(whole) => whole.to_string(),
        Value::Float(number) | Value::Span(number) => number.to_string(),
        Value::Text(text) if nested => text.clone(),
        Value::Text(text) => quoted(text),
        Value::Date(days) => quoted(&day(*days)),
        Value::Time(micros) => {
            let (days, rest) = (
                micros.div_euclid(86_400_000_000),
                micros.rem_euclid(86_400_000_000),
            );
            let seconds = rest / 1_000_000;
            let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            let date = day(i32::try_from(days).unwrap_or_default());
            quoted(&format!("{date}T{hours:02}:{minutes:02}:{seconds:02}Z"))
        }
    }
}

/// A text in quotes, as JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A day by ISO 8601, from days since 1970-01-01 (the civil calendar, after Hinnant).
fn day(days: i32) -> String {
    let shifted = i64::from(days) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
