//! Charts: the kind follows from a table's columns, the picture from its kind.
//!
//! [`svg`] draws a picture that needs nothing else, with its text alternative inside; [`text`]
//! draws with letters. Neither panics on any table: what cannot be drawn is a [`NoChart`] that
//! says why.

mod data;
pub(crate) mod draw;
mod error;
mod figure;
mod kind;
pub(crate) mod measure;
mod measured;
mod number;
mod options;
mod scale;
mod stats;
mod term;
mod words;

pub use draw::Svg;
pub use draw::style::{Scheme, forced};
pub use error::NoChart;
pub use figure::{of_figure, text_of_figure};
pub use kind::ChartKind;
pub use measured::of_measurement;
pub use options::Options;
pub(crate) use options::plain_id;

use whyproof_case::Table;

/// Draws a table as SVG.
///
/// # Errors
///
/// Where the table or what the options ask for cannot be drawn.
pub fn svg(table: &Table, options: &Options) -> Result<Svg, NoChart> {
    let chart = data::chart(table, options)?;
    Ok(draw::svg(&chart, options))
}

/// Draws a table with letters, a line each, none wider than `columns` (at least 40).
///
/// # Errors
///
/// Where the table or what the options ask for cannot be drawn.
pub fn text(table: &Table, options: &Options, columns: usize) -> Result<Vec<String>, NoChart> {
    let chart = data::chart(table, options)?;
    Ok(term::text(&chart, options, columns.max(40)))
}

/// What a chart of a table shows, in sentences: its title, and what stands in it.
///
/// # Errors
///
/// Where the table or what the options ask for cannot be drawn.
pub fn describe(table: &Table, options: &Options) -> Result<(String, String), NoChart> {
    let chart = data::chart(table, options)?;
    Ok((
        words::title(&chart, options),
        words::description(&chart, options),
    ))
}

#[cfg(test)]
mod tests;
