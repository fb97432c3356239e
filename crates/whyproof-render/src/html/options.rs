//! How a page is made.

use whyproof_case::Case;

/// On which ground a page stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Dark words on a light page.
    Light,
    /// Light words on a dark page.
    Dark,
}

impl Theme {
    /// The class of the page's root.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Theme::Auto => "theme-auto",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        }
    }

    /// The colour schemes that the page can have.
    pub(crate) fn schemes(self) -> &'static str {
        match self {
            Theme::Auto => "light dark",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// How a page is made. `PageOptions::default()` makes one that can stand anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageOptions {
    /// On which ground it stands.
    pub theme: Theme,
    /// The way from the page's folder to the case's: empty where they are the same, else with `/` at its end. None
    /// where files beside the case cannot be reached from the page: they are named then, not linked.
    pub beside: Option<String>,
    /// Whether it loads itself again as the case is saved, by the one script that a page may have: for `preview`, which
    /// serves it and tells it of changes.
    pub live: bool,
}

/// The language of the case: front matter's `lang`, where that can be one.
pub fn language(case: &Case) -> &str {
    let is_tag = |tag: &str| {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or("");
        (2..=8).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            })
    };
    let named = case.front.get("lang").map(str::trim);
    named.filter(|tag| is_tag(tag)).unwrap_or("en")
}

/// Whether the case is in English, whose quotation marks are set.
pub(crate) fn is_english(case: &Case) -> bool {
    language(case).starts_with("en")
}

/// Languages that are written from right to left.
pub(crate) fn is_from_the_right(language: &str) -> bool {
    let first = language.split('-').next().unwrap_or("");
    ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]
        .iter()
        .any(|tag| first.eq_ignore_ascii_case(tag))
}
