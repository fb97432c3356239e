//! A folder for a test, and jobs over its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use whyproof_engine::{
    Bounds, Column, Engine, EngineError, Input, Job, Kind, Output, Reading, Value, tables_of,
};

/// One engine for all tests of a process: it is made to be shared.
pub(crate) fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Some(2)).expect("an engine"))
}

/// A folder whose files a job may read.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    tables: BTreeMap<String, Input>,
    pub(crate) bounds: Bounds,
}

impl Place {
    pub(crate) fn new() -> Self {
        Place {
            folder: tempfile::tempdir().expect("a folder for the test"),
            tables: BTreeMap::new(),
            bounds: Bounds {
                time: Duration::from_secs(60),
                memory: 256 << 20,
                spill: 1 << 30,
                rows: 100_000,
            },
        }
    }

    /// With one file.
    pub(crate) fn with(path: &str, content: impl AsRef<[u8]>) -> Self {
        let place = Place::new();
        place.file(path, content);
        place
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn file(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    /// Says what a name stands for.
    pub(crate) fn table(mut self, name: &str, input: Input) -> Self {
        self.tables.insert(name.to_owned(), input);
        self
    }

    pub(crate) fn query(self, name: &str, sql: &str) -> Self {
        self.table(
            name,
            Input::Query {
                sql: sql.to_owned(),
            },
        )
    }

    /// A job whose names that are not known otherwise are paths.
    pub(crate) fn job(&self, sql: &str) -> Job {
        let mut tables = self.tables.clone();
        let queries = tables.values().filter_map(|input| match input {
            Input::Query { sql } => Some(sql.clone()),
            _ => None,
        });
        let all: Vec<String> = queries.chain([sql.to_owned()]).collect();
        for name in all
            .iter()
            .flat_map(|sql| tables_of(sql).unwrap_or_default())
        {
            if (name.contains('.') || name.contains('/'))
                && !tables.contains_key(&name.to_lowercase())
            {
                tables.entry(name.clone()).or_insert_with(|| file(&name));
            }
        }
        Job {
            root: self.folder.path().to_owned(),
            sql: sql.to_owned(),
            tables,
            places: BTreeMap::new(),
            bounds: self.bounds,
            explain: false,
        }
    }

    pub(crate) fn run(&self, sql: &str) -> Result<Output, EngineError> {
        engine().run(&self.job(sql), None)
    }

    /// The result as lines of text.
    pub(crate) fn shows(&self, sql: &str) -> String {
        shown(
            &self
                .run(sql)
                .unwrap_or_else(|error| panic!("{sql}: {error}")),
        )
    }

    /// The message that the query gets.
    pub(crate) fn fails(&self, sql: &str) -> EngineError {
        match self.run(sql) {
            Ok(output) => panic!("{sql} gave\n{}", shown(&output)),
            Err(error) => {
                let folder = self.folder.path().display().to_string();
                assert!(
                    !error.to_string().contains(&folder),
                    "a path of the machine: {error}"
                );
                error
            }
        }
    }
}

pub(crate) fn file(path: &str) -> Input {
    Input::Files {
        path: path.to_owned(),
        reading: Reading::default(),
    }
}

pub(crate) fn typed(path: &str, types: &[(&str, Kind)]) -> Input {
    Input::Files {
        path: path.to_owned(),
        reading: Reading {
            types: types
                .iter()
                .map(|(name, kind)| ((*name).to_owned(), *kind))
                .collect(),
            delimiter: None,
        },
    }
}

pub(crate) fn column(name: &str, kind: Kind) -> Column {
    Column {
        name: name.to_owned(),
        kind,
    }
}

/// Names and kinds, then a line for each row.
pub(crate) fn shown(output: &Output) -> String {
    let head: Vec<String> = output
        .columns
        .iter()
        .map(|column| format!("{}:{}", column.name, column.kind.word()))
        .collect();
    let rows = output
        .rows
        .iter()
        .map(|row| row.iter().map(value).collect::<Vec<_>>().join("|"));
    std::iter::once(head.join("|"))
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Int(whole) => whole.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(days) => format!("{days}d"),
        Value::Time(micros) => format!("{micros}us"),
        Value::Span(seconds) => format!("{seconds}s"),
    }
}
