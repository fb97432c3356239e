//! Files that say their own columns: Parquet and Arrow; and several such files as one table.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::listing::ListingTableUrl;
use datafusion::execution::SessionState;
use object_store::path::Path;

use super::open::BASE;
use super::paths::Found;
use super::store::Shelf;

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
    let mut schemas = Vec::with_capacity(files.len());
    for (file, key) in files.iter().zip(keys) {
        let failed = |error: String| format!("`{}` cannot be read: {error}", file.path);
        let meta = shelf.meta(key).map_err(|error| failed(error.to_string()))?;
        let schema = kind.infer_schema(state, &store, &[meta]).await;
        schemas.push(schema.map_err(|error| failed(plain(&error.strip_backtrace())))?);
    }
    merged(files, &schemas)
}

/// One schema for all the files, with the columns of each.
pub(super) fn merged(files: &[Found], schemas: &[SchemaRef]) -> Result<SchemaRef, String> {
    let mut whole: Vec<(Field, &str)> = Vec::new();
    for (file, schema) in files.iter().zip(schemas) {
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
    let fields: Vec<Field> = whole.into_iter().map(|(field, _)| field).collect();
    Ok(Arc::new(Schema::new(fields)))
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
pub(crate) fn plain(error: &str) -> String {
    [
        "Arrow error: ",
        "Execution error: ",
        "Parquet error: ",
        "Json error: ",
        "External error: ",
        "Object Store error: ",
    ]
    .into_iter()
    .fold(error.to_owned(), |error, name| error.replace(name, ""))
}
