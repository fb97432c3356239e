//! A server, and jobs for it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use whyproof_engine::{Bounds, Engine, EngineError, Input, Job, Output, Place, Reading, Value};

use super::server::Postgres;

/// The name of the server as a source.
pub(crate) const SOURCE: &str = "warehouse";

/// A server, and an engine to ask it with.
pub(crate) struct House {
    pub(crate) server: Postgres,
    engine: Engine,
}

impl House {
    /// A server that holds what `sql` makes.
    pub(crate) fn with(sql: &str) -> House {
        let server = Postgres::start();
        server.run(sql);
        House {
            server,
            engine: Engine::new(Some(2)).expect("an engine"),
        }
    }

    /// A job for this server: `tables` are names in the SQL and tables there.
    pub(crate) fn job(&self, sql: &str, tables: &[(&str, &str)]) -> Job {
        let tables = tables
            .iter()
            .map(|(name, table)| ((*name).to_owned(), remote(table)));
        Job {
            root: PathBuf::from("."),
            sql: sql.to_owned(),
            tables: tables.collect(),
            places: BTreeMap::from([(SOURCE.to_owned(), place(&self.server.url()))]),
            bounds: Bounds {
                time: Duration::from_secs(30),
                ..Bounds::default()
            },
            explain: false,
        }
    }

    /// Its answer.
    pub(crate) fn ask(&self, job: &Job) -> Output {
        self.engine
            .run(job, None)
            .unwrap_or_else(|error| panic!("{}: {error}", job.sql))
    }

    /// The rows alone.
    pub(crate) fn rows(&self, sql: &str, tables: &[(&str, &str)]) -> Vec<Vec<Value>> {
        self.ask(&self.job(sql, tables)).rows
    }

    /// Its refusal, which never holds the password or the URL.
    pub(crate) fn refusal(&self, job: &Job) -> EngineError {
        self.refusal_unless(job, None)
    }

    /// The same, with a flag that stops it.
    pub(crate) fn refusal_unless(&self, job: &Job, cancel: Option<&AtomicBool>) -> EngineError {
        let refusal = match self.engine.run(job, cancel) {
            Err(refusal) => refusal,
            Ok(output) => panic!("{} was answered: {:?}", job.sql, output.rows),
        };
        let told = format!("{refusal} {refusal:?}");
        for secret in [
            self.server.password(),
            "s3cret",
            "@127.0.0.1",
            "@no-such",
            "postgres://w",
            "postgres://u",
        ] {
            assert!(!told.contains(secret), "{told}");
        }
        refusal
    }
}

/// A table of the server.
pub(crate) fn remote(table: &str) -> Input {
    Input::Remote {
        source: SOURCE.to_owned(),
        table: table.to_owned(),
        reading: Reading::default(),
    }
}

/// A place with nothing but a URL.
pub(crate) fn place(url: &str) -> Place {
    Place {
        url: url.to_owned(),
        root: None,
        options: BTreeMap::new(),
    }
}
