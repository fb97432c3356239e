//! The preparation book: what a person takes into interviews. A sheet for each story, which story for what, the whys to
//! expect from whom, what to ask, failures, the take. It is the one place where private notes stand.

mod assemble;
mod book;
mod page;
#[cfg(feature = "pdf")]
mod paper;

pub use assemble::{Asks, Assembly, Meeting, assemble};
pub use book::{Book, Debrief, Failure, Interviewer, LineNote, Said, StorySheet, Why};
pub use page::html;
#[cfg(feature = "pdf")]
pub use paper::{pdf, source};

use whyproof_experience::CriterionTake;

use crate::take::says;

/// Who may ask a question, where there are several who ask: all of them need no names.
fn may_ask(book: &Book, by: &[usize]) -> Option<String> {
    let all = book.interviewers.len();
    if all < 2 {
        return None;
    }
    if by.len() == all {
        return Some("Anybody may ask it.".to_owned());
    }
    let by = by.iter().filter_map(|at| book.interviewers.get(*at));
    let names: Vec<&str> = by.map(|one| says::titled(&one.name, "Somebody")).collect();
    (!names.is_empty()).then(|| format!("May come from: {}.", names.join(", ")))
}

/// What stands over what a story's experiments measured.
const MEASURED: &str = "Measured";
/// Over what a story's `share` says.
const SHARED: &str = "When you share it";

/// What marks what stands nowhere else.
const PRIVATE: &str = "Only in this book";

/// The story to tell for a criterion, by its place in the book: the one that it was chosen for, else the first that
/// tells it.
fn to_tell(book: &Book, one: &CriterionTake) -> Option<usize> {
    let mut chosen = book.take.choice.stories.iter();
    let chosen = chosen.find(|chosen| chosen.covers.contains(&one.id));
    let told = || one.found.iter().find_map(|quote| quote.story);
    let at = chosen.map(|chosen| chosen.story).or_else(told)?;
    (at < book.stories.len()).then_some(at)
}

/// Where the take itself is.
const TAKE: &str = "How far each point is shown, and which story to tell for it. The sentences that were read, and why, are in \
     the take itself.";

/// What stands on the title page.
const KIND: &str = "Preparation book";

/// Why nobody else should have it.
const KEEP: &str = "For you alone: your private notes are in it.";
