//! Other people's files in, a first draft of a case out: Argdown, DOCX, Markdown and plain text; of a résumé in any of
//! many formats, an experience ([`resume()`](resume())); of other files, their plain text ([`text_of`]). Of a DOCX file that was
//! commented on, [`comments()`](comments()) gives what was said and what it is put to.
//!
//! Every word of the file is in the draft, or in its [`notes`](Draft::notes) where it has no place in
//! a case; no claim is made up. What the case still lacks is a list of at most ten
//! [`Gap`]s. Files may be hostile: sizes are limited, nothing recurses on their depth, and what is
//! wrong is an [`ImportError`] that says where and what to do.
//!
//! [`reply`] reads what somebody answered to a review packet.

mod argdown;
mod comments;
mod decode;
mod docx;
mod draft;
mod error;
mod escape;
mod format;
mod front;
mod gaps;
mod mail;
mod plain;
pub mod reply;
mod resume;
mod rst;
mod sections;
mod synonyms;
mod text;
mod told;

pub use comments::{Comment, Commented, MAX_COMMENTS, Reply, comments};
pub use draft::{Draft, Format, Gap, Kept, Note, Topic};
pub use error::ImportError;
pub use resume::{ImportedResume, StoryDraft, is_resume, lost, resume, story_drafts};
pub use rst::rst_to_markdown;
pub use text::{FileFormat, MAX_TEXT, Read, job_text_of, text_of};

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
    let mut head = mail::Head::default();
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
            head = mail::head(&text);
            (sections::arrange(&text, &mut notes), notes)
        }
        Format::PlainText => {
            let mut notes = Vec::new();
            let text = decode::text(name, bytes)?;
            head = mail::head(&text);
            let markdown = plain::to_markdown(&text);
            (sections::arrange(&markdown, &mut notes), notes)
        }
    };
    if !markdown.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty {
            name: name.to_owned(),
        });
    }
    let parse = whyproof_syntax::parse(&markdown);
    let is_story = format != Format::Argdown && told::is_story(&parse.document);
    let markdown = match head.subject {
        Some(subject) if parse.document.title.is_none() => {
            front::with_title(&markdown, &escape::escape(&subject, false))
        }
        _ => markdown,
    };
    let kind = if is_story { "story" } else { "idea" };
    let markdown = front::with_kind(&markdown, kind, head.from.as_deref());
    let (kept, missing) = gaps::survey(&markdown);
    Ok(Draft {
        markdown,
        format,
        kept,
        missing,
        notes,
    })
}

/// Whether a text tells what its author did, in the first person and the past tense, and proposes nothing: then
/// [`import`] drafts a story of it.
pub fn is_story(parse: &whyproof_syntax::Parse) -> bool {
    told::is_story(&parse.document)
}
