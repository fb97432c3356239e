//! A take, to be read: as one page that anybody can open, and as a paper.
//!
//! Both say what the take says and nothing else. What the machine read is *shown*, *claimed* or *not shown yet*, with
//! the sentences and why they were read so; what people said stands apart from it, under their names.

mod gaps;
pub(crate) mod page;
#[cfg(feature = "pdf")]
pub(crate) mod paper;
pub(crate) mod says;
mod strong;

use jiff::civil::Date;
use whyproof_experience::debrief::Coverage;

use crate::html::Theme;
use crate::locale::{Locale, PageSize};

pub use page::html;
#[cfg(feature = "pdf")]
pub use paper::{pdf, source};

#[cfg(feature = "pdf")]
pub use crate::print::{PrintError, Printed};

/// How a take or a preparation book is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOptions {
    /// Language and region, as in `en-US`.
    pub locale: String,
    /// The day on which it is made; without it nothing says one.
    pub day: Option<Date>,
    /// On which ground a page stands.
    pub theme: Theme,
    /// The size of a paper's pages; else the locale's.
    pub size: Option<PageSize>,
    /// What was asked in interviews: a coverage for each bar of the take; empty where nothing was.
    pub asked: Vec<Coverage>,
}

impl Default for TakeOptions {
    fn default() -> TakeOptions {
        TakeOptions {
            locale: "en".to_owned(),
            day: None,
            theme: Theme::Auto,
            size: None,
            asked: Vec::new(),
        }
    }
}

impl TakeOptions {
    pub(crate) fn read_locale(&self) -> Locale {
        Locale::read(&self.locale)
    }
}
