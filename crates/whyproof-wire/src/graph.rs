//! The argument as a graph, in the languages of other programs.

mod argdown;
mod dot;
mod edges;
mod mermaid;
mod wrap;

pub use argdown::argdown;
pub use dot::dot;
pub use mermaid::mermaid;
