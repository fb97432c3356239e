//! What a reader sees: charts of a query's table, the map of an argument, and the manuscript that a case's pages, papers
//! and packets are made from.

pub mod chart;
pub mod docx;
pub mod html;
mod letters;
mod locale;
pub mod manuscript;
pub mod map;
pub mod packet;
#[cfg(feature = "pdf")]
pub mod paper;
pub mod prep;
#[cfg(feature = "pdf")]
mod print;
pub mod resume;
pub mod take;
pub mod verdict;
mod web;

pub use locale::PageSize;
