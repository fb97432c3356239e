//! The argument as an outline: which statement stands under which, in which order, and where it was shown before.

mod draw;
mod rows;

pub(crate) use draw::{Drawing, mark};
pub(crate) use rows::{of_case, to_the_ground};
