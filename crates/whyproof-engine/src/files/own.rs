//! Files that name their columns themselves: JSON in every row, Parquet and Arrow once.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::listing::ListingTableUrl;
use datafusion::execution::SessionState;
use object_store::path::Path;

use crate::Reading;
use crate::values::data_type;

use super::delimited::check_types;
use super::format::{Format, Layout};
use super::open::BASE;
use super::paths::Found;
use super::store::Shelf;
use super::text;

/// How files are read, and their columns.
pub(super) type Opened = (Arc<dyn FileFormat>, SchemaRef);

/// How files of JSON are read, and their columns.
pub(super) async fn json(
    state: &SessionState,
    shelf: &Shelf,
    files: &[Found],
    keys: &[Path],
    format: Format,
    reading: &Reading,
) -> Result<Opened, String> {
    let mut arrays = Vec::with_capacity(files.len());
    for file in files {
        arrays.push(format.layout == Layout::Json && begins_array(file, format)?);
    }
    let array = arrays.first() == Some(&true);
    if arrays.iter().any(|other| *other != array) {
        return Err(
            "some of the files hold an array, others lines of JSON: write all in one way"
                .to_owned(),
        );
    }
    let each = (text::SAMPLE / files.len().max(1)).max(20);
    let kind: Arc<dyn FileFormat> = Arc::new(
        JsonFormat::default()
            .with_newline_delimited(!array)
            .with_schema_infer_max_rec(each)
            .with_file_compression_type(format.compression),
    );
    let found = own_schema(state, shelf, &kind, files, keys).await?;
    if found.fields().is_empty() {
        return Err(format!("`{}` has no rows with named values", files[0].path));
    }
    check_types(&reading.types, || {
        found.fields().iter().map(|field| field.name().as_str())
    })?;
    let fields: Vec<Field> = found
        .fields()
        .iter()
        .map(|field| {
            let given = reading.types.get(field.name()).copied().map(data_type);
            let own = field.data_type().clone();
            let own = if own == DataType::Null {
                DataType::Utf8
            } else {
                own
            };
            Field::new(field.name(), given.unwrap_or(own), true)
        })
        .collect();
    Ok((kind, Arc::new(Schema::new(fields))))
}

fn begins_array(file: &Found, format: Format) -> Result<bool, String> {
    let mut head = Vec::new();
    text::read(file, format, 4096, &mut head)
        .map_err(|error| format!("`{}` cannot be read: {error}", file.path))?;
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        Some(b'[') => Ok(true),
        Some(_) => Ok(false),
        None => Err(format!("`{}` is empty", file.path)),
    }
}

/// The schema that the files themselves have.
pub(super) async fn own_schema(
    state: &SessionState,
    shelf: &Shelf,
    kind: &Arc<dyn FileFormat>,
    files: &[Found],
    keys: &[Path],
) -> Result<SchemaRef, String> {
    let url = ListingTableUrl::parse(BASE).map_err(|error| error.strip_backtrace())?;
    let store = state
        .runtime_env()
        .object_store(&url)
        .map_err(|error| error.strip_backtrace())?;
    let mut whole: Vec<(Field, &str)> = Vec::new();
    for (file, key) in files.iter().zip(keys) {
        let failed = |error: String| format!("`{}` cannot be read: {error}", file.path);
        let meta = shelf.meta(key).map_err(|error| failed(error.to_string()))?;
        let schema = kind.infer_schema(state, &store, &[meta]).await;
        let schema = schema.map_err(|error| failed(plain(&error.strip_backtrace())))?;
        for field in schema.fields() {
            let Some((one, path)) = whole.iter_mut().find(|(one, _)| one.name() == field.name())
            else {
                whole.push((Field::clone(field).with_nullable(true), &file.path));
                continue;
            };
            let both = common(one.data_type(), field.data_type()).ok_or_else(|| {
                format!(
                    "the column `{}` is {} in `{path}`, but {} in `{}`",
                    one.name(),
                    one.data_type(),
                    field.data_type(),
                    file.path
                )
            })?;
            *one = one.clone().with_data_type(both);
        }
    }
    Ok(Arc::new(Schema::new(
        whole
            .into_iter()
            .map(|(field, _)| field)
            .collect::<Vec<_>>(),
    )))
}

/// A type that holds the values of both.
fn common(one: &DataType, other: &DataType) -> Option<DataType> {
    match (one, other) {
        _ if one == other => Some(one.clone()),
        (DataType::Null, known) | (known, DataType::Null) => Some(known.clone()),
        (DataType::Int64, DataType::Float64) | (DataType::Float64, DataType::Int64) => {
            Some(DataType::Float64)
        }
        _ => None,
    }
}

/// A reader's complaint without its name before it.
fn plain(error: &str) -> String {
    [
        "Arrow error: ",
        "Parquet error: ",
        "Json error: ",
        "External error: ",
        "Object Store error: ",
    ]
    .into_iter()
    .fold(error.to_owned(), |error, name| error.replace(name, ""))
}
