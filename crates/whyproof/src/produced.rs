//! Files that commands produce: which kind a name asks for, and what may be written over.

use whyproof_case::{Host, HostError};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::input;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Produced {
    /// A page.
    Html,
    /// A paper.
    Pdf,
    /// One JSON document.
    Json,
    /// For people, without colours.
    Text,
}

impl Produced {
    fn ending(self) -> &'static str {
        match self {
            Produced::Html => "html",
            Produced::Pdf => "pdf",
            Produced::Json => "json",
            Produced::Text => "txt",
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

    /// Whether bytes are of that kind, so that they may be written over.
    fn is(self, bytes: &[u8]) -> bool {
        match self {
            Produced::Html => {
                let head = &bytes[..bytes.len().min(64)];
                head.to_ascii_lowercase().starts_with(b"<!doctype html")
            }
            Produced::Pdf => bytes.starts_with(b"%PDF-"),
            Produced::Json => bytes.starts_with(b"{\"schema\":\"whyproof/"),
            Produced::Text => false,
        }
    }
}

/// Writes a file; what stands there is replaced only where it is of the same kind.
///
/// # Errors
/// Where something else stands there, or the system refuses.
pub(crate) fn write(path: &str, bytes: &[u8], kind: Produced) -> Result<(), Error> {
    match System.read(path, input::LIMIT) {
        Ok(old) if !kind.is(&old) => {
            let message = format!("`{path}` is there already, and is something else");
            Err(Error::new(ErrorKind::Environment, message).hint("Give another name after -o."))
        }
        Ok(_) | Err(HostError::NotFound { .. }) => Ok(System.write(path, bytes)?),
        Err(error) => Err(error.into()),
    }
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
