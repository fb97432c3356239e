//! The names of tables in a query.

use crate::EngineError;

/// The names of the tables that a query reads: as written, in order, each once, without those of its `WITH`.
///
/// # Errors
///
/// Where the SQL is not one query, or is wrong.
pub fn tables_of(sql: &str) -> Result<Vec<String>, EngineError> {
    let _ = sql;
    Err(EngineError::Failed("not yet".into()))
}
