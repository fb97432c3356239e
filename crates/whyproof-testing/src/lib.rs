//! For tests: a host in memory, the examples of the specification, and what the fuzzers hold true.

#[cfg(feature = "servers")]
pub mod bucket;
pub mod fuzz;
mod host;
#[cfg(feature = "strategies")]
pub mod markdown;
#[cfg(feature = "servers")]
pub mod postgres;
mod queries;
pub mod spec;

pub use host::MemoryHost;
