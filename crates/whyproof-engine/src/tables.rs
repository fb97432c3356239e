//! The names of a query looked up in its job: files opened, rows loaded, other queries planned, each once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use datafusion::datasource::{MemTable, ViewTable, provider_as_source};
use datafusion::execution::SessionState;
use datafusion::logical_expr::{LogicalPlan, TableSource};
use datafusion::sql::sqlparser::ast::Query;

use crate::files::{self, OpenFiles, Shelf};
use crate::remote::Cluster;
use crate::remote::bucket::{Kept, Wanted};
use crate::{EngineError, Input, Job, hint, remote, sql, values};

/// Most queries that read each other in a row.
const DEEPEST: usize = 50;

/// What a query reads.
pub(crate) struct Opened {
    /// The query, as a plan.
    pub(crate) plan: LogicalPlan,
    /// The files, by the name that the SQL uses.
    pub(crate) files: BTreeMap<String, OpenFiles>,
    /// The other names that it uses, directly or through other queries.
    pub(crate) others: Vec<String>,
    /// What tables of a bucket need while they are read.
    pub(crate) kept: Vec<Kept>,
}

impl Opened {
    /// What went wrong with a bucket, which says more than what went wrong for want of it.
    pub(crate) fn trouble(&self) -> Option<EngineError> {
        self.kept.iter().find_map(Kept::trouble)
    }
}

/// A query whose tables are being opened.
struct Frame {
    /// Its name; none for the job's own.
    name: Option<String>,
    sql: String,
    query: Box<Query>,
    /// The names that it uses, as SQL takes them, and as the job has them.
    needs: Vec<(String, String)>,
    next: usize,
}

/// Opens all that the job's query reads, and plans it.
pub(crate) async fn open(
    state: &SessionState,
    shelf: &Shelf,
    job: &Job,
    cluster: Option<&Cluster>,
) -> Result<Opened, EngineError> {
    let mut opening = Opening {
        cluster,
        state,
        shelf,
        job,
        done: BTreeMap::new(),
        files: BTreeMap::new(),
        others: Vec::new(),
        kept: Vec::new(),
    };
    let mut frames = vec![frame(job, None, job.sql.clone())?];
    while let Some(top) = frames.last_mut() {
        if let Some((_, key)) = top.needs.get(top.next).cloned() {
            top.next += 1;
            if opening.done.contains_key(&key) {
                continue;
            }
            match &job.tables[&key] {
                Input::Query { sql } => {
                    ring(&frames, &key)?;
                    let named = |error| within(error, &key);
                    frames.push(frame(job, Some(key.clone()), sql.clone()).map_err(named)?);
                }
                input => opening.input(&key, input).await?,
            }
        } else if let Some(frame) = frames.pop() {
            let plan =
                opening.plan(frame.query, &frame.sql, &frame.needs, frame.name.as_deref())?;
            let Some(name) = frame.name else {
                return Ok(Opened {
                    plan,
                    files: opening.files,
                    others: opening.others,
                    kept: opening.kept,
                });
            };
            let view = ViewTable::new(plan, None);
            opening
                .done
                .insert(name, provider_as_source(Arc::new(view)));
        }
    }
    Err(EngineError::Failed("there is no query".into()))
}

fn frame(job: &Job, name: Option<String>, sql: String) -> Result<Frame, EngineError> {
    let query = sql::one_query(&sql)?;
    let mut needs = Vec::new();
    for named in sql::tables(&query) {
        let key = [&named.written, &named.folded]
            .into_iter()
            .find(|name| job.tables.contains_key(*name))
            .ok_or_else(|| unknown(job, &named.written))?;
        needs.push((named.folded.clone(), key.clone()));
    }
    Ok(Frame {
        name,
        sql,
        query,
        needs,
        next: 0,
    })
}

fn unknown(job: &Job, name: &str) -> EngineError {
    let names = || job.tables.keys().map(String::as_str);
    let near = hint::among(name, names()).map(|near| format!(": did you mean `{near}`?"));
    let there = match job.tables.len() {
        0 => "; this query may read nothing".to_owned(),
        _ => format!("; this query may read {}", hint::list(names())),
    };
    EngineError::Table {
        name: name.to_owned(),
        message: format!("there is no table `{name}`{}", near.unwrap_or(there)),
    }
}

