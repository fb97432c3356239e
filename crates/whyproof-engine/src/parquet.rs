//! Rows as a Parquet file.

use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;

use crate::{Column, EngineError, Value, values};

/// The rows as a Parquet file; the same rows give the same bytes.
///
/// # Errors
///
/// Where a row has too few values, or a value is not of its column's kind.
pub fn to_parquet(columns: &[Column], rows: &[Vec<Value>]) -> Result<Vec<u8>, EngineError> {
    let failed = |error: &dyn std::fmt::Display| {
        EngineError::Failed(format!("the rows cannot be written: {error}"))
    };
    let batch = values::batch(columns, rows).map_err(|message| failed(&message))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_created_by("whyproof".into())
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties))
        .map_err(|error| failed(&error))?;
    writer.write(&batch).map_err(|error| failed(&error))?;
    writer.into_inner().map_err(|error| failed(&error))
}
