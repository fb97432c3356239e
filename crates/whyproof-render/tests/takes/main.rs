//! Takes and preparation books, as pages and as papers: all that they say is there, and whatever a file brings is text.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test says what it wants"
)]

mod assembled;
mod bounds;
mod hostile;
#[cfg(feature = "pdf")]
mod laid;
#[path = "../html/parsed.rs"]
mod parsed;
#[cfg(feature = "pdf")]
#[path = "../source/read.rs"]
mod read;
#[path = "../../examples/take/sample.rs"]
mod sample;
mod shown;

use whyproof_render::take::TakeOptions;

/// English, on a day.
fn options() -> TakeOptions {
    TakeOptions {
        day: Some(jiff::civil::date(2026, 11, 23)),
        ..TakeOptions::default()
    }
}
