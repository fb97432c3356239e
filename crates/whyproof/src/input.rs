//! Reading a file that somebody named.

use whyproof_case::{Case, Host, HostError, Scope, resolve};
use whyproof_host::System;
use whyproof_syntax::{LineIndex, parse};

use crate::error::{Error, ErrorKind};
use crate::figures;
use crate::names;
use crate::text::typed;

/// Longest file that is read, in bytes: a case is a few pages, and offsets must fit.
pub(crate) const LIMIT: u64 = 64 << 20;

/// How the names of files end that hold data.
const DATA: &[&str] = &[
    "avro", "csv", "db", "duckdb", "feather", "json", "jsonl", "ndjson", "ods", "parquet",
    "sqlite", "tsv", "xls", "xlsx",
];

/// The name of standard input on the command line.
pub(crate) const STANDARD_INPUT: &str = "-";

/// A text and where it came from.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// The path as given, or `-`.
    pub(crate) path: String,
    /// The text.
    pub(crate) text: String,
}

impl Source {
    /// Reads the file at `path`, or standard input for `-`.
    ///
    /// # Errors
    /// Where it is not there, a folder, too large or no UTF-8; each says what to do.
    pub(crate) fn read(host: &System, path: &str) -> Result<Source, Error> {
        let bytes = bytes(host, path)?;
        let text = decode(path, bytes)?;
        let path = path.to_owned();
        Ok(Source { path, text })
    }

    /// Where the text stands; what comes from standard input, in the current folder.
    pub(crate) fn scope(&self, host: &dyn Host) -> Scope {
        if self.path == STANDARD_INPUT {
            Scope::of_folder(host, ".")
        } else {
            Scope::of(host, &self.path)
        }
    }

    /// The case that the text is, its figures computed. What comes from standard input is read as if it stood in the current folder.
    pub(crate) fn case(&self, host: &dyn Host) -> Case {
        self.case_telling(host, &|_, _| {})
    }

    /// The same; `on_done` hears how many of how many queries are done.
    pub(crate) fn case_telling(
        &self,
        host: &dyn Host,
        on_done: &(dyn Fn(usize, usize) + Sync),
    ) -> Case {
        let scope = self.scope(host);
        let parse = parse(&self.text);
        let computed = figures::computed(&self.text, &parse, host, &scope, on_done);
        resolve(parse, host, scope, &computed)
    }
}

/// The bytes of the file at `path`, or of standard input for `-`; data is refused.
pub(crate) fn bytes(host: &System, path: &str) -> Result<Vec<u8>, Error> {
    let bytes = any_bytes(host, path)?;
    no_data(path)?;
    Ok(bytes)
}

/// Refuses a file whose name ends as that of data does.
pub(crate) fn no_data(path: &str) -> Result<(), Error> {
    match path.rsplit_once('.') {
        Some((_, ending)) if DATA.contains(&ending.to_ascii_lowercase().as_str()) => {
            Err(data(path))
        }
        _ => Ok(()),
    }
}

/// The bytes of any file at `path`, or of standard input for `-`.
pub(crate) fn any_bytes(host: &System, path: &str) -> Result<Vec<u8>, Error> {
    let read = if path == STANDARD_INPUT {
        host.standard_input(LIMIT)
    } else {
        host.read(path, LIMIT)
    };
    read.map_err(|error| match error {
        HostError::NotFound { path } => missing(host, &path),
        HostError::IsFolder { path } => {
            Error::new(ErrorKind::Environment, format!("`{path}` is a folder")).hint(format!(
                "`whyproof check {}` checks every case in it.",
                typed(&path)
            ))
        }
        other => other.into(),
    })
}

/// Data is what a case rests on, never a case.
fn data(path: &str) -> Error {
    let message = format!("`{path}` is data, not a case");
    let name = path.rsplit('/').next().unwrap_or(path);
    Error::new(ErrorKind::Usage, message).hint(format!(
        "A case cites it: `[^count]: measurement: what it counts. {name}`; `whyproof new idea NAME` begins a case."
    ))
}

/// There is no such file; which one may have been meant.
fn missing(host: &dyn Host, path: &str) -> Error {
    let error = Error::new(ErrorKind::Environment, format!("there is no file `{path}`"));
    let near = names::near_files(host, path);
    if near.is_empty() {
        match path.rsplit_once('/') {
            Some((folder, _)) if host.stat(folder).is_err() => {
                error.hint(format!("There is no folder `{folder}` either."))
            }
            _ => error,
        }
    } else {
        error.hint(format!("Did you mean {}?", names::any_of(&near)))
    }
}

/// `bytes` as text. Files from elsewhere may be in another encoding: where it goes wrong is told.
pub(crate) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = std::str::from_utf8(&bytes[..at]).unwrap_or("");
        let place = LineIndex::new(before).line_column(before, at as u32);
        let name = if path == STANDARD_INPUT {
            "standard input"
        } else {
            path
        };
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message = format!(
            "{name}:{}:{}: this is not UTF-8 text (byte 0x{byte:02X})",
            place.line, place.column
        );
        Error::new(ErrorKind::Environment, message).hint(encoding(path, bytes))
    })
}

/// What a file that is no UTF-8 may be, and what to do.
fn encoding(path: &str, bytes: &[u8]) -> String {
    let file = typed(path);
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => format!(
            "It begins like UTF-16: save it as UTF-8, or `iconv -f UTF-16 -t UTF-8 {file}`."
        ),
        [b'P', b'K', 3, 4, ..] => {
            format!("It is a zip file; of a DOCX document `whyproof import {file}` makes a case.")
        }
        _ if bytes.contains(&0) => "It is no text; a case is a Markdown file.".to_owned(),
        _ => format!(
            "Save it as UTF-8; if it comes from Windows, `iconv -f WINDOWS-1252 -t UTF-8 {file}`."
        ),
    }
}
