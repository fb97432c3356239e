//! A path as a table: its files found, looked into, and put where the query engine may read them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::Statistics;
use datafusion::common::stats::Precision;
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::arrow::ArrowFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::execution::SessionState;

use crate::Reading;

use super::delimited::delimited;
use super::fault::TextTable;
use super::footer;
use super::format::{Format, Layout};
use super::json::json;
use super::own::{own_schema, plain};
use super::paths::{self, Found};
use super::store::{Shelf, Stored};
use super::text;

/// The URL under which the query engine knows the files of a job.
pub(crate) const BASE: &str = "case://root";

/// Files as a table.
#[derive(Debug, Clone)]
pub(crate) struct OpenFiles {
    /// The table.
    pub(crate) table: Arc<ListingTable>,
    /// Its files' paths from the root.
    pub(crate) paths: Vec<String>,
    /// The same, as the query engine names them.
    pub(crate) keys: Vec<object_store::path::Path>,
    /// How its text is read, where it is delimited text.
    pub(crate) text: Option<TextTable>,
}

impl OpenFiles {
    /// How many rows the files have, where they say so themselves.
    pub(crate) async fn counted(&self, state: &SessionState) -> Option<u64> {
        if self.text.is_some() {
            return None;
        }
        let listed = self
            .table
            .list_files_for_scan(state, &[], None)
            .await
            .ok()?;
        let Statistics { num_rows, .. } = listed.statistics;
        match num_rows {
            Precision::Exact(rows) => Some(rows as u64),
            _ => None,
        }
    }
}

/// Opens what `path` means.
pub(crate) async fn open(
    state: &SessionState,
    shelf: &Shelf,
    root: &Path,
    path: &str,
    reading: &Reading,
) -> Result<OpenFiles, String> {
    let given = reading.delimiter.map(delimiter).transpose()?;
    let (files, format) = paths::find(root, path, given.is_some())?;
    let mut urls = Vec::with_capacity(files.len());
    for file in &files {
        urls.push(put(shelf, file, format)?);
    }
    let keys: Vec<_> = urls.iter().map(|url| url.prefix().clone()).collect();
    let mut text = None;
    let (kind, schema): (Arc<dyn FileFormat>, SchemaRef) = match format.layout {
        Layout::Text(usual) => {
            let (table, format, schema) = delimited(&files, format, usual, given, reading)?;
            text = Some(table);
            (format, schema)
        }
        Layout::Json | Layout::Lines => json(&files, format, reading)?,
        Layout::Parquet => {
            for (file, key) in files.iter().zip(&keys) {
                let ends = match shelf.meta(key) {
                    Ok(meta) => footer::check(shelf, &meta).await,
                    Err(error) => Err(error.into()),
                };
                ends.map_err(|error| {
                    let why = plain(&error.strip_backtrace());
                    format!("`{}` cannot be read: {why}", file.path)
                })?;
            }
            let kind: Arc<dyn FileFormat> = Arc::new(ParquetFormat::default());
            let schema = own_schema(state, shelf, &kind, &files, &keys).await?;
            (kind, schema)
        }
        Layout::Arrow => {
            let kind: Arc<dyn FileFormat> = Arc::new(ArrowFormat);
            let schema = own_schema(state, shelf, &kind, &files, &keys).await?;
            (kind, schema)
        }
    };
    if !format.is_text() && !reading.types.is_empty() {
        return Err(format!(
            "`{path}` is {format}, which says its own types: leave `types` out, and cast in the SQL"
        ));
    }
    let options = ListingOptions::new(kind).with_file_extension("");
    let config = ListingTableConfig::new_with_multi_paths(urls)
        .with_listing_options(options)
        .with_schema(schema);
    let cache = state.runtime_env().cache_manager.get_file_statistic_cache();
    let table = ListingTable::try_new(config).map_err(|error| error.strip_backtrace())?;
    Ok(OpenFiles {
        table: Arc::new(table.with_cache(cache)),
        paths: files.into_iter().map(|file| file.path).collect(),
        keys,
        text,
    })
}

fn delimiter(given: char) -> Result<u8, String> {
    u8::try_from(given)
        .ok()
        .filter(u8::is_ascii)
        .ok_or_else(|| format!("the delimiter `{given}` is not an ASCII character"))
}

/// Puts a file where it may be read, and gives its URL.
fn put(shelf: &Shelf, file: &Found, format: Format) -> Result<ListingTableUrl, String> {
    let failed = |error: std::io::Error| format!("`{}` cannot be read: {error}", file.path);
    let metadata = fs::metadata(&file.place).map_err(failed)?;
    let plain = format.is_text() && !format.compression.is_compressed();
    let mut head = Vec::new();
    if plain {
        text::read(file, format, 3, &mut head).map_err(failed)?;
    }
    let skip = if head == b"\xef\xbb\xbf" { 3 } else { 0 };
    let mut url = format!("{BASE}/");
    for byte in file.path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_') {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    let url = ListingTableUrl::parse(url)
        .map_err(|error| format!("`{}`: {}", file.path, error.strip_backtrace()))?;
    let stored = Stored {
        place: file.place.clone(),
        skip,
        size: metadata.len() - skip,
        modified: metadata.modified().map_err(failed)?,
    };
    shelf.put(url.prefix().clone(), stored);
    Ok(url)
}
