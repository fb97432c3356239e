//! Rows as a Parquet file.

use crate::{Column, EngineError, Value};

/// The rows as a Parquet file.
///
/// # Errors
///
/// Where a value does not fit its column.
pub fn to_parquet(columns: &[Column], rows: &[Vec<Value>]) -> Result<Vec<u8>, EngineError> {
    let _ = (columns, rows);
    Err(EngineError::Failed("not yet".into()))
}
