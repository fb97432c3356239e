//! Between our values and the query engine's columns.

mod come;
mod give;
mod list;
mod order;

pub(crate) use come::Columns;
pub(crate) use give::{batch, data_type};
pub(crate) use order::sort;
