//! Our rows as the query engine's columns.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BooleanArray, Date32Array, DurationMicrosecondArray, Float64Array, Int64Array,
    RecordBatch, RecordBatchOptions, StringArray, TimestampMicrosecondArray,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, TimeUnit};

use crate::{Column, Kind, Value};

/// The rows as one batch; what is wrong with them, otherwise.
pub(crate) fn batch(columns: &[Column], rows: &[Vec<Value>]) -> Result<RecordBatch, String> {
    if let Some(row) = rows.iter().position(|row| row.len() != columns.len()) {
        return Err(format!(
            "row {} has {} values, but there are {} columns",
            row + 1,
            rows[row].len(),
            columns.len()
        ));
    }
    let mut fields = Vec::with_capacity(columns.len());
    let mut arrays = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        if columns[..at].iter().any(|other| other.name == column.name) {
            return Err(format!("two columns are called `{}`", column.name));
        }
        fields.push(Field::new(&column.name, data_type(column.kind), true));
        arrays.push(array(column, at, rows)?);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
        .map_err(|error| error.to_string())
}

/// The query engine's type for a kind.
pub(crate) fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Bool => DataType::Boolean,
        Kind::Int => DataType::Int64,
        Kind::Float => DataType::Float64,
        Kind::Text => DataType::Utf8,
        Kind::Date => DataType::Date32,
        Kind::Time => DataType::Timestamp(TimeUnit::Microsecond, None),
        Kind::Span => DataType::Duration(TimeUnit::Microsecond),
    }
}

fn array(column: &Column, at: usize, rows: &[Vec<Value>]) -> Result<ArrayRef, String> {
    let values = || rows.iter().map(|row| &row[at]);
    Ok(match column.kind {
        Kind::Bool => Arc::new(BooleanArray::from(each(
            column,
            values(),
            |value| match value {
                Value::Bool(truth) => Some(*truth),
                _ => None,
            },
        )?)),
        Kind::Int => Arc::new(Int64Array::from(each(
            column,
            values(),
            |value| match value {
                Value::Int(whole) => Some(*whole),
                _ => None,
            },
        )?)),
        Kind::Float => Arc::new(Float64Array::from(each(
            column,
            values(),
            |value| match value {
                Value::Float(number) => Some(*number),
                Value::Int(whole) => Some(*whole as f64),
                _ => None,
            },
        )?)),
        Kind::Text => Arc::new(StringArray::from(each(
            column,
            values(),
            |value| match value {
                Value::Text(words) => Some(words.as_str()),
                _ => None,
            },
        )?)),
        Kind::Date => Arc::new(Date32Array::from(each(
            column,
            values(),
            |value| match value {
                Value::Date(days) => Some(*days),
                _ => None,
            },
        )?)),
        Kind::Time => Arc::new(TimestampMicrosecondArray::from(each(
            column,
            values(),
            |value| match value {
                Value::Time(micros) => Some(*micros),
                _ => None,
            },
        )?)),
        Kind::Span => Arc::new(DurationMicrosecondArray::from(each(
            column,
            values(),
            |value| match value {
                Value::Span(seconds) => Some((seconds * 1e6).round() as i64),
                _ => None,
            },
        )?)),
    })
}

fn each<'a, T>(
    column: &Column,
    values: impl Iterator<Item = &'a Value>,
    take: impl Fn(&'a Value) -> Option<T>,
) -> Result<Vec<Option<T>>, String> {
    values
        .map(|value| match value {
            Value::Null => Ok(None),
            value => take(value).map(Some).ok_or_else(|| {
                format!(
                    "the column `{}` is {}, but has {value:?}",
                    column.name,
                    column.kind.word()
                )
            }),
        })
        .collect()
}
