//! What a name in a query stands for: another query, a table of the text, a table of `whyproof.toml`, a folder of
//! notes, a file beside the case.

use std::cell::RefCell;
use std::collections::BTreeMap;

use whyproof_syntax::Parse;

use super::{Computing, notes, tables};
use crate::config::TableConfig;
use crate::host::{HostError, join};
use crate::query::Query;
use crate::sql::{Job, Place, Reading, Source, SqlError};

/// The names of a case.
pub(crate) struct Names<'c> {
    parse: &'c Parse,
    queries: &'c [Query],
    with: &'c Computing<'c>,
    known: RefCell<BTreeMap<String, Result<Source, SqlError>>>,
}

impl<'c> Names<'c> {
    pub(crate) fn new(parse: &'c Parse, queries: &'c [Query], with: &'c Computing<'c>) -> Self {
        Self {
            parse,
            queries,
            with,
            known: RefCell::default(),
        }
    }

    /// The job that runs `sql`, which is the query `own` where it has a name, with every name that it or a query
    /// that it reads uses.
    pub(crate) fn job(&self, sql: String, own: Option<&str>) -> Result<Job, SqlError> {
        let mut tables = BTreeMap::new();
        let mut places = BTreeMap::new();
        let mut waiting = self.with.host.tables_of(&sql)?;
        while let Some(name) = waiting.pop() {
            if tables.contains_key(&name) {
                continue;
            }
            if own == Some(name.as_str()) {
                return Err(itself(&name));
            }
            let source = self.source(&name)?;
            match &source {
                Source::Query { sql } => waiting.extend(self.with.host.tables_of(sql)?),
                Source::Remote { source, .. } => {
                    places.insert(source.clone(), self.place(source)?);
                }
                Source::Files { .. } | Source::Rows { .. } => {}
            }
            tables.insert(name, source);
        }
        Ok(Job {
            root: self.with.scope.root.clone(),
            sql,
            tables,
            places,
            bounds: super::bounds(self.with.config, self.with.apart),
            explain: false,
        })
    }

    /// What `name` stands for, found once.
    fn source(&self, name: &str) -> Result<Source, SqlError> {
        if let Some(known) = self.known.borrow().get(name) {
            return known.clone();
        }
        let found = self.find(name);
        self.known
            .borrow_mut()
            .insert(name.to_owned(), found.clone());
        found
    }

    fn find(&self, name: &str) -> Result<Source, SqlError> {
        if let Some(query) = self.queries.iter().find(|query| query.name == name) {
            let sql = query.sql.clone();
            return Ok(Source::Query { sql });
        }
        if let Some(table) = tables::named(self.parse, name)? {
            return Ok(Source::Rows {
                table,
                outside: false,
                paths: Vec::new(),
            });
        }
        if let Some(table) = self.with.config.tables.get(name) {
            return self.configured(name, table);
        }
        let path = self.with.scope.beside(name).ok_or_else(|| outside(name))?;
        self.file(name, &path, Reading::default())
    }

    fn configured(&self, name: &str, table: &TableConfig) -> Result<Source, SqlError> {
        let from_root = |path: &str| super::super::host::within("", path);
        match table {
            TableConfig::Path(path) => {
                let path = from_root(path).ok_or_else(|| outside(path))?;
                self.file(name, &path, Reading::default())
            }
            TableConfig::File(file) => {
                let path = from_root(&file.path).ok_or_else(|| outside(&file.path))?;
                self.file(name, &path, reading(&file.types, file.delimiter))
            }
            TableConfig::Remote(remote) => Ok(Source::Remote {
                source: remote.source.clone(),
                table: remote.table.clone(),
                reading: reading(&remote.types, remote.delimiter),
            }),
        }
    }

    /// The file or folder at `path`, seen from the root.
    fn file(&self, name: &str, path: &str, reading: Reading) -> Result<Source, SqlError> {
        let root = &self.with.scope.root;
        let stat = self
            .with
            .host
            .stat_within(root, path)
            .map_err(|error| match error {
                HostError::Outside { .. } => outside(name),
                HostError::NotFound { .. } if self.with.config.tables.contains_key(name) => {
                    refused(name, &format!("whyproof.toml says that `{name}` is `{path}`, and there is no such file"))
                }
                HostError::NotFound { .. } => self.unknown(name, path),
                other => SqlError::Failed(other.to_string()),
            })?;
        if self.with.scope.own().as_deref() == Some(path) {
            return Err(refused(
                name,
                "a case cannot be its own data; name a table under one of its headings instead",
            ));
        }
        if stat.folder
            && let Some(notes) = notes::read(self.with.host, root, path)?
        {
            return Ok(Source::Rows {
                table: notes.table,
                outside: true,
                paths: notes.paths,
            });
        }
        Ok(Source::Files {
            path: path.to_owned(),
            reading,
        })
    }

    fn unknown(&self, name: &str, path: &str) -> SqlError {
        let queries = self
            .queries
            .iter()
            .map(|query| ("the query", query.name.clone()));
        let tables = tables::names(self.parse).into_iter();
        let tables = tables.map(|name| ("the table under a heading", name));
        let named = self.with.config.tables.keys().cloned();
        let named = named.map(|name| ("whyproof.toml's table", name));
        let there: Vec<(&str, String)> = queries.chain(tables).chain(named).collect();
        let told = |(what, name): &(&str, String)| format!("{what} `{name}`");
        let near = there.iter().filter_map(|known| {
            let distance = strsim::osa_distance(&known.1.to_lowercase(), &name.to_lowercase());
            (distance <= 2 && distance * 2 < name.chars().count()).then_some((distance, known))
        });
        let near = near
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, known)| told(known));
        let message = match (name.contains(['/', '.']), near) {
            _ if name.is_empty() => "the figure names no query".to_owned(),
            (true, _) => format!("there is no file `{path}` in the workspace"),
            (false, Some(near)) => format!("nothing is called `{name}`; did you mean {near}?"),
            (false, None) if there.is_empty() => format!(
                "nothing is called `{name}`: no query, no table under such a heading, none in whyproof.toml, no file"
            ),
            (false, None) => format!(
                "nothing is called `{name}`; there is {}",
                crate::explain::list_first(there.iter().map(told))
            ),
        };
        SqlError::Table {
            name: name.to_owned(),
            message,
        }
    }

    fn place(&self, source: &str) -> Result<Place, SqlError> {
        let found = self.with.config.sources.get(source);
        let found = found.ok_or_else(|| SqlError::Source {
            name: source.to_owned(),
            message: format!(
                "{} does not say where it is: add `[sources.{source}]` with its `url`",
                join(&self.with.scope.root, "whyproof.toml")
            ),
        })?;
        Ok(Place {
            url: found.url.clone(),
            root: found.root.clone(),
        })
    }
}

fn reading(types: &BTreeMap<String, crate::config::TypeName>, delimiter: Option<char>) -> Reading {
    let types = types.iter();
    Reading {
        types: types
            .map(|(column, kind)| (column.clone(), kind.kind()))
            .collect(),
        delimiter,
    }
}

fn itself(name: &str) -> SqlError {
    refused(name, &format!("the query `{name}` reads itself"))
}

fn outside(name: &str) -> SqlError {
    refused(
        name,
        &format!("`{name}` leads out of the workspace; only files below it are read"),
    )
}

fn refused(name: &str, message: &str) -> SqlError {
    SqlError::Table {
        name: name.to_owned(),
        message: message.to_owned(),
    }
}

/// A name as SQL writes it when it is to be taken as it stands.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
