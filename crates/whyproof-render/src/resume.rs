//! A résumé for whoever reads it: on paper in one of three designs, as a Word file, as Markdown.
//!
//! All three are made from one sheet: the sections of JSON Resume in reading order, dates and addresses
//! in plain words. Nothing is said that the file does not say but the names of sections; keys that the model does not
//! know, and Whyproof's own, are in none of them.

mod country;
mod dates;
mod design;
pub(crate) mod links;
mod markdown;
#[cfg(feature = "pdf")]
mod paper;
mod sheet;
#[cfg(feature = "pdf")]
mod source;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use whyproof_experience::resume::{Location, Resume};

pub use crate::docx::{DocxError, resume as docx};
pub use crate::locale::PageSize;
pub use design::Design;
pub use markdown::{is_markdown, markdown};
#[cfg(feature = "pdf")]
pub use paper::{Measured, ResumePaper, ResumePictures, measure, pdf, png};
#[cfg(feature = "pdf")]
pub(crate) use source::head;
#[cfg(feature = "pdf")]
pub use source::source;

use crate::locale::Locale;

pub(crate) use links::may_be_followed;
pub(crate) use sheet::{Entry, Fact, Linked, Piece, Sheet};

/// How a résumé is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeOptions {
    /// How it looks on paper.
    pub design: Design,
    /// The size of the page; else the locale's.
    pub size: Option<PageSize>,
    /// Language and region, as in `en-US`: for dates and the page.
    pub locale: String,
    /// The day that the file says it was made on; without one it says none.
    pub day: Option<Date>,
}

impl ResumeOptions {
    /// The plain design in English, for the country that the résumé names.
    pub fn of(resume: &Resume) -> ResumeOptions {
        let basics = resume.basics.as_ref();
        let location: Option<&Location> = basics.and_then(|basics| basics.location.as_ref());
        let phone = basics.and_then(|basics| basics.phone.as_deref());
        let country = location.and_then(|location| country::of(location, phone));
        ResumeOptions {
            design: Design::Plain,
            size: None,
            locale: country.map_or_else(|| "en".to_owned(), |country| format!("en-{country}")),
            day: None,
        }
    }

    pub(crate) fn locale(&self) -> Locale {
        Locale::read(&self.locale)
    }

    pub(crate) fn page(&self) -> PageSize {
        self.size.unwrap_or(self.locale().page())
    }
}
