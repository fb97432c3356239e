//! The documents, their schemas, and the formats of other programs.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the examples and the committed schemas, and may fail"
)]

mod bars;
mod cases;
mod check;
mod compatible;
mod configuration;
mod diff;
mod export;
mod hostile;
mod schemas;
mod show;
mod take;
mod validate;
