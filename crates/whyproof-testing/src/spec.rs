//! The specification's examples: pages of Markdown that hold cases and what is made of them.
//!
//! `docs/spec/README.md` says how an example is written and what the notation means.

mod diff;
mod example;
mod outline;
mod parts;

pub use diff::diff;
pub use example::{Example, Malformed, examples, rewrite};
pub use outline::{Show, dump};
