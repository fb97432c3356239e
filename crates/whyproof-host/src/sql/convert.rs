//! The door's words and the engine's.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};
use jiff::{Span, Timestamp, tz};
use whyproof_case::{Answer, Cell, Column, ColumnKind, Job, Read, Source, SqlError, Table};
use whyproof_engine::{self as engine, EngineError, Input, Kind, Value};

use super::secrets;

/// The job in the engine's words, with what its places need of the environment.
pub(super) fn job(
    job: &Job,
    env: impl Fn(&str) -> Option<String>,
) -> Result<engine::Job, SqlError> {
    let mut places = BTreeMap::new();
    for (name, place) in &job.places {
        places.insert(name.clone(), secrets::fill(name, place, &env)?);
    }
    let tables = job.tables.iter();
    Ok(engine::Job {
        root: if job.root.is_empty() { "." } else { &job.root }.into(),
        sql: job.sql.clone(),
        tables: tables
            .map(|(name, source)| (name.clone(), input(source)))
            .collect(),
        places,
        bounds: engine::Bounds {
            time: job.bounds.time,
            memory: job.bounds.memory,
            spill: job.bounds.spill,
            rows: job.bounds.rows,
        },
        explain: job.explain,
    })
}

fn input(source: &Source) -> Input {
    let reading = |reading: &whyproof_case::Reading| engine::Reading {
        types: reading
            .types
            .iter()
            .map(|(column, of)| (column.clone(), kind(*of)))
            .collect(),
        delimiter: reading.delimiter,
    };
    match source {
        Source::Files { path, reading: how } => Input::Files {
            path: path.clone(),
            reading: reading(how),
        },
        Source::Rows {
            table,
            outside,
            paths,
        } => {
            let (columns, rows) = rows(table);
            Input::Rows {
                columns,
                rows,
                outside: *outside,
                paths: paths.clone(),
            }
        }
        Source::Query { sql } => Input::Query { sql: sql.clone() },
        Source::Remote {
            source,
            table,
            reading: how,
        } => Input::Remote {
            source: source.clone(),
            table: table.clone(),
            reading: reading(how),
        },
    }
}

/// A table in the engine's words.
pub(super) fn rows(table: &Table) -> (Vec<engine::Column>, Vec<Vec<Value>>) {
    let columns = table.columns.iter().map(|column| engine::Column {
        name: column.name.clone(),
        kind: kind(column.kind),
    });
    let rows = table.rows.iter().map(|row| row.iter().map(value).collect());
    (columns.collect(), rows.collect())
}

/// What came of a query, in the door's words; numbers rounded to 12 significant digits.
pub(super) fn answer(output: engine::Output, at: Timestamp, fingerprint: String) -> Answer {
    let columns = output.columns.into_iter().map(|column| Column {
        name: column.name,
        kind: column_kind(column.kind),
    });
    let rows = output
        .rows
        .into_iter()
        .map(|row| row.into_iter().map(cell).collect());
    let table = Table {
        columns: columns.collect(),
        rows: rows.collect(),
    };
    let read = output.read.into_iter().map(|read| Read {
        name: read.name,
        source: read.source,
        files: read.files,
        rows: read.rows,
        outside: read.outside,
    });
    Answer {
        table: Arc::new(table),
        read: read.collect(),
        at,
        took: output.took,
        cached: false,
        fingerprint,
        plan: output.plan,
    }
}

pub(super) fn error(error: EngineError) -> SqlError {
    match error {
        EngineError::NotOneQuery(message) => SqlError::NotOneQuery(message),
        EngineError::Wrong { message, place } => SqlError::Wrong { message, place },
        EngineError::Table { name, message } => SqlError::Table { name, message },
        EngineError::Source { name, message } => SqlError::Source { name, message },
        EngineError::Bound { bound, message } => SqlError::Bound {
            bound: match bound.as_str() {
                "memory" => "memory",
                "spill" => "spill",
                "rows" => "rows",
                _ => "time",
            },
            message,
        },
        EngineError::Stopped => SqlError::Stopped,
        EngineError::Failed(message) => SqlError::Failed(message),
    }
}

fn kind(kind: ColumnKind) -> Kind {
    match kind {
        ColumnKind::Bool => Kind::Bool,
        ColumnKind::Int => Kind::Int,
        ColumnKind::Float => Kind::Float,
        ColumnKind::Text => Kind::Text,
        ColumnKind::Date => Kind::Date,
        ColumnKind::Time => Kind::Time,
        ColumnKind::Span => Kind::Span,
    }
}

fn column_kind(kind: Kind) -> ColumnKind {
    match kind {
        Kind::Bool => ColumnKind::Bool,
        Kind::Int => ColumnKind::Int,
        Kind::Float => ColumnKind::Float,
        Kind::Text => ColumnKind::Text,
        Kind::Date => ColumnKind::Date,
        Kind::Time => ColumnKind::Time,
        Kind::Span => ColumnKind::Span,
    }
}

const EPOCH: Date = date(1970, 1, 1);

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Bool(truth) => Value::Bool(*truth),
        Cell::Int(whole) => Value::Int(*whole),
        Cell::Float(number) => Value::Float(*number),
        Cell::Text(words) => Value::Text(words.clone()),
        Cell::Date(day) => {
            let days = EPOCH.until(*day).map(|span| span.get_days());
            days.map_or(Value::Null, Value::Date)
        }
        Cell::Time(time) => {
            let moment = tz::TimeZone::UTC.to_timestamp(*time);
            moment.map_or(Value::Null, |moment| Value::Time(moment.as_microsecond()))
        }
        Cell::Span(seconds) => Value::Span(*seconds),
    }
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Null => Cell::Null,
        Value::Bool(truth) => Cell::Bool(truth),
        Value::Int(whole) => Cell::Int(whole),
        Value::Float(number) => Cell::Float(rounded(number)),
        Value::Text(words) => Cell::Text(words),
        Value::Date(days) => {
            let day = EPOCH.checked_add(Span::new().days(days));
            day.map_or(Cell::Null, Cell::Date)
        }
        Value::Time(microseconds) => {
            let time = Timestamp::from_microsecond(microseconds);
            time.map_or(Cell::Null, |time| {
                Cell::Time(tz::TimeZone::UTC.to_datetime(time))
            })
        }
        Value::Span(seconds) => Cell::Span(rounded(seconds)),
    }
}

/// To 12 significant digits: sums in another order differ in what is cut off.
fn rounded(number: f64) -> f64 {
    if number.is_finite() {
        // Written and read again: exact by construction, on every machine.
        format!("{number:.11e}").parse().unwrap_or(number)
    } else {
        number
    }
}
