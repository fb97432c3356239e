//! Rows for other programs.

use whyproof_case::Table;

use crate::error::{Error, ErrorKind};

/// Comma-separated values by RFC 4180, with a header; a missing value is empty.
pub(super) fn csv(table: &Table) -> Result<Vec<u8>, Error> {
    let failed = |error: csv::Error| Error::new(ErrorKind::Environment, error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let names = table.columns.iter().map(|column| column.name.as_str());
    writer.write_record(names).map_err(failed)?;
    for row in &table.rows {
        let cells = row.iter().map(ToString::to_string);
        writer.write_record(cells).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))
}

/// A Parquet file.
pub(super) fn parquet(table: &Table) -> Result<Vec<u8>, Error> {
    whyproof_host::parquet(table)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))
}
