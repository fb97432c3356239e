//! What is written, and where.

use whyproof_experience::resume::ResumeError;
use whyproof_experience::view::Tailored;
use whyproof_render::resume::{self, ResumeOptions};

use super::setter;
use crate::error::{Error, ErrorKind};
use crate::workspace::produced::{self, Produced};

/// As what a résumé is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Pdf,
    Docx,
    Markdown,
    Json,
    Yaml,
}

impl Format {
    /// What it is, where it is written over.
    pub(super) fn produced(self) -> Produced {
        match self {
            Format::Pdf => Produced::Pdf,
            Format::Docx => Produced::Docx,
            Format::Markdown => Produced::Markdown,
            Format::Json | Format::Yaml => Produced::Resume,
        }
    }

    /// What the ending of a file says.
    ///
    /// # Errors
    /// Where it says nothing.
    pub(super) fn of(path: &str) -> Result<Format, Error> {
        let ending = path
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        match ending.as_deref() {
            _ if path.ends_with(".view.yaml") => {
                let message = format!("`{path}` is the name of a view, not of a résumé");
                Err(Error::new(ErrorKind::Usage, message)
                    .hint("Give the résumé another name after -o."))
            }
            Some("pdf") => Ok(Format::Pdf),
            Some("docx") => Ok(Format::Docx),
            Some("md" | "markdown") => Ok(Format::Markdown),
            Some("json") => Ok(Format::Json),
            Some("yaml" | "yml") => Ok(Format::Yaml),
            _ => {
                let message = format!("the ending of `{path}` does not say what to write");
                Err(Error::new(ErrorKind::Usage, message)
                    .hint("End it in .pdf, .docx, .md, .json or .yaml."))
            }
        }
    }
}

/// The view that belongs to a file: its name with `.view.yaml` as its ending.
pub(super) fn view_of(path: &str) -> String {
    beside(path, ".view.yaml")
}

/// A file beside another: its name with another end in the place of its ending.
pub(super) fn beside(path: &str, end: &str) -> String {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (Some(folder), name),
        None => (None, path),
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    match folder {
        Some(folder) => format!("{folder}/{stem}{end}"),
        None => format!("{stem}{end}"),
    }
}

/// Writes the résumé, set as it was measured.
pub(super) fn write(
    path: &str,
    format: Format,
    tailored: &Tailored,
    options: &ResumeOptions,
    read: &[&str],
) -> Result<(), Error> {
    let resume = &tailored.resume;
    let failed = |error: ResumeError| Error::new(ErrorKind::Environment, error.to_string());
    let bytes = match format {
        Format::Pdf => setter::pdf(resume, options)?,
        Format::Docx => resume::docx(resume, options)
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?,
        Format::Markdown => resume::markdown(resume, options).into_bytes(),
        Format::Json => resume.to_json().map_err(failed)?.into_bytes(),
        Format::Yaml => resume.to_yaml().map_err(failed)?.into_bytes(),
    };
    produced::write(path, &bytes, format.produced(), read)
}
