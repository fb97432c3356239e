//! JSON as a table: an array of objects, or one object after the other, however the lines are broken.

use std::fmt;
use std::io::BufReader;
use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::arrow::error::ArrowError;
use datafusion::arrow::json::reader::infer_json_schema_from_iterator;
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::json::JsonFormat;
use serde::Deserializer as _;
use serde::de::{SeqAccess, Visitor};
use serde_json::{Deserializer, Value};

use crate::Reading;
use crate::values::data_type;

use super::delimited::check_types;
use super::format::{Format, Layout};
use super::own::{merged, plain};
use super::paths::Found;
use super::text;

/// How the files are read, and their columns.
pub(super) fn json(
    files: &[Found],
    format: Format,
    reading: &Reading,
) -> Result<(Arc<dyn FileFormat>, SchemaRef), String> {
    let each = (text::SAMPLE / files.len().max(1)).max(20);
    let mut array = None;
    let mut schemas = Vec::with_capacity(files.len());
    for file in files {
        let own = format.layout == Layout::Json && begins_array(file, format)?;
        if array.is_some_and(|other| other != own) {
            return Err(
                "some of the files hold an array, others lines of JSON: write all in one way"
                    .to_owned(),
            );
        }
        array = Some(own);
        schemas.push(Arc::new(schema(file, format, own, each)?));
    }
    let found = merged(files, &schemas)?;
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
            let own = match field.data_type() {
                DataType::Null => DataType::Utf8,
                known => known.clone(),
            };
            Field::new(field.name(), given.unwrap_or(own), true)
        })
        .collect();
    let kind = JsonFormat::default()
        .with_newline_delimited(array != Some(true))
        .with_file_compression_type(format.compression);
    Ok((Arc::new(kind), Arc::new(Schema::new(fields))))
}

fn begins_array(file: &Found, format: Format) -> Result<bool, String> {
    let mut head = Vec::new();
    text::read(file, format, 4096, &mut head).map_err(|error| unreadable(file, &error))?;
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        Some(b'[') => Ok(true),
        Some(_) => Ok(false),
        None => Err(format!("`{}` is empty", file.path)),
    }
}

/// The columns of a file's first rows.
fn schema(file: &Found, format: Format, array: bool, rows: usize) -> Result<Schema, String> {
    let reader = text::reader(file, format).map_err(|error| unreadable(file, &error))?;
    let mut json = Deserializer::from_reader(BufReader::new(reader));
    let sample = if array {
        let mut sample = Vec::new();
        let ended = json.deserialize_seq(Sample {
            rows,
            into: &mut sample,
        });
        match ended {
            Err(error) if sample.len() < rows => return Err(unreadable(file, &error)),
            _ => sample,
        }
    } else {
        let values = json.into_iter::<Value>().take(rows);
        let values: Result<Vec<Value>, _> = values.collect();
        values.map_err(|error| unreadable(file, &error))?
    };
    let all = sample.len() < rows;
    let schema = infer_json_schema_from_iterator(sample.into_iter().map(Ok::<_, ArrowError>))
        .map_err(|error| unreadable(file, &plain(&error.to_string())))?;
    Ok(if all { schema } else { widened(&schema) })
}

/// The schema of a file that has more rows than were looked at: numbers further down may have fractions, which the
/// reader would cut off without a word.
fn widened(schema: &Schema) -> Schema {
    let fields = schema.fields().iter().map(|field| match field.data_type() {
        DataType::Int64 => Field::new(field.name(), DataType::Float64, true),
        _ => Field::clone(field),
    });
    Schema::new(fields.collect::<Vec<_>>())
}

fn unreadable(file: &Found, error: &dyn fmt::Display) -> String {
    format!("`{}` cannot be read: {error}", file.path)
}

/// Takes the first elements of an array, and then gives up on the rest.
struct Sample<'a> {
    rows: usize,
    into: &'a mut Vec<Value>,
}

impl<'de> Visitor<'de> for Sample<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<(), A::Error> {
        while let Some(value) = all.next_element()? {
            self.into.push(value);
            if self.into.len() >= self.rows {
                return Err(serde::de::Error::custom("enough"));
            }
        }
        Ok(())
    }
}
