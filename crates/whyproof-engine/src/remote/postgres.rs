//! PostgreSQL: the query is sent whole, and only its rows come back.

mod cells;
mod fetch;
mod functions;
mod guard;
mod identifier;
mod numeric;
mod refusal;
mod scope;
mod session;
mod statement;

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;

use self::fetch::Trouble;
use self::refusal::Teller;
use self::session::Session;
use self::statement::Statement;
use super::limit::{Limit, Stop};
use super::named::Named;
use crate::{Column, EngineError, Job, Output, Read, Value, values};

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);

/// From here on PostgreSQL knows `not materialized`.
const VERSION_12: u32 = 120_000;

/// Runs a job whose tables are all of one server.
pub(super) async fn run(
    job: &Job,
    named: Named<'_>,
    limit: Limit<'_>,
) -> Result<Output, EngineError> {
    // A mistake is told whether or not the server is there.
    let mut statement = statement::write(job, true)?;
    let teller = Teller {
        source: named.name,
        bounds: &job.bounds,
        limit,
        secrets: refusal::secrets(&named.place.url),
    };
    let options =
        PgConnectOptions::from_str(&named.place.url).map_err(|error| teller.before(&error))?;
    let open = Session::open(options, limit.left());
    let mut session = match limit.at_most(CONNECT).wait(open).await {
        Ok(opened) => opened.map_err(|error| teller.before(&error))?,
        Err(Stop::Asked) => return Err(EngineError::Stopped),
        Err(Stop::Late) => {
            return Err(
                teller.source("it does not answer; is it running, and is there a way to it?")
            );
        }
    };
    if session
        .connection
        .server_version_num()
        .is_some_and(|version| version < VERSION_12)
    {
        statement = statement::write(job, false)?;
    }
    match limit.wait(ask(&mut session, job, &statement)).await {
        Ok(Ok(answer)) => {
            session.close().await;
            Ok(output(answer, named, &statement, limit))
        }
        Ok(Err(Trouble::Told(error))) => {
            session.stop().await;
            Err(error)
        }
        Ok(Err(Trouble::Server(error))) => Err(teller.of(&error, &statement)),
        Err(stop) => {
            session.stop().await;
            Err(stop.error(&job.bounds))
        }
    }
}

struct Answer {
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
    plan: Option<String>,
}

async fn ask(session: &mut Session, job: &Job, statement: &Statement) -> Result<Answer, Trouble> {
    let connection = &mut session.connection;
    fetch::declare(connection, &statement.sql).await?;
    let plan = match job.explain {
        true => Some(fetch::plan(connection, &statement.sql).await?),
        false => None,
    };
    let (columns, rows) = fetch::rows(connection, &job.bounds).await?;
    Ok(Answer {
        columns,
        rows,
        plan,
    })
}

fn output(mut answer: Answer, named: Named<'_>, statement: &Statement, limit: Limit<'_>) -> Output {
    // A server gives what has no order as it pleases; the same rows are to come the same every time.
    if !statement.is_ordered {
        values::sort(&mut answer.rows);
    }
    let read = statement.tables.iter().map(|(name, table)| Read {
        name: name.clone(),
        source: format!("{}:{table}", named.name),
        files: Vec::new(),
        // How many rows it looked at, a server keeps to itself.
        rows: None,
        outside: true,
    });
    Output {
        columns: answer.columns,
        rows: answer.rows,
        read: read.collect(),
        took: limit.used(),
        plan: answer.plan,
    }
}
