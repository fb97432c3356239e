//! What goes wrong while a query runs: its bounds, the data, the engine itself.

use std::path::Path;
use std::time::Duration;

use datafusion::arrow::error::ArrowError;
use datafusion::common::DataFusionError;

use super::planning::planning;
use super::types::plain;
use crate::files::TextTable;
use crate::{Bounds, EngineError};

/// What a message may have to speak of.
#[derive(Debug)]
pub(crate) struct Circumstances<'a> {
    /// The query.
    pub(crate) sql: &'a str,
    /// The workspace's folder, which no message shows.
    pub(crate) root: &'a Path,
    /// How far the query may go.
    pub(crate) bounds: &'a Bounds,
    /// The tables of delimited text that it reads, by name.
    pub(crate) texts: Vec<(&'a str, &'a TextTable)>,
    /// The other tables of files, by name and path.
    pub(crate) files: Vec<(&'a str, &'a str)>,
}

/// What the engine says where temporary files become too large.
const SPILLED: &str = "during the spilling process";

/// A query that takes too long.
pub(crate) fn bound_time(time: Duration) -> EngineError {
    bound(
        "time",
        format!(
            "the query was stopped after {}: filter earlier, join on equal columns, or allow more with `seconds`",
            seconds(time)
        ),
    )
}

/// A result with too many rows.
pub(crate) fn bound_rows(rows: u64) -> EngineError {
    bound(
        "rows",
        format!(
            "the query gives more than {rows} rows: group them, add a LIMIT, or allow more with `rows`"
        ),
    )
}

/// A query that takes too much memory; `what` for, after a blank.
pub(crate) fn bound_memory(bounds: &Bounds, what: &str) -> EngineError {
    bound(
        "memory",
        format!(
            "the query needs more than {} of memory{what}: filter earlier, select fewer columns, or allow more with `memory`",
            size(bounds.memory)
        ),
    )
}

fn bound(bound: &str, message: String) -> EngineError {
    EngineError::Bound {
        bound: bound.to_owned(),
        message,
    }
}

/// A failure while the query runs.
pub(crate) fn running(error: DataFusionError, seen: &Circumstances<'_>) -> EngineError {
    // It comes as a failed write, however deep inside of another error.
    let whole = error.strip_backtrace();
    if whole.contains(SPILLED) {
        return exhausted(&whole, seen.bounds);
    }
    let root = error.find_root();
    let told = match root {
        DataFusionError::External(inner) => match inner.downcast_ref::<EngineError>() {
            Some(own) => own.clone(),
            None => EngineError::Failed(plain(&inner.to_string())),
        },
        DataFusionError::ResourcesExhausted(message) => exhausted(message, seen.bounds),
        DataFusionError::ArrowError(inner, _) => arrow(inner, seen),
        DataFusionError::ObjectStore(inner) => EngineError::Failed(plain(&inner.to_string())),
        DataFusionError::IoError(inner) => EngineError::Failed(plain(&inner.to_string())),
        DataFusionError::ParquetError(inner) => in_files(plain(&inner.to_string()), seen),
        DataFusionError::Internal(message) => EngineError::Failed(plain(message)),
        DataFusionError::Execution(message) if message.contains("Divide by zero") => {
            arrow(&ArrowError::DivideByZero, seen)
        }
        DataFusionError::Execution(message) => EngineError::Wrong {
            message: plain(message),
            place: None,
        },
        _ => planning(&error, seen.sql),
    };
    without_paths(told, seen.root)
}

fn exhausted(message: &str, bounds: &Bounds) -> EngineError {
    if message.contains(SPILLED) {
        return bound(
            "spill",
            format!(
                "the query needs more than {} of temporary files for what it sorts, groups or joins: filter earlier",
                size(bounds.spill)
            ),
        );
    }
    if message.contains("texts that are too long") {
        return bound(
            "memory",
            format!("the query needs too much memory: {message}"),
        );
    }
    let what = [
        ("Sort", "for sorting"),
        ("TopK", "for sorting"),
        ("Aggregate", "for groups"),
        ("Grouped", "for groups"),
        ("Join", "for a join"),
        ("SMJ", "for a join"),
        ("Recursive", "for a recursive query"),
        ("Window", "for windows"),
        ("result", "for its result"),
    ]
    .into_iter()
    .find(|(consumer, _)| {
        message
            .split(" with ")
            .next()
            .is_some_and(|start| start.contains(consumer))
    })
    .map_or(String::new(), |(_, what)| format!(" {what}"));
    bound_memory(bounds, &what)
}

fn arrow(error: &ArrowError, seen: &Circumstances<'_>) -> EngineError {
    let wrong = |message: String| EngineError::Wrong {
        message,
        place: None,
    };
    match error {
        ArrowError::DivideByZero => {
            wrong("a division by zero: write nullif(…, 0) around what may be zero".into())
        }
        ArrowError::ArithmeticOverflow(_) => {
            wrong("a number becomes too large: cast it to double first".into())
        }
        ArrowError::CsvError(message) | ArrowError::ParseError(message) => {
            let fault = seen
                .texts
                .iter()
                .find_map(|(name, text)| Some((*name, text.fault()?)));
            match fault {
                Some((name, fault)) => EngineError::Table {
                    name: name.to_owned(),
                    message: fault.0,
                },
                None => wrong(plain(message)),
            }
        }
        ArrowError::CastError(message) => wrong(format!(
            "{}: try_cast gives null for what cannot be read",
            plain(message)
        )),
        ArrowError::JsonError(message) => in_files(plain(message), seen),
        ArrowError::ExternalError(inner) => match inner.downcast_ref::<DataFusionError>() {
            Some(DataFusionError::ResourcesExhausted(message)) => exhausted(message, seen.bounds),
            Some(DataFusionError::ArrowError(inner, _)) => arrow(inner, seen),
            _ => EngineError::Failed(plain(&inner.to_string())),
        },
        other => wrong(plain(&other.to_string())),
    }
}

/// A complaint about a file; which one, where there is only one.
fn in_files(message: String, seen: &Circumstances<'_>) -> EngineError {
    match seen.files.as_slice() {
        [(name, path)] => EngineError::Table {
            name: (*name).to_owned(),
            message: format!("`{path}` cannot be read: {message}"),
        },
        _ => EngineError::Failed(format!("a file cannot be read: {message}")),
    }
}

fn without_paths(error: EngineError, root: &Path) -> EngineError {
    let real = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let clean = |message: String| {
        [&real, root]
            .into_iter()
            .map(|root: &Path| root.display().to_string())
            .filter(|root| root.len() > 1)
            .fold(message, |message, root| {
                message.replace(&format!("{root}/"), "").replace(&root, ".")
            })
    };
    match error {
        EngineError::Failed(message) => EngineError::Failed(clean(message)),
        EngineError::Wrong { message, place } => EngineError::Wrong {
            message: clean(message),
            place,
        },
        EngineError::Table { name, message } => EngineError::Table {
            name,
            message: clean(message),
        },
        other => other,
    }
}

fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 {
        format!("{} ms", time.as_millis())
    } else {
        format!("{seconds} s")
    }
}

fn size(bytes: u64) -> String {
    const UNITS: &[&str] = &["bytes", "KB", "MB", "GB", "TB"];
    let mut size = bytes as f64;
    let mut unit = 0;
    while size >= 1024.0 && unit + 1 < UNITS.len() {
        size /= 1024.0;
        unit += 1;
    }
    format!("{} {}", (size * 10.0).round() / 10.0, UNITS[unit])
}
