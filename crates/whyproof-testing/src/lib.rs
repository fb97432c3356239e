//! For tests: a host in memory, the examples of the specification, and what the fuzzers hold true.

mod host;
pub mod spec;

pub use host::MemoryHost;
