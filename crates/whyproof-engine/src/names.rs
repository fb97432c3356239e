//! The names of tables in a query.

use crate::EngineError;
use crate::deep;
use crate::sql;

/// The names of the tables that a query reads: as written, in order, each once, without those of its `WITH`.
///
/// # Errors
///
/// Where the SQL is not one query, or is wrong.
pub fn tables_of(sql: &str) -> Result<Vec<String>, EngineError> {
    deep::with_stack(sql.len(), || {
        let query = sql::one_query(sql)?;
        Ok(sql::tables(&query)
            .into_iter()
            .map(|named| named.written)
            .collect())
    })
}
