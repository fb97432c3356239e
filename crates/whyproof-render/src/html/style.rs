//! How a page looks.

use std::sync::LazyLock;

use crate::chart::{Scheme, forced};

const SHEET: &str = include_str!("style.css");

/// Colours of a light page.
const LIGHT: &str = include_str!("light.css");
/// Colours of a dark page.
const DARK: &str = include_str!("dark.css");

/// The style sheet of a page, to stand in a `<style>`. The class `theme-light` or `theme-dark` on the root forces one
/// of its two grounds; without them it is the one that the reader's system has.
pub fn style() -> &'static str {
    static STYLE: LazyLock<String> = LazyLock::new(|| {
        let (light, dark) = (LIGHT.trim(), DARK.trim());
        format!(
            ":root{{color-scheme:light dark;{light}}}\n\
             @media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
             :root.theme-light{{color-scheme:light;{light}}}\n\
             :root.theme-dark{{color-scheme:dark;{dark}}}\n\
             {}\n{}\n{SHEET}\
             @media print{{:root,:root.theme-dark{{color-scheme:light;{light}}}{}}}\n",
            forced(":root.theme-light", Scheme::Light),
            forced(":root.theme-dark", Scheme::Dark),
            forced(":root:root:root", Scheme::Light),
        )
    });
    &STYLE
}
