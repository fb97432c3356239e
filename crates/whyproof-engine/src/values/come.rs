//! The query engine's columns as our values.

use std::sync::Arc;

use datafusion::arrow::array::types::{
    IntervalDayTimeType, IntervalMonthDayNanoType, IntervalYearMonthType,
};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{
    DataType, Date32Type, DurationMicrosecondType, Float64Type, Int64Type, IntervalUnit, Schema,
    TimeUnit, TimestampMicrosecondType, UInt64Type,
};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};

use super::list;
use crate::{Column, Kind, Value};

/// What is wrong with a column of the result.
pub(crate) type Wrong = String;

/// The columns of a result, and how each is read.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The columns.
    pub(crate) columns: Vec<Column>,
}

impl Columns {
    /// Columns for a schema, whose names must differ.
    pub(crate) fn of(schema: &Schema, batches: &[RecordBatch]) -> Result<Columns, Wrong> {
        let mut columns: Vec<Column> = Vec::with_capacity(schema.fields().len());
        for (at, field) in schema.fields().iter().enumerate() {
            let name = field.name().clone();
            if columns.iter().any(|column| column.name == name) {
                return Err(format!(
                    "two columns of the result are called `{name}`: give one another name with AS"
                ));
            }
            let arrays = || batches.iter().map(|batch| batch.column(at));
            let kind = kind(field.data_type(), arrays)
                .map_err(|what| format!("the column `{name}` {what}"))?;
            columns.push(Column { name, kind });
        }
        Ok(Columns { columns })
    }

    /// The batch's rows.
    pub(crate) fn rows(&self, batch: &RecordBatch) -> Result<Vec<Vec<Value>>, Wrong> {
        let mut rows: Vec<Vec<Value>> =
            vec![Vec::with_capacity(self.columns.len()); batch.num_rows()];
        for (column, array) in self.columns.iter().zip(batch.columns()) {
            let values = values(array, column.kind)
                .map_err(|what| format!("the column `{}` {what}", column.name))?;
            for (row, value) in rows.iter_mut().zip(values) {
                row.push(value);
            }
        }
        Ok(rows)
    }
}

fn kind<'a, I: Iterator<Item = &'a ArrayRef>>(
    data: &DataType,
    arrays: impl Fn() -> I,
) -> Result<Kind, Wrong> {
    Ok(match data {
        DataType::Boolean => Kind::Bool,
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => Kind::Int,
        DataType::UInt8 | DataType::UInt16 | DataType::UInt32 => Kind::Int,
        DataType::UInt64 if arrays().all(fits) => Kind::Int,
        DataType::Decimal32(digits, 0)
        | DataType::Decimal64(digits, 0)
        | DataType::Decimal128(digits, 0)
        | DataType::Decimal256(digits, 0)
            if *digits <= 18 =>
        {
            Kind::Int
        }
        DataType::UInt64 | DataType::Float16 | DataType::Float32 | DataType::Float64 => Kind::Float,
        DataType::Decimal32(..)
        | DataType::Decimal64(..)
        | DataType::Decimal128(..)
        | DataType::Decimal256(..) => Kind::Float,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => Kind::Text,
        DataType::Dictionary(_, values) => kind(values, std::iter::empty)?,
        DataType::RunEndEncoded(_, values) => kind(values.data_type(), std::iter::empty)?,
        DataType::Date32 | DataType::Date64 => Kind::Date,
        DataType::Timestamp(..) => Kind::Time,
        DataType::Time32(_) | DataType::Time64(_) => Kind::Text,
        DataType::Duration(_) | DataType::Interval(_) => Kind::Span,
        DataType::List(inner) | DataType::LargeList(inner) | DataType::FixedSizeList(inner, _) => {
            kind(inner.data_type(), std::iter::empty)?;
            Kind::Text
        }
        DataType::ListView(inner) | DataType::LargeListView(inner) => {
            kind(inner.data_type(), std::iter::empty)?;
            Kind::Text
        }
        DataType::Struct(_) | DataType::Map(..) | DataType::Union(..) => {
            return Err("holds named values: select one of them, as in x['name']".into());
        }
        DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::FixedSizeBinary(_) => {
            return Err("holds bytes, which have no kind here: leave it out".into());
        }
    })
}

fn fits(array: &ArrayRef) -> bool {
    let array = array.as_primitive::<UInt64Type>();
    array
        .iter()
        .flatten()
        .all(|value| i64::try_from(value).is_ok())
}

