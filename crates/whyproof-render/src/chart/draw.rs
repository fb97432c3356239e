//! Charts as SVG.

mod along;
mod bar;
mod below;
mod columns;
mod ends;
mod frame;
mod histogram;
mod interval;
mod labels;
mod line;
mod names;
pub(crate) mod pen;
mod scatter;
pub(crate) mod style;

pub(crate) use scatter::SINGLE;

use super::Options;
use super::data::{Body, Chart};
use super::words;
use pen::{Pen, escaped, px};

/// A picture that needs nothing else: no font, no script, no style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    /// The SVG itself, to stand in a page or in a file.
    pub text: String,
    /// Its title, as plain text.
    pub title: String,
    /// What it shows, in sentences, as plain text. The SVG holds both.
    pub description: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl std::fmt::Display for Svg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

pub(crate) const FONTS: &str = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,'Liberation Sans','DejaVu Sans',sans-serif";

/// Draws a chart.
pub(crate) fn svg(chart: &Chart, options: &Options) -> Svg {
    let (pen, height) = drawn(chart, options);
    let id = options.id();
    let (wide, high) = (options.pixels_wide(), height.ceil());
    let title = words::title(chart, options);
    let description = words::description(chart, options);
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" class=\"whyproof-chart\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"{FONTS}\" font-size=\"{size}\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n<style>{}</style>\n{}</svg>\n",
        escaped(&title),
        escaped(&description),
        style::sheet(&id),
        pen.out,
        w = px(wide),
        h = px(high),
        size = pen::SIZE,
    );
    Svg {
        text,
        title,
        description,
        width: wide as u32,
        height: high as u32,
    }
}

/// What is drawn, and how high it is.
pub(crate) fn drawn(chart: &Chart, options: &Options) -> (Pen, f64) {
    let mut pen = Pen::default();
    let height = match &chart.body {
        Body::Line(lines) => line::draw(&mut pen, chart, lines, options),
        Body::Bar(bars) => bar::draw(&mut pen, chart, bars, options),
        Body::Scatter(scatter) => scatter::draw(&mut pen, chart, scatter, options),
        Body::Histogram(histogram) => histogram::draw(&mut pen, chart, histogram, options),
        Body::Interval(intervals) => interval::draw(&mut pen, chart, intervals, options),
    };
    (pen, height)
}
