//! The engine over small real files: what it reads, what it refuses, how far it goes.
//!
//! One program for all of them: linking the query engine takes its time.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests write the files that are read, and measure time"
)]

mod answers;
mod bounds;
mod formats;
mod hostile;
mod mistakes;
mod moments;
mod names;
mod pipe;
mod place;
mod steady;
mod text;
