//! Spelling and grammar of plain prose, from `harper-core` behind a small API.
//!
//! The caller takes the prose out of a case and hands it over as plain text; spans come back as
//! UTF-8 byte ranges of exactly that text. The dictionary is read once per process, on the first
//! check, and shared by every [`Checker`]. A checker is used by one thread at a time (it keeps
//! caches); give each thread a clone, which shares the words.
//!
//! ```
//! use whyproof_prose::{Checker, Dialect};
//! let mut checker = Checker::new(Dialect::American, &["Okafor".to_owned()]);
//! let issues = checker.check("Okafor recieved the result.");
//! assert_eq!(issues[0].span, 7..15);
//! assert_eq!(issues[0].suggestions[0], "received");
//! ```

mod checker;
mod dialect;
mod issue;
mod words;

pub use checker::Checker;
pub use dialect::{Dialect, UnknownDialect};
pub use issue::{Issue, Kind};
