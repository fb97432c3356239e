//! The zip archive, read with limits: parts by their exact names, none larger than written text can be.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{ImportError, decode};

/// Most that one part may unpack to, and all of them together, in bytes.
const PART: usize = 64 << 20;
const ALL: usize = 160 << 20;
/// Most entries of an archive.
const ENTRIES: usize = 20_000;

pub(crate) struct Archive<'b> {
    name: String,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: usize,
}

impl<'b> Archive<'b> {
    pub(crate) fn open(name: &str, bytes: &'b [u8]) -> Result<Self, ImportError> {
        let damaged = |problem: String| ImportError::Archive {
            name: name.to_owned(),
            place: "its table of contents".to_owned(),
            problem,
        };
        let zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
        if zip.len() > ENTRIES {
            return Err(damaged(format!("it has {} entries", zip.len())));
        }
        Ok(Self {
            name: name.to_owned(),
            zip,
            left: ALL,
        })
    }

    /// The file's name, for errors.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The names of all parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect()
    }

    /// A part's text; none where there is no such part.
    pub(crate) fn part(&mut self, part: &str) -> Result<Option<String>, ImportError> {
        let damaged = |problem: String| ImportError::Archive {
            name: self.name.clone(),
            place: format!("`{part}`"),
            problem,
        };
        let limit = PART.min(self.left);
        let mut bytes = Vec::new();
        match self.zip.by_name(part) {
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error.to_string())),
            Ok(file) => {
                let mut file = file.take(limit as u64 + 1);
                file.read_to_end(&mut bytes)
                    .map_err(|error| damaged(error.to_string()))?;
            }
        }
        if bytes.len() > limit {
            return Err(ImportError::PartTooLarge {
                name: self.name.clone(),
                part: part.to_owned(),
                limit,
            });
        }
        self.left -= bytes.len();
        let text = match decode::utf16(&bytes) {
            Some(text) => text,
            None => String::from_utf8(bytes).ok(),
        };
        match text {
            Some(text) => Ok(Some(text)),
            None => Err(damaged("it is not UTF-8 text".to_owned())),
        }
    }
}
