//! The drill: the barrage one question at a time, with follow-ups on the answer itself.
//!
//! Pure: a [`Session`] says what is put now and takes the steps of a journal, each an [`Entry`] that whoever runs it
//! writes down first. Whatever stops a drill, the same entries bring it back. A [`Measure`] says what an answer has
//! by its words alone; it is no score, and knows nothing of what is true.

mod admission;
pub mod escape;
mod follow_up;
mod into_case;
mod journal;
mod known;
mod lexicon;
mod measure;
mod question;
mod report;
mod session;
mod words;

pub use follow_up::{FollowUp, Seeks};
pub use into_case::{Written, into_case};
pub use journal::{Draft, Entry, Journal, Reference, SCHEMA};
pub use known::Known;
pub use measure::{Measure, PACE, seconds};
pub use question::{Open, Question, questions};
pub use report::{Line, Report};
pub use session::{DEPTH, Kept, Put, Session, Settings, State, Thread, Turn};
