//! A picture in pixels of one in lines.

use whyproof_typeset::{Document, typeset};

use crate::chart::Svg;

/// Pixels a pixel of the chart: sharp on paper and on dense screens.
const SHARP: f64 = 2.0;

/// A chart as PNG, on white; none where it cannot be drawn.
pub fn raster(chart: &Svg) -> Option<Vec<u8>> {
    let source = format!(
        "#set page(width: {}pt, height: auto, margin: 0pt, fill: white)\n#image(\"chart.svg\", width: 100%)",
        chart.width
    );
    let document = Document {
        source,
        files: [("chart.svg".to_owned(), chart.text.clone().into_bytes())].into(),
        day: None,
    };
    typeset(&document).ok()?.png(1, SHARP).ok()
}