/// Refuses a query that reads itself, and one that reads too many in a row.
fn ring(frames: &[Frame], name: &str) -> Result<(), EngineError> {
    let table = |message| EngineError::Table {
        name: name.to_owned(),
        message,
    };
    if let Some(at) = frames
        .iter()
        .position(|frame| frame.name.as_deref() == Some(name))
    {
        let mut ring: Vec<&str> = frames[at..]
            .iter()
            .filter_map(|frame| frame.name.as_deref())
            .collect();
        ring.push(name);
        let ring: Vec<String> = ring.into_iter().map(|name| format!("`{name}`")).collect();
        return Err(table(format!(
            "the queries read each other in a ring: {}",
            ring.join(" reads ")
        )));
    }
    if frames.len() > DEEPEST {
        return Err(table(format!(
            "more than {DEEPEST} queries read each other in a row"
        )));
    }
    Ok(())
}

/// An error in another query than the one that was asked.
fn within(error: EngineError, name: &str) -> EngineError {
    match error {
        EngineError::Wrong { message, place } => {
            let place = place.map(|(line, column)| format!(", line {line}, column {column}"));
            EngineError::Wrong {
                message: format!(
                    "in the query `{name}`{}: {message}",
                    place.unwrap_or_default()
                ),
                place: None,
            }
        }
        EngineError::NotOneQuery(message) => {
            EngineError::NotOneQuery(format!("in the query `{name}`: {message}"))
        }
        other => other,
    }
}

struct Opening<'a> {
    /// Where the query will run, if not here.
    cluster: Option<&'a Cluster>,
    state: &'a SessionState,
    shelf: &'a Shelf,
    job: &'a Job,
    done: BTreeMap<String, Arc<dyn TableSource>>,
    files: BTreeMap<String, OpenFiles>,
    others: Vec<String>,
    kept: Vec<Kept>,
}

impl Opening<'_> {
    async fn input(&mut self, name: &str, input: &Input) -> Result<(), EngineError> {
        let wrong = |message| EngineError::Table {
            name: name.to_owned(),
            message,
        };
        let source = match input {
            Input::Files { path, reading } => {
                let root: &Path = &self.job.root;
                let open = files::open(self.state, self.shelf, root, path, reading)
                    .await
                    .map_err(wrong)?;
                let source = provider_as_source(Arc::clone(&open.table) as _);
                self.files.insert(name.to_owned(), open);
                source
            }
            Input::Rows { columns, rows, .. } => {
                let batch = values::batch(columns, rows).map_err(wrong)?;
                let table = MemTable::try_new(batch.schema(), vec![vec![batch]]);
                let table = table.map_err(|error| wrong(error.strip_backtrace()))?;
                self.others.push(name.to_owned());
                provider_as_source(Arc::new(table))
            }
            Input::Remote { table, reading, .. } => {
                let Some(named) = remote::named(self.job)? else {
                    return Err(wrong("its source is not known".to_owned()));
                };
                let wanted = Wanted {
                    named,
                    table,
                    reading,
                    bounds: &self.job.bounds,
                    number: self.kept.len(),
                };
                let (files, table, kept) = match self.cluster {
                    Some(cluster) => {
                        let shared = cluster.open(&wanted, self.state, self.shelf).await?;
                        (shared.files, shared.table, shared.kept)
                    }
                    None => {
                        let opened = wanted.open(self.state, self.shelf).await?;
                        let table = Arc::clone(&opened.files.table);
                        (opened.files, table, Some(opened.kept))
                    }
                };
                self.files.insert(name.to_owned(), files);
                self.kept.extend(kept);
                provider_as_source(table)
            }
            Input::Query { .. } => return Ok(()),
        };
        self.done.insert(name.to_owned(), source);
        Ok(())
    }

    fn plan(
        &self,
        query: Box<Query>,
        sql: &str,
        needs: &[(String, String)],
        name: Option<&str>,
    ) -> Result<LogicalPlan, EngineError> {
        let tables = needs
            .iter()
            .filter_map(|(folded, key)| Some((folded.clone(), Arc::clone(self.done.get(key)?))))
            .collect();
        let planned = sql::plan(self.state, query, sql, &tables);
        planned.map_err(|error| match name {
            Some(name) => within(error, name),
            None => error,
        })
    }
}
