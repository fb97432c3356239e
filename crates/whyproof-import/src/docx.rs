//! DOCX: a zip archive of XML parts, into Markdown that reads back as the same words.
//!
//! Insertions that somebody proposed are kept, deletions are left out and noted, as are comments,
//! headers, footers and pictures. Styles are followed by their own names and outline levels, so that
//! a heading is one in any language.

pub(crate) mod archive;
mod body;
mod comments;
mod held;
mod inline;
mod marks;
mod numbering;
mod parts;
mod styles;
mod text;
mod write;
pub(crate) mod xml;

use crate::ImportError;
use crate::comments::Commented;
use crate::draft::Note;

/// The document as Markdown, its headings at the levels they have, and what has no place in it.
pub(crate) fn to_markdown(name: &str, bytes: &[u8]) -> Result<(String, Vec<Note>), ImportError> {
    let mut archive = archive::Archive::open(name, bytes)?;
    let parts = parts::read(&mut archive)?;
    let mut notes = Vec::new();
    let markdown = write::document(parts, &mut notes);
    Ok((markdown, notes))
}

/// The document as lines of plain text.
pub(crate) fn to_text(name: &str, bytes: &[u8]) -> Result<String, ImportError> {
    let mut archive = archive::Archive::open(name, bytes)?;
    Ok(text::lines(&parts::read(&mut archive)?))
}

/// The comments of the document.
pub(crate) fn comments(name: &str, bytes: &[u8]) -> Result<Commented, ImportError> {
    comments::read(&mut archive::Archive::open(name, bytes)?)
}
