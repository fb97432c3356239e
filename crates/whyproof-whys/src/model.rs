//! A language model, if the user has one: it proposes questions about the passages that the ranking picked.
//!
//! Everything here is pure but [`propose()`], which asks through the [`Host`](whyproof_case::Host). What a model says
//! is never trusted: a question is tied to words that it quotes from a passage, is dropped where it has a figure, a
//! name or a quotation that is not in the text, and is marked as the model's. It changes no standing. The text of
//! a case may try to tell the model what to do; the worst that comes of it is an odd question, so marked.

mod budget;
mod endpoint;
mod invented;
mod judge;
mod lines;
mod merge;
mod passages;
mod prompt;
mod propose;
mod read;
mod shape;

pub use budget::Budget;
pub use endpoint::{Endpoint, EndpointError};
pub use judge::{judge, judgement};
pub use merge::merge;
pub use passages::Passage;
pub use prompt::{Prompt, Role, prompts};
pub use propose::{Outcome, Settings, propose};
pub use read::{Dropped, Near, Proposal, Proposed, read};

#[cfg(test)]
mod tests;
