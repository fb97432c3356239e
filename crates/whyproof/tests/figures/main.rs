//! Figures from end to end: the program itself on real files, refreshed, altered, attacked.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "the tests run the program and make its files"
)]

mod apart;
mod everywhere;
mod foretold;
mod forms;
mod hostile;
mod refresh;
mod sources;
mod support;
mod wire;
mod word;
