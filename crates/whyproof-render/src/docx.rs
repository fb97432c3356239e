//! A case as a Word file, for people who comment in Word.
//!
//! Every word of the case is in it, in reading order, queries and experiments in an appendix. Every block of text bears
//! a bookmark, and a part that Word keeps when it saves says which words of which revision each bookmark holds: so
//! the import of the commented file knows what a comment is put to, even after the case has moved on.
//!
//! The parts are written here, with `quick-xml`'s escaping and `zip`, which the workspace has: the writer of Word
//! files that there is knows neither the separators of footnotes, nor repeated head rows, nor pictures with a vector
//! form, and would bring a second version of both.

mod appendix;
mod flow;
mod hold;
mod notes;
mod numbering;
mod package;
mod pen;
mod picture;
mod place;
mod properties;
mod resume;
mod runs;
mod setter;
mod styles;
mod table;

use jiff::civil::Date;
use whyproof_syntax::Role;

use crate::manuscript::Manuscript;
use setter::{Setter, Shared};

pub use hold::NAMESPACE;
pub use resume::resume;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8½ by 11 inches.
    Letter,
}

impl Page {
    /// Width and height, in twentieths of a point.
    fn size(self) -> (u32, u32) {
        match self {
            Page::A4 => (11_906, 16_838),
            Page::Letter => (12_240, 15_840),
        }
    }

    /// Width of the text, in twentieths of a point.
    fn measure(self) -> u32 {
        self.size().0 - 2 * MARGIN
    }
}

/// What stands free on each side of a page, in twentieths of a point.
const MARGIN: u32 = 1_440;

/// A chart as a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The picture in pixels, for every reader.
    pub png: Vec<u8>,
    /// The same as SVG, which Word has shown since 2016.
    pub svg: Option<String>,
    /// Its width, in pixels of 1/96 inch.
    pub width: f64,
    /// Its height, in the same.
    pub height: f64,
    /// What it shows, in words.
    pub alternative: String,
}

/// How a case is written.
pub struct DocxOptions<'o> {
    /// The language of the text, `en-US`.
    pub language: &'o str,
    /// The sheet.
    pub page: Page,
    /// The day that the file says it was made on; without one it says none.
    pub date: Option<Date>,
    /// The name of the case's file, which the file remembers.
    pub path: &'o str,
    /// The picture of a chart, by the index of its figure; where there is none, the chart's words are set.
    pub picture: &'o dyn Fn(u32) -> Option<Picture>,
}

impl Default for DocxOptions<'_> {
    fn default() -> Self {
        DocxOptions {
            language: "en-US",
            page: Page::A4,
            date: None,
            path: "",
            picture: &|_| None,
        }
    }
}

/// Why no Word file could be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    /// The archive could not be written.
    #[error("the Word file could not be put together: {0}")]
    Archive(String),
}

/// Writes a case as a Word file. The same case and options give the same bytes.
///
/// # Errors
///
/// Where the archive cannot hold it, which is larger than a written text can be.
pub fn write(manuscript: &Manuscript<'_>, options: &DocxOptions<'_>) -> Result<Vec<u8>, DocxError> {
    let mut shared = Shared::new(manuscript, options);
    let mut body = Setter::body(manuscript, options, &mut shared);
    body.title();
    body.flow(&manuscript.lead, place::Place::Prose);
    for part in &manuscript.parts {
        if part.role != Some(Role::Data) {
            body.part(part);
        }
    }
    body.appendix();
    let body = body.finish();
    let notes = notes::footnotes(manuscript, options, &mut shared);
    let package = package::Package::new(manuscript, options, &shared, body, notes);
    package.zip()
}

#[cfg(test)]
mod tests;
