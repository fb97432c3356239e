//! Files as tables.

mod delimited;
mod fault;
pub(crate) mod footer;
mod format;
mod json;
mod open;
mod own;
mod paths;
mod sniff;
mod store;
mod text;

pub(crate) use fault::TextTable;
pub(crate) use format::Layout;
pub(crate) use open::{BASE, OpenFiles, open};
pub(crate) use own::plain;
pub(crate) use paths::{format_of, normal};
pub(crate) use store::Shelf;
