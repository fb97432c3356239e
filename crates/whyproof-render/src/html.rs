//! The page of a case: one file of HTML, readable with no script, which asks for nothing outside itself.
//!
//! Whatever stands in a case is text here. HTML made from it leaves this crate only as [`SafeHtml`], which only
//! this module can make: [`Html`] takes markup that stands in the program, and escapes everything else.

mod block;
mod chart;
mod contents;
mod data;
mod deep;
mod figure;
mod flow;
mod fold;
mod footer;
mod header;
mod inline;
mod link;
mod live;
mod map;
mod measured;
mod note;
mod options;
mod page;
mod safe;
mod side;
mod standing;
mod style;
mod table;
mod why;

pub use options::{PageOptions, Theme, language};
pub(crate) use options::{is_english, is_from_the_right};
pub use page::{article, page, told};
pub use safe::{Html, SafeHtml, Tag};
pub use style::style;
