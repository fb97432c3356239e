//! For tests: a host in memory, servers, the examples of the specification, and what the fuzzers hold true.

pub mod bucket;
pub mod fuzz;
mod host;
#[cfg(feature = "strategies")]
pub mod markdown;
pub mod postgres;
mod queries;
pub mod spec;

pub use host::MemoryHost;
