//! The query engine's errors in plain words, without paths of the machine.

mod planning;
mod running;
mod types;

pub(crate) use planning::{planning, syntax, too_deep};
pub(crate) use running::{Circumstances, bound_memory, bound_rows, bound_time, running};
