//! SQL behind a small API of ours: one query over files, rows and other queries, and nothing else.
//!
//! A [`Job`] says what a query may see and how far it may go; [`Engine::run`] answers with its rows and with what was
//! read for them. The engine owns its threads; the API is synchronous, and jobs and answers are plain data that can be
//! sent to another process.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the engine reads files below the workspace's root, spills to temporary files, and keeps deadlines"
)]

mod deep;
mod engine;
mod error;
mod files;
mod hint;
mod job;
mod names;
mod output;
mod parquet;
mod remote;
mod run;
mod sql;
mod tables;
mod values;
mod words;

pub use engine::{Engine, version};
pub use error::EngineError;
pub use job::{Bounds, Input, Job, Place, Reading};
pub use names::tables_of;
pub use output::{Column, Kind, Output, Read, Value};
pub use parquet::to_parquet;
