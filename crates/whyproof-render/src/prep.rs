//! The preparation book: what a person takes into interviews. A sheet for each story, which story for what, the whys to
//! expect from whom, what to ask, failures, the take. It is the one place where private notes stand.

mod assemble;
mod book;
mod page;
#[cfg(feature = "pdf")]
mod paper;

pub use assemble::{Asks, Assembly, Meeting, assemble};
pub use book::{Book, Debrief, Failure, Interviewer, LineNote, StorySheet, Why};
pub use page::html;
#[cfg(feature = "pdf")]
pub use paper::{pdf, source};

/// What marks what stands nowhere else.
const PRIVATE: &str = "Only in this book";

/// What stands on the title page.
const KIND: &str = "Preparation book";

/// Why nobody else should have it.
const KEEP: &str = "For you alone: your private notes are in it.";
