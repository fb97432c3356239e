//! What a query's info string says about its chart.

use super::{ChartKind, NoChart};

/// What a chart should be. `Options::default()` lets everything follow from the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The kind; else it follows from the columns.
    pub kind: Option<ChartKind>,
    /// The column along the chart.
    pub x: Option<String>,
    /// The columns that are drawn, in order.
    pub y: Vec<String>,
    /// A title above the chart.
    pub title: Option<String>,
    /// What the drawn numbers are measured in: `%`, `$`, `km`.
    pub unit: Option<String>,
    /// The line, bar or row to show before the others.
    pub highlight: Option<String>,
    /// Width in pixels, 640 where it isn't set; from 280 to 1600.
    pub width: Option<u32>,
    /// Height in pixels; else it follows from the kind and the rows. From 120 to 2000.
    pub height: Option<u32>,
    /// What the ids in the SVG begin with, so that several on a page don't collide.
    pub prefix: String,
}

impl Options {
    /// Sets one option by its word, as in `chart=bar` or `unit="%"`.
    ///
    /// # Errors
    ///
    /// Where there is no such option, or none with that value.
    pub fn set(&mut self, option: &str, value: &str) -> Result<(), NoChart> {
        let words = || (!value.trim().is_empty()).then(|| value.trim().to_owned());
        match option {
            "chart" => self.kind = Some(ChartKind::parse(value)?),
            "x" => self.x = words(),
            "y" => self.y = columns(value),
            "title" => self.title = words(),
            "unit" => self.unit = words(),
            "highlight" => self.highlight = words(),
            "width" => self.width = Some(pixels("width", value, 280, 1600)?),
            "height" => self.height = Some(pixels("height", value, 120, 2000)?),
            other => return Err(NoChart::UnknownOption(other.to_owned())),
        }
        Ok(())
    }

    pub(super) fn pixels_wide(&self) -> f64 {
        f64::from(self.width.unwrap_or(640).clamp(280, 1600))
    }

    pub(super) fn pixels_high(&self) -> Option<f64> {
        self.height.map(|height| f64::from(height.clamp(120, 2000)))
    }

    /// The prefix as an id may have it, and never empty.
    pub(super) fn id(&self) -> String {
        plain_id(&self.prefix, "chart")
    }
}

/// What of `prefix` an id may have, after `word` where it would not begin with a letter.
pub(crate) fn plain_id(prefix: &str, word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let kept: String = prefix.chars().filter(|&c| plain(c)).collect();
    match kept.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => kept,
        _ => format!("{word}{kept}"),
    }
}

fn columns(value: &str) -> Vec<String> {
    let names = value.split(',').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn pixels(option: &'static str, value: &str, least: u32, most: u32) -> Result<u32, NoChart> {
    let number = value.trim().trim_end_matches("px").trim().parse();
    match number {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(NoChart::BadOption {
            option,
            value: value.to_owned(),
            expected: match option {
                "width" => "a number of pixels from 280 to 1600",
                _ => "a number of pixels from 120 to 2000",
            },
        }),
    }
}
