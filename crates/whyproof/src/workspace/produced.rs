//! Files that commands produce: which kind a name asks for, and what may be written over.
//!
//! One rule holds for all of them. What stands at a name is replaced only where it is of the kind that is written, as its
//! bytes show, and is none of the files that were read: a page that Whyproof made, a packet, a PDF, a Word file, a
//! document of Whyproof's, a résumé without the keys that only an experience has. Text, which shows no kind, is never
//! written over.

use whyproof_case::{Host, HostError};
use whyproof_experience::resume::{OWN, Resume};
use whyproof_host::System;
use whyproof_render::{packet, resume};

use crate::error::{Error, ErrorKind};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Produced {
    /// A page.
    Html,
    /// A page that somebody answers.
    Packet,
    /// A paper.
    Pdf,
    /// A Word file.
    Docx,
    /// One JSON document.
    Json,
    /// A résumé in JSON or YAML.
    Resume,
    /// A résumé in Markdown.
    Markdown,
    /// For people, without colours.
    Text,
}

/// Largest file that is looked at before it is written over, in bytes.
const LOOKED_AT: u64 = 256 << 20;
/// Where a page says who made it, in bytes from its beginning.
const HEAD: usize = 4096;
/// What a page of ours says of itself.
const GENERATOR: &[u8] = b"<meta name=\"generator\" content=\"Whyproof\">";

impl Produced {
    fn ending(self) -> &'static str {
        match self {
            Produced::Html | Produced::Packet => "html",
            Produced::Pdf => "pdf",
            Produced::Docx => "docx",
            Produced::Json | Produced::Resume => "json",
            Produced::Markdown => "md",
            Produced::Text => "txt",
        }
    }

    /// What it is, as a person would say it.
    fn words(self) -> &'static str {
        match self {
            Produced::Html => "page of Whyproof's",
            Produced::Packet => "packet",
            Produced::Pdf => "PDF",
            Produced::Docx => "Word file",
            Produced::Json => "document of Whyproof's",
            Produced::Resume | Produced::Markdown => "résumé",
            Produced::Text => "text of Whyproof's",
        }
    }

    /// What a file's name asks for, of what there is.
    ///
    /// # Errors
    /// Where its ending asks for nothing of that.
    pub(crate) fn named(path: &str, there_is: &[Produced]) -> Result<Produced, Error> {
        let ending = path
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let ending = ending
            .as_deref()
            .map(|it| if it == "htm" { "html" } else { it });
        let found = there_is.iter().find(|one| ending == Some(one.ending()));
        found.copied().ok_or_else(|| {
            let endings: Vec<String> = there_is
                .iter()
                .map(|one| format!(".{}", one.ending()))
                .collect();
            let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
            let message = format!("`{path}` does not say what it should be");
            let list = whyproof_case::list(&endings).replace(" and ", " or ");
            Error::new(ErrorKind::Usage, message).hint(format!("Give a name that ends in {list}."))
        })
    }

    /// Whether bytes are of that kind.
    fn is(self, bytes: &[u8]) -> bool {
        let has = |mark: &[u8], of: &[u8]| of.windows(mark.len()).any(|part| part == mark);
        match self {
            Produced::Html => has(GENERATOR, &bytes[..bytes.len().min(HEAD)]),
            Produced::Packet => has(packet::MARK.as_bytes(), bytes),
            Produced::Pdf => bytes.starts_with(b"%PDF-"),
            Produced::Docx => bytes.starts_with(b"PK"),
            Produced::Json => bytes.starts_with(b"{\"schema\":\"whyproof/"),
            Produced::Resume => is_resume(bytes),
            Produced::Markdown => std::str::from_utf8(bytes).is_ok_and(resume::is_markdown),
            Produced::Text => false,
        }
    }
}

/// Whether a file is a résumé, and no experience: that one has keys of Whyproof's own.
fn is_resume(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Ok(resume) = Resume::from_yaml(&text) else {
        return false;
    };
    let is_told = resume.basics.is_some() || resume.work.is_some();
    is_told && resume.meta.is_none_or(|meta| !meta.contains_key(OWN))
}

/// Refuses a place where something stands that must not be written over; `read` are the files that were read.
///
/// # Errors
/// Where it is of another kind, or one of those, or cannot be looked at.
pub(crate) fn is_free(path: &str, kind: Produced, read: &[&str]) -> Result<(), Error> {
    let old = match System.read(path, LOOKED_AT) {
        Ok(old) => old,
        Err(HostError::NotFound { .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    // By whatever name: a path may lead there by a link.
    let is_old = |file: &&str| System.read(file, LOOKED_AT).is_ok_and(|bytes| bytes == old);
    let error = if read.iter().any(is_old) {
        let message = format!("`{path}` is what was read, and is left as it is");
        Error::new(ErrorKind::Environment, message)
    } else if kind.is(&old) {
        return Ok(());
    } else {
        let words = kind.words();
        let message = format!("`{path}` is there already, and is no {words}");
        Error::new(ErrorKind::Environment, message)
    };
    Err(error.hint("Give another name after -o."))
}

/// Writes a file, where [`is_free`] allows it.
///
/// # Errors
/// As [`is_free`], and where the system refuses.
pub(crate) fn write(path: &str, bytes: &[u8], kind: Produced, read: &[&str]) -> Result<(), Error> {
    is_free(path, kind, read)?;
    Ok(System.write(path, bytes)?)
}

/// What a build without papers says.
#[cfg(not(feature = "pdf"))]
pub(crate) fn no_paper() -> Error {
    Error::new(
        ErrorKind::Usage,
        "this build was made without the feature `pdf`",
    )
    .hint("Build it with the feature `pdf`, which is on by default.")
}