/// An array's values, as values of the kind.
pub(super) fn values(array: &ArrayRef, kind: Kind) -> Result<Vec<Value>, Wrong> {
    let to =
        |data: DataType| cast(array, &data).map_err(|error| format!("cannot be read: {error}"));
    let array = match array.data_type() {
        DataType::Null => return Ok(vec![Value::Null; array.len()]),
        DataType::Dictionary(_, values) => to((**values).clone())?,
        DataType::RunEndEncoded(_, values) => to(values.data_type().clone())?,
        _ => Arc::clone(array),
    };
    let to =
        |data: DataType| cast(&array, &data).map_err(|error| format!("cannot be read: {error}"));
    Ok(match kind {
        Kind::Bool => array
            .as_boolean()
            .iter()
            .map(|value| value.map_or(Value::Null, Value::Bool))
            .collect(),
        Kind::Int => each(
            to(DataType::Int64)?.as_primitive::<Int64Type>().iter(),
            Value::Int,
        ),
        Kind::Float => each(
            to(DataType::Float64)?.as_primitive::<Float64Type>().iter(),
            Value::Float,
        ),
        Kind::Date => each(
            to(DataType::Date32)?.as_primitive::<Date32Type>().iter(),
            Value::Date,
        ),
        Kind::Time => {
            // The zone is kept, so that the numbers stay moments in UTC.
            let zone = match array.data_type() {
                DataType::Timestamp(_, zone) => zone.clone(),
                _ => None,
            };
            let array = to(DataType::Timestamp(TimeUnit::Microsecond, zone))?;
            each(
                array.as_primitive::<TimestampMicrosecondType>().iter(),
                Value::Time,
            )
        }
        Kind::Span => spans(&array)?,
        Kind::Text => texts(&array)?,
    })
}

fn each<T>(values: impl Iterator<Item = Option<T>>, give: impl Fn(T) -> Value) -> Vec<Value> {
    values
        .map(|value| value.map_or(Value::Null, &give))
        .collect()
}

fn texts(array: &ArrayRef) -> Result<Vec<Value>, Wrong> {
    Ok(match array.data_type() {
        DataType::Utf8 => each(array.as_string::<i32>().iter(), |text| {
            Value::Text(text.to_owned())
        }),
        DataType::LargeUtf8 => each(array.as_string::<i64>().iter(), |text| {
            Value::Text(text.to_owned())
        }),
        DataType::Utf8View => each(array.as_string_view().iter(), |text| {
            Value::Text(text.to_owned())
        }),
        DataType::Time32(_) | DataType::Time64(_) => {
            let options = FormatOptions::default();
            let shown =
                ArrayFormatter::try_new(array, &options).map_err(|error| error.to_string())?;
            (0..array.len())
                .map(|row| {
                    if array.is_null(row) {
                        Value::Null
                    } else {
                        Value::Text(shown.value(row).to_string())
                    }
                })
                .collect()
        }
        _ => list::texts(array)?,
    })
}

fn spans(array: &ArrayRef) -> Result<Vec<Value>, Wrong> {
    const DAY: f64 = 86_400.0;
    let months = || "has months or years, which have no fixed length: count days".to_owned();
    match array.data_type() {
        DataType::Interval(IntervalUnit::YearMonth) => {
            let array = array.as_primitive::<IntervalYearMonthType>();
            if array.iter().flatten().any(|value| value != 0) {
                return Err(months());
            }
            Ok(each(array.iter(), |_| Value::Span(0.0)))
        }
        DataType::Interval(IntervalUnit::DayTime) => {
            let array = array.as_primitive::<IntervalDayTimeType>();
            Ok(each(array.iter(), |value| {
                Value::Span(f64::from(value.days) * DAY + f64::from(value.milliseconds) / 1e3)
            }))
        }
        DataType::Interval(IntervalUnit::MonthDayNano) => {
            let array = array.as_primitive::<IntervalMonthDayNanoType>();
            if array.iter().flatten().any(|value| value.months != 0) {
                return Err(months());
            }
            Ok(each(array.iter(), |value| {
                Value::Span(f64::from(value.days) * DAY + value.nanoseconds as f64 / 1e9)
            }))
        }
        _ => {
            let array = cast(array, &DataType::Duration(TimeUnit::Microsecond))
                .map_err(|error| format!("cannot be read: {error}"))?;
            let array = array.as_primitive::<DurationMicrosecondType>();
            Ok(each(array.iter(), |micros| {
                Value::Span(micros as f64 / 1e6)
            }))
        }
    }
}
