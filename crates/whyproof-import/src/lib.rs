//! Other people's files in, a first draft of a case out: Argdown, DOCX, Markdown and plain text.
//!
//! Every word of the file is in the draft, or in its [`notes`](Draft::notes) where it has no place in
//! a case; no claim is made up. What the case still lacks is a list of at most ten
//! [`Gap`]s. Files may be hostile: sizes are limited, nothing recurses on their depth, and what is
//! wrong is an [`ImportError`] that says where and what to do.

mod argdown;
mod decode;
mod docx;
mod draft;
mod error;
mod escape;
mod format;
mod front;
mod gaps;
mod plain;
mod sections;
mod synonyms;

pub use draft::{Draft, Format, Gap, Kept, Note, Topic};
pub use error::ImportError;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// Reads a file and drafts a case from it. `name` is the file's name or path: its ending helps to tell
/// the format, and errors say it.
pub fn import(name: &str, bytes: &[u8]) -> Result<Draft, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge {
            name: name.to_owned(),
            limit: MAX_BYTES,
        });
    }
    let format = format::detect(name, bytes)?;
    let (markdown, notes) = match format {
        Format::Docx => {
            let (markdown, mut notes) = docx::to_markdown(name, bytes)?;
            let markdown = sections::arrange(&markdown, &mut notes);
            (markdown, notes)
        }
        Format::Argdown => argdown::to_markdown(&decode::text(name, bytes)?),
        Format::Markdown => {
            let mut notes = Vec::new();
            let text = decode::text(name, bytes)?;
            (sections::arrange(&text, &mut notes), notes)
        }
        Format::PlainText => {
            let mut notes = Vec::new();
            let markdown = plain::to_markdown(&decode::text(name, bytes)?);
            (sections::arrange(&markdown, &mut notes), notes)
        }
    };
    if !markdown.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty {
            name: name.to_owned(),
        });
    }
    let markdown = front::with_kind(&markdown);
    let (kept, missing) = gaps::survey(&markdown);
    Ok(Draft {
        markdown,
        format,
        kept,
        missing,
        notes,
    })
}
