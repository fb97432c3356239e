//! Where in a text file the value is that could not be read.

use crate::Kind;

use super::format::Format;
use super::paths::Found;
use super::sniff::fits;
use super::text;

/// A table of delimited text as it is read.
#[derive(Debug, Clone)]
pub(crate) struct TextTable {
    pub(crate) files: Vec<Found>,
    pub(crate) format: Format,
    pub(crate) delimiter: u8,
    pub(crate) columns: Vec<(String, Kind)>,
}

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault(pub(crate) String);

impl TextTable {
    /// The first value that cannot be read, found by reading all again.
    ///
    /// The reader that failed knows neither the file nor, where a file is read in parts, the line.
    pub(crate) fn fault(&self) -> Option<Fault> {
        self.files.iter().find_map(|file| self.fault_in(file))
    }

    fn fault_in(&self, file: &Found) -> Option<Fault> {
        let path = &file.path;
        let mut records = text::records(file, self.format, self.delimiter).ok()?;
        let mut record = csv::ByteRecord::new();
        let mut first = true;
        loop {
            match records.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Fault(format!("`{path}` cannot be read: {error}"))),
            }
            let line = record.position().map_or(1, csv::Position::line);
            if record.len() != self.columns.len() {
                return Some(Fault(text::ragged(
                    path,
                    line,
                    record.len(),
                    self.columns.len(),
                )));
            }
            for (value, (name, kind)) in record.iter().zip(&self.columns) {
                let Ok(value) = std::str::from_utf8(value) else {
                    return Some(Fault(text::not_utf8(path, line)));
                };
                if !first && !value.is_empty() && !fits(value, *kind) {
                    return Some(misfit(path, line, name, *kind, value));
                }
            }
            first = false;
        }
    }
}

fn misfit(path: &str, line: u64, column: &str, kind: Kind, value: &str) -> Fault {
    let short: String = value.chars().take(40).collect();
    let more = if short.len() < value.len() { "…" } else { "" };
    let kind = kind.word();
    Fault(format!(
        "line {line} of `{path}` has `{short}{more}` in the column `{column}`, which is read as {kind}: correct it, or \
         read the column as words with types = {{ {} = \"text\" }}",
        key(column)
    ))
}

/// A column's name as a key in TOML.
fn key(name: &str) -> String {
    let bare = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare {
        name.to_owned()
    } else {
        format!("{name:?}")
    }
}
