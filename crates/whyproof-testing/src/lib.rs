//! For tests: a host in memory, and a runner for Markdown that holds examples.

mod host;

pub use host::MemoryHost;
