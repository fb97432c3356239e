//! The one statement that is sent: the author's words as they stand and, in front of them, what their names stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::guard::{self, Checked};
use super::identifier::{TableName, quoted};
use crate::{EngineError, Input, Job};

/// A query for the server.
#[derive(Debug)]
pub(super) struct Statement {
    /// All of it.
    pub(super) sql: String,
    /// How many characters stand before the author's own.
    pub(super) before: usize,
    /// How many characters the author's own words have.
    pub(super) length: usize,
    /// The author's own words, for places in them.
    pub(super) author: String,
    /// The source's tables that are read: the name in the SQL, and the table there as it is configured.
    pub(super) tables: BTreeMap<String, String>,
    /// Whether the author says in which order the rows come.
    pub(super) is_ordered: bool,
}

/// Writes the statement for a job whose tables are all of one source.
///
/// `not_materialized` says whether the server knows those words: without them a table that is named twice would be
/// copied first.
pub(super) fn write(job: &Job, not_materialized: bool) -> Result<Statement, EngineError> {
    let main = guard::check(&job.sql)?;
    let mut plan = Plan::new(job);
    plan.add(&main)?;
    let named = plan.named(not_materialized);
    let (before, after) = match named.is_empty() {
        true => (String::new(), ""),
        // A comment may end the author's words: what follows stands on a line of its own.
        false => (
            format!("with {}\nselect * from (\n", named.join(",\n")),
            "\n) as q",
        ),
    };
    Ok(Statement {
        before: before.chars().count(),
        length: main.sql.chars().count(),
        sql: format!("{before}{}{after}", main.sql),
        author: main.sql.to_owned(),
        is_ordered: main.is_ordered,
        tables: plan
            .tables
            .into_iter()
            .map(|(name, (_, given))| (name, given))
            .collect(),
    })
}

/// What the names stand for.
struct Plan<'j> {
    job: &'j Job,
    /// Tables, by the name in the SQL; with the name as it is configured.
    tables: BTreeMap<String, (TableName, String)>,
    /// Queries, each after those that it reads.
    queries: Vec<(String, &'j str)>,
}

/// A step through what queries read.
enum Step<'j> {
    Name(Vec<String>),
    Done(String, &'j str),
}

impl<'j> Plan<'j> {
    fn new(job: &'j Job) -> Self {
        Plan {
            job,
            tables: BTreeMap::new(),
            queries: Vec::new(),
        }
    }

    /// Adds all that a query reads, however far away.
    fn add(&mut self, main: &Checked<'_>) -> Result<(), EngineError> {
        let mut open = BTreeSet::new();
        let mut steps: Vec<Step<'j>> = names(main);
        while let Some(step) = steps.pop() {
            let parts = match step {
                Step::Name(parts) => parts,
                Step::Done(name, sql) => {
                    open.remove(&name);
                    self.queries.push((name, sql));
                    continue;
                }
            };
            let name = parts.join(".");
            if self.tables.contains_key(&name)
                || self.queries.iter().any(|(known, _)| *known == name)
            {
                continue;
            }
            match self.input(&parts) {
                Some(Input::Query { sql }) => {
                    if !open.insert(name.clone()) {
                        return Err(table(&name, "the queries read each other in a ring"));
                    }
                    let checked = guard::check(sql).map_err(|error| inside(&name, error))?;
                    steps.push(Step::Done(name, checked.sql));
                    steps.extend(names(&checked));
                }
                Some(Input::Remote { table: given, .. }) => self.read(&parts, given)?,
                _ => {
                    return Err(table(
                        &name,
                        "no table of that name is configured; add it to `whyproof.toml`",
                    ));
                }
            }
        }
        Ok(())
    }

    /// Adds a table of the source.
    fn read(&mut self, parts: &[String], given: &str) -> Result<(), EngineError> {
        let name = parts.join(".");
        let Some(there) = TableName::parse(given) else {
            return Err(table(
                &name,
                &format!(
                    "`{given}` is no table's name; write `table` or `schema.table`, with double quotes around what is not plain"
                ),
            ));
        };
        if parts.len() > 1 && !there.is(parts) {
            return Err(table(
                &name,
                "a name with a dot can only be the table's own; give it one without in `whyproof.toml`",
            ));
        }
        self.tables.insert(name, (there, given.to_owned()));
        Ok(())
    }

    /// What a name stands for: as PostgreSQL reads it, else whatever its letters' case.
    fn input(&self, parts: &[String]) -> Option<&'j Input> {
        let name = parts.join(".");
        let tables = &self.job.tables;
        tables.get(&name).or_else(|| {
            let same = |(key, _): &(&String, &Input)| key.eq_ignore_ascii_case(&name);
            tables.iter().find(same).map(|(_, input)| input)
        })
    }

    /// The names to put in front, in an order in which each sees what it reads.
    fn named(&self, not_materialized: bool) -> Vec<String> {
        let how = if not_materialized {
            "not materialized "
        } else {
            ""
        };
        let renamed: Vec<(&String, &TableName)> = self
            .tables
            .iter()
            .filter(|(name, (there, _))| there.bare() != Some(name) && !name.contains('.'))
            .map(|(name, (there, _))| (name, there))
            .collect();
        // A table that is called as another name in front would be taken for it, so it is read before they are there.
        let is_hidden = |there: &TableName| {
            let bare = there.bare();
            bare.is_some_and(|bare| {
                renamed.iter().any(|(name, _)| *name == bare)
                    || self.queries.iter().any(|(name, _)| name == bare)
            })
        };
        let mut first = Vec::new();
        let mut then = Vec::new();
        for (number, (name, there)) in renamed.iter().enumerate() {
            let mut from = there.quoted();
            if is_hidden(there) {
                let apart = quoted(&format!("{name} ({number})"));
                first.push(format!("{apart} as {how}(select * from {from})"));
                from = apart;
            }
            then.push(format!("{} as {how}(select * from {from})", quoted(name)));
        }
        let queries = self
            .queries
            .iter()
            .map(|(name, sql)| format!("{} as (\n{sql}\n)", quoted(name)));
        first.into_iter().chain(then).chain(queries).collect()
    }
}

fn names<'j>(checked: &Checked<'_>) -> Vec<Step<'j>> {
    checked.tables.iter().cloned().map(Step::Name).collect()
}

fn table(name: &str, message: &str) -> EngineError {
    EngineError::Table {
        name: name.to_owned(),
        message: format!("`{name}`: {message}"),
    }
}

/// A mistake in another query has no place in this one.
fn inside(name: &str, error: EngineError) -> EngineError {
    match error {
        EngineError::Wrong { message, .. } => EngineError::Wrong {
            message: format!("in `{name}`: {message}"),
            place: None,
        },
        EngineError::NotOneQuery(message) => {
            EngineError::NotOneQuery(format!("in `{name}`: {message}"))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
