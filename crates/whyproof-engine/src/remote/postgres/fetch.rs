//! Rows out of a cursor, a batch at a time.

use std::collections::BTreeSet;

use futures::TryStreamExt;
use sqlx::postgres::{PgConnection, PgRow, PgStatement};
use sqlx::{
    AssertSqlSafe, Column as _, Executor, Row, SqlSafeStr, Statement as _, TypeInfo, ValueRef,
};

use super::cells::Form;
use crate::remote::limit;
use crate::{Bounds, Column, EngineError, Kind, Value, words};

/// Most rows in a batch.
const BATCH: u64 = 1_000;

/// Why rows did not come.
pub(super) enum Trouble {
    /// The server, or the way there.
    Server(sqlx::Error),
    /// Said as it is to be told.
    Told(EngineError),
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        Trouble::Server(error)
    }
}

/// Opens a cursor over a query: only a query can have one, and only one statement can be prepared.
pub(super) async fn declare(connection: &mut PgConnection, sql: &str) -> Result<(), sqlx::Error> {
    let declare = format!("{DECLARE}{sql}");
    let query = sqlx::query(AssertSqlSafe(declare)).persistent(false);
    connection.execute(query).await.map(|_| ())
}

/// What stands before the query.
pub(super) const DECLARE: &str = "declare whyproof no scroll cursor for ";

/// The rows of the cursor, within the bounds.
pub(super) async fn rows(
    connection: &mut PgConnection,
    bounds: &Bounds,
) -> Result<(Vec<Column>, Vec<Vec<Value>>), Trouble> {
    let batch = bounds.rows.saturating_add(1).min(BATCH);
    let fetch = format!("fetch forward {batch} from whyproof");
    let statement = connection
        .prepare(AssertSqlSafe(fetch).into_sql_str())
        .await?;
    let mut taken = Taken::of(&statement, bounds).map_err(Trouble::Told)?;
    loop {
        let before = taken.rows.len();
        let mut stream = statement.query().fetch(&mut *connection);
        while let Some(row) = stream.try_next().await? {
            taken.take(&row).map_err(Trouble::Told)?;
        }
        let came = u64::try_from(taken.rows.len() - before).unwrap_or(u64::MAX);
        if came < batch {
            return Ok(taken.end());
        }
    }
}

/// What was taken so far.
struct Taken<'b> {
    bounds: &'b Bounds,
    columns: Vec<Column>,
    forms: Vec<Form>,
    /// Of a numeric column, whether it held a number with decimals, and whether it held one without.
    decimals: Vec<(bool, bool)>,
    rows: Vec<Vec<Value>>,
    bytes: u64,
}

impl<'b> Taken<'b> {
    fn of(statement: &PgStatement, bounds: &'b Bounds) -> Result<Self, EngineError> {
        let mut columns = Vec::new();
        let mut forms = Vec::new();
        let mut names = BTreeSet::new();
        for column in statement.columns() {
            let name = column.name();
            if !names.insert(name) {
                return Err(wrong(format!(
                    "two columns of the result are called `{name}`: give one another name with AS"
                )));
            }
            let given = column.type_info();
            let Some(form) = Form::of(given) else {
                return Err(wrong(format!(
                    "the column `{name}` is of type {}, which has no kind here: cast it, as in {name}::text",
                    given.name().to_lowercase()
                )));
            };
            columns.push(Column {
                name: name.to_owned(),
                kind: form.kind(),
            });
            forms.push(form);
        }
        Ok(Taken {
            bounds,
            decimals: vec![(false, false); forms.len()],
            columns,
            forms,
            rows: Vec::new(),
            bytes: 0,
        })
    }

    fn take(&mut self, row: &PgRow) -> Result<(), EngineError> {
        if u64::try_from(self.rows.len()).unwrap_or(u64::MAX) >= self.bounds.rows {
            return Err(words::bound_rows(self.bounds.rows));
        }
        let mut cells = Vec::with_capacity(self.forms.len());
        for (at, form) in self.forms.iter().enumerate() {
            let name = &self.columns[at].name;
            let lost = || wrong(format!("the column `{name}` did not come"));
            let raw = row.try_get_raw(at).map_err(|_| lost())?;
            let cell = if raw.is_null() {
                Value::Null
            } else {
                let bytes = raw.as_bytes().map_err(|_| lost())?;
                self.bytes += bytes.len() as u64;
                form.read(bytes)
                    .map_err(|why| wrong(format!("the column `{name}` {why}")))?
            };
            match cell {
                Value::Float(_) => self.decimals[at].0 = true,
                Value::Int(_) => self.decimals[at].1 = true,
                _ => {}
            }
            cells.push(cell);
        }
        self.bytes += (cells.len() * size_of::<Value>() + size_of::<Vec<Value>>()) as u64;
        if self.bytes > self.bounds.memory {
            return Err(limit::memory(self.bounds));
        }
        self.rows.push(cells);
        Ok(())
    }

    /// A numeric column without decimals holds whole numbers; in one with, all are floats.
    fn end(mut self) -> (Vec<Column>, Vec<Vec<Value>>) {
        for (at, form) in self.forms.iter().enumerate() {
            if *form != Form::Numeric {
                continue;
            }
            match self.decimals[at] {
                (false, true) => self.columns[at].kind = Kind::Int,
                (true, true) => {
                    for row in &mut self.rows {
                        if let Value::Int(whole) = row[at] {
                            row[at] = Value::Float(whole as f64);
                        }
                    }
                }
                _ => {}
            }
        }
        (self.columns, self.rows)
    }
}

/// The server's plan for a query, a line each.
pub(super) async fn plan(connection: &mut PgConnection, sql: &str) -> Result<String, sqlx::Error> {
    let explain = sqlx::query(AssertSqlSafe(format!("explain {sql}"))).persistent(false);
    let rows = connection.fetch_all(explain).await?;
    let lines: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.try_get_raw(0).ok()?.as_str().ok())
        .collect();
    Ok(lines.join("\n"))
}

fn wrong(message: String) -> EngineError {
    EngineError::Wrong {
        message,
        place: None,
    }
}
