//! What Typst sees: one source, the files given with it, our fonts, a day.

use std::collections::BTreeMap;
use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::TypesetError;
use crate::fonts::FONTS;
use crate::typeset::{Day, Document};

/// The name of the source. No file given may have it.
const MAIN: &str = "main.typ";

pub(crate) struct Closed {
    library: LazyHash<Library>,
    source: Source,
    files: BTreeMap<String, Bytes>,
    pub(crate) day: Option<Day>,
}

impl Closed {
    pub(crate) fn new(document: &Document) -> Result<Closed, TypesetError> {
        let files = document.files.iter().map(|(name, bytes)| {
            let id = file(name)?;
            let name = id.get().vpath().get_without_slash().to_owned();
            Ok((name, Bytes::new(bytes.clone())))
        });
        Ok(Closed {
            library: LazyHash::new(Library::default()),
            source: Source::new(file(MAIN)?, document.source.clone()),
            files: files.collect::<Result<_, TypesetError>>()?,
            day: document.day,
        })
    }

    /// Line of the source where something stands, from 1.
    pub(crate) fn line(&self, start: usize) -> Option<usize> {
        self.source.lines().byte_to_line(start).map(|line| line + 1)
    }
}

fn file(name: &str) -> Result<FileId, TypesetError> {
    let path = VirtualPath::new(name).map_err(|_| TypesetError::FileName(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() {
            Ok(self.source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if path.root() != &VirtualRoot::Project {
            return Err(FileError::AccessDenied);
        }
        let name = path.vpath().get_without_slash();
        let bytes = self.files.get(name).cloned();
        bytes.ok_or_else(|| FileError::NotFound(PathBuf::from(name)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.day.and_then(Day::datetime)
    }
}
