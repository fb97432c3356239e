//! A connection with one read-only transaction.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};

/// How long the server is given to take note that its answer is not wanted.
const FAREWELL: Duration = Duration::from_secs(1);

/// A connection in its transaction.
pub(super) struct Session {
    pub(super) connection: PgConnection,
    options: PgConnectOptions,
    /// The server's number for this connection, by which another can stop it.
    backend: i32,
}

impl Session {
    /// Connects and begins. The server itself stops a statement after `time`, and the transaction if we vanish.
    pub(super) async fn open(
        options: PgConnectOptions,
        time: Duration,
    ) -> Result<Session, sqlx::Error> {
        let options = options
            .application_name("whyproof")
            .disable_statement_logging();
        let mut connection = PgConnection::connect_with(&options).await?;
        // A cursor is planned for its first rows unless it is told that all are wanted. Backslashes in strings mean
        // themselves, as the look at the SQL took them.
        let milliseconds = time.as_millis().clamp(1, 2_000_000_000);
        let begin = format!(
            "begin isolation level repeatable read read only; \
             set local statement_timeout = {milliseconds}; \
             set local idle_in_transaction_session_timeout = {milliseconds}; \
             set local cursor_tuple_fraction = 1; \
             set local standard_conforming_strings = on; \
             select pg_catalog.pg_backend_pid()"
        );
        let rows = sqlx::raw_sql(AssertSqlSafe(begin))
            .fetch_all(&mut connection)
            .await?;
        let backend = rows
            .first()
            .and_then(|row| row.try_get_raw(0).ok()?.as_str().ok()?.parse().ok())
            .ok_or_else(|| sqlx::Error::Protocol("no number of the connection".to_owned()))?;
        Ok(Session {
            connection,
            options,
            backend,
        })
    }

    /// Ends in peace. Nothing was changed, so there is nothing to keep or to undo.
    pub(super) async fn close(self) {
        let _ = tokio::time::timeout(FAREWELL, self.connection.close()).await;
    }

    /// Tells the server to stop what it does, and goes on telling it where it does not listen at once.
    pub(super) async fn stop(self) {
        let told = tokio::spawn(async move {
            let told = async {
                let mut other = PgConnection::connect_with(&self.options).await?;
                let cancel = format!("select pg_catalog.pg_cancel_backend({})", self.backend);
                sqlx::raw_sql(AssertSqlSafe(cancel))
                    .fetch_all(&mut other)
                    .await?;
                other.close().await
            };
            // Where it cannot be told, its own time limit stops it.
            let _ = tokio::time::timeout(FAREWELL * 10, told).await;
            let _ = self.connection.close_hard().await;
        });
        let _ = tokio::time::timeout(FAREWELL, told).await;
    }
}
