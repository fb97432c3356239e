//! Delimited text as a table: its columns, and how it is read.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::sync::Arc;

use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;

use crate::values::data_type;
use crate::{Kind, Reading, hint};

use super::fault::TextTable;
use super::format::Format;
use super::paths::Found;
use super::text;

/// How the files are read, and their columns.
pub(super) type Delimited = (TextTable, Arc<dyn FileFormat>, SchemaRef);

/// How the files are read, and their columns.
pub(super) fn delimited(
    files: &[Found],
    format: Format,
    usual: u8,
    given: Option<u8>,
    reading: &Reading,
) -> Result<Delimited, String> {
    let layout = text::layout(files, format, usual, given)?;
    let names = || layout.columns.iter().map(|(name, _)| name.as_str());
    check_types(&reading.types, names)?;
    let columns: Vec<(String, Kind)> = layout
        .columns
        .iter()
        .map(|(name, kind)| {
            let kind = reading
                .types
                .get(name)
                .copied()
                .or(*kind)
                .unwrap_or(Kind::Text);
            (name.clone(), kind)
        })
        .collect();
    let fields: Vec<Field> = columns
        .iter()
        .map(|(name, kind)| Field::new(name, data_type(*kind), true))
        .collect();
    let kind = CsvFormat::default()
        .with_has_header(true)
        .with_delimiter(layout.delimiter)
        .with_newlines_in_values(may_quote(files, format))
        .with_file_compression_type(format.compression);
    let table = TextTable {
        files: files.to_vec(),
        format,
        delimiter: layout.delimiter,
        columns,
    };
    Ok((table, Arc::new(kind), Arc::new(Schema::new(fields))))
}

/// Whether a value may hold a line break, so that a file cannot be read in parts: whether there is a quote at all.
fn may_quote(files: &[Found], format: Format) -> bool {
    const SMALL: u64 = 1 << 20;
    let small = files
        .iter()
        .all(|file| fs::metadata(&file.place).is_ok_and(|data| data.len() < SMALL));
    small
        || format.compression.is_compressed()
        || files.iter().any(|file| has_quote(file).unwrap_or(true))
}

fn has_quote(file: &Found) -> std::io::Result<bool> {
    let mut reader = fs::File::open(&file.place)?;
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = reader.read(&mut piece)?;
        if read == 0 {
            return Ok(false);
        }
        if memchr::memchr(b'"', &piece[..read]).is_some() {
            return Ok(true);
        }
    }
}

/// Refuses kinds of columns that are not there, or that text is not read as.
pub(super) fn check_types<'a, I: Iterator<Item = &'a str>>(
    types: &BTreeMap<String, Kind>,
    names: impl Fn() -> I,
) -> Result<(), String> {
    for (name, kind) in types {
        if *kind == Kind::Span {
            return Err(format!(
                "`{name}` cannot be read as span: read it as float, and make a length of time of it in the SQL"
            ));
        }
        if !names().any(|there| there == name) {
            let near = hint::among(name, names()).map(|near| format!(" (did you mean `{near}`?)"));
            return Err(format!(
                "`types` names the column `{name}`, which is not there{}; there are {}",
                near.unwrap_or_default(),
                hint::list(names())
            ));
        }
    }
    Ok(())
}
