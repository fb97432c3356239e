//! Delimited text: its columns and their kinds, found in its first rows.

use std::fs::File;
use std::io::{self, BufReader, Read};

use crate::Kind;

use super::format::Format;
use super::paths::Found;
use super::sniff::{both, kind_of};

/// Rows looked at over all files of a table.
pub(crate) const SAMPLE: usize = 10_000;

/// Bytes looked at of one file, decoded.
const SAMPLED: u64 = 64 << 20;

/// How a table of text is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    /// What stands between two values.
    pub(crate) delimiter: u8,
    /// The columns, as the first line names them; none where no value was seen.
    pub(crate) columns: Vec<(String, Option<Kind>)>,
}

/// The layout of all the files, which must be the same.
pub(crate) fn layout(
    files: &[Found],
    format: Format,
    usual: u8,
    given: Option<u8>,
) -> Result<Layout, String> {
    let each = (SAMPLE / files.len().max(1)).max(20);
    let mut whole: Option<Layout> = None;
    for file in files {
        let one = of_file(file, format, usual, given, each)?;
        let Some(whole) = &mut whole else {
            whole = Some(one);
            continue;
        };
        same_columns(&whole.columns, &one.columns, &files[0].path, &file.path)?;
        for ((_, kind), (_, other)) in whole.columns.iter_mut().zip(one.columns) {
            *kind = match (*kind, other) {
                (Some(one), Some(other)) => Some(both(one, other)),
                (one, other) => one.or(other),
            };
        }
    }
    whole.ok_or_else(|| "there are no files".to_owned())
}

fn of_file(
    file: &Found,
    format: Format,
    usual: u8,
    given: Option<u8>,
    rows: usize,
) -> Result<Layout, String> {
    let path = &file.path;
    let mut head = Vec::new();
    read(file, format, 1 << 16, &mut head).map_err(|error| unreadable(path, &error))?;
    if head.is_empty() {
        return Err(format!(
            "`{path}` is empty: not even a line with the names of its columns"
        ));
    }
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(format!("`{path}` is written in UTF-16: save it as UTF-8"));
    }
    let delimiter = given.unwrap_or_else(|| guess(&head, usual));
    let start = reader(file, format).map_err(|error| unreadable(path, &error))?;
    let mut records = csv(start.take(SAMPLED), delimiter);
    let mut columns: Vec<(String, Option<Kind>)> = Vec::new();
    let mut record = csv::ByteRecord::new();
    for row in 0..=rows {
        match records.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(format!("`{path}` cannot be read: {error}")),
        }
        let line = record.position().map_or(1, csv::Position::line);
        if records.position().byte() >= SAMPLED {
            // What was cut off is no row.
            if row == 0 {
                return Err(format!(
                    "line 1 of `{path}` is longer than {} MB",
                    SAMPLED >> 20
                ));
            }
            break;
        }
        let record = csv::StringRecord::from_byte_record(record.clone())
            .map_err(|_| not_utf8(path, line))?;
        if row == 0 {
            columns = names(&record)
                .into_iter()
                .map(|name| (name, None))
                .collect();
            continue;
        }
        if record.len() != columns.len() {
            return Err(ragged(path, line, record.len(), columns.len()));
        }
        for ((_, kind), value) in columns.iter_mut().zip(&record) {
            *kind = match (*kind, kind_of(value)) {
                (Some(one), Some(other)) => Some(both(one, other)),
                (one, other) => one.or(other),
            };
        }
    }
    Ok(Layout { delimiter, columns })
}

/// The records of a file, the line of names first, however long each is.
pub(crate) fn records(
    file: &Found,
    format: Format,
    delimiter: u8,
) -> io::Result<csv::Reader<Box<dyn Read + Send>>> {
    Ok(csv(reader(file, format)?, delimiter))
}

fn csv<R: Read>(reader: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(reader)
}

/// A file's text, without a byte order mark.
pub(crate) fn reader(file: &Found, format: Format) -> io::Result<Box<dyn Read + Send>> {
    let mut reader = decoded(file, format)?;
    let mut mark = [0; 3];
    let read = read_full(&mut reader, &mut mark)?;
    let start = if mark == *b"\xef\xbb\xbf" {
        &[][..]
    } else {
        &mark[..read]
    };
    Ok(Box::new(io::Cursor::new(start.to_vec()).chain(reader)))
}

/// Reads at most so many decoded bytes.
pub(crate) fn read(file: &Found, format: Format, most: u64, into: &mut Vec<u8>) -> io::Result<()> {
    decoded(file, format)?
        .take(most)
        .read_to_end(into)
        .map(|_| ())
}

fn decoded(file: &Found, format: Format) -> io::Result<Box<dyn Read + Send>> {
    let bytes = BufReader::with_capacity(1 << 17, File::open(&file.place)?);
    format
        .compression
        .convert_read(bytes)
        .map_err(io::Error::other)
}

fn read_full(reader: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < into.len() {
        match reader.read(&mut into[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// The usual delimiter, unless the first line has none of it but semicolons or tabs, as spreadsheets write.
fn guess(head: &[u8], usual: u8) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    [usual, b';', b'\t']
        .into_iter()
        .find(|delimiter| line.contains(delimiter))
        .unwrap_or(usual)
}

/// The names of the columns: a missing one is called by its place, a second of one name gets a number.
fn names(record: &csv::StringRecord) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, name) in record.iter().enumerate() {
        let name = name.trim();
        let name = if name.is_empty() {
            format!("column_{}", at + 1)
        } else {
            name.to_owned()
        };
        let mut unique = name.clone();
        let mut number = 2;
        while names.contains(&unique) {
            unique = format!("{name}_{number}");
            number += 1;
        }
        names.push(unique);
    }
    names
}

fn same_columns(
    one: &[(String, Option<Kind>)],
    other: &[(String, Option<Kind>)],
    first: &str,
    second: &str,
) -> Result<(), String> {
    let same = one
        .iter()
        .map(|(name, _)| name)
        .eq(other.iter().map(|(name, _)| name));
    if same {
        return Ok(());
    }
    let list = |columns: &[(String, Option<Kind>)]| {
        crate::hint::list(columns.iter().map(|(name, _)| name.as_str()))
    };
    Err(format!(
        "the files of a folder must have the same columns in the same order: `{first}` has {}, `{second}` has {}",
        list(one),
        list(other)
    ))
}

/// What is said of a line with too few or too many values.
pub(crate) fn ragged(path: &str, line: u64, values: usize, columns: usize) -> String {
    let values = if values == 1 {
        "1 value".to_owned()
    } else {
        format!("{values} values")
    };
    format!("line {line} of `{path}` has {values}, but its first line names {columns} columns")
}

/// What is said of a line that is not UTF-8.
pub(crate) fn not_utf8(path: &str, line: u64) -> String {
    format!("line {line} of `{path}` is not UTF-8: save the file as UTF-8")
}

fn unreadable(path: &str, error: &io::Error) -> String {
    format!("`{path}` cannot be read: {error}")
}
