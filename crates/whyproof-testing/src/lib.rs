//! For tests: a host in memory, the examples of the specification, and what the fuzzers hold true.

pub mod fuzz;
mod host;
#[cfg(feature = "strategies")]
pub mod markdown;
mod queries;
pub mod spec;

pub use host::MemoryHost;
