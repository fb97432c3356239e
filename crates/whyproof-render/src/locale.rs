//! Language, page and date by locale.

use jiff::civil::Date;

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageSize {
    /// 210 by 297 millimetres.
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

impl PageSize {
    /// The size that a word names, as in `--paper us-letter`.
    pub fn parse(word: &str) -> Option<PageSize> {
        [PageSize::A4, PageSize::UsLetter]
            .into_iter()
            .find(|size| size.word() == word)
    }

    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            PageSize::A4 => "a4",
            PageSize::UsLetter => "us-letter",
        }
    }

    /// Width of a page in millimetres.
    #[cfg(feature = "pdf")]
    pub(crate) fn width(self) -> f64 {
        match self {
            PageSize::A4 => 210.0,
            PageSize::UsLetter => 215.9,
        }
    }

    /// Height of a page in millimetres.
    #[cfg(feature = "pdf")]
    pub(crate) fn height(self) -> f64 {
        match self {
            PageSize::A4 => 297.0,
            PageSize::UsLetter => 279.4,
        }
    }
}

/// A language, and where it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Locale {
    /// Two or three small letters.
    pub(crate) language: String,
    /// Two capitals.
    pub(crate) region: Option<String>,
}

impl Locale {
    /// Reads `en-US`, `en_GB.UTF-8`, `de`; what is none of these is English.
    pub(crate) fn read(text: &str) -> Locale {
        let plain = text.split(['.', '@']).next().unwrap_or("");
        let mut parts = plain.split(['-', '_']);
        let letters = |part: &str, least: usize, most: usize| {
            (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
        };
        let language = parts.next().filter(|part| letters(part, 2, 3));
        let region = parts.find(|part| letters(part, 2, 2));
        match language {
            Some(language) => Locale {
                language: language.to_ascii_lowercase(),
                region: region.map(str::to_ascii_uppercase),
            },
            None => Locale {
                language: "en".to_owned(),
                region: None,
            },
        }
    }

    /// The page that is common there.
    pub(crate) fn page(&self) -> PageSize {
        match self.region.as_deref() {
            Some(
                "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "VE" | "GT" | "CR" | "PA" | "DO" | "PR",
            ) => PageSize::UsLetter,
            _ => PageSize::A4,
        }
    }

    /// A month as it is written there.
    pub(crate) fn month(&self, first: Date) -> String {
        let form = if self.language == "en" {
            "%b %Y"
        } else {
            "%Y-%m"
        };
        first.strftime(form).to_string()
    }

    /// A date as it is written there. What we say is English; a date between other words is told in numbers.
    pub(crate) fn date(&self, date: Date) -> String {
        match (self.language.as_str(), self.region.as_deref()) {
            ("en", Some("US")) => date.strftime("%B %-d, %Y").to_string(),
            ("en", _) => date.strftime("%-d %B %Y").to_string(),
            _ => date.strftime("%Y-%m-%d").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, PageSize};

    #[test]
    fn a_locale_gives_the_page_and_the_date() {
        let day = jiff::civil::date(2026, 5, 4);
        for (text, page, date) in [
            ("en-US", PageSize::UsLetter, "May 4, 2026"),
            ("en_US.UTF-8", PageSize::UsLetter, "May 4, 2026"),
            ("en-GB", PageSize::A4, "4 May 2026"),
            ("en", PageSize::A4, "4 May 2026"),
            ("de-DE", PageSize::A4, "2026-05-04"),
            ("C", PageSize::A4, "4 May 2026"),
            ("", PageSize::A4, "4 May 2026"),
            ("\"]#x", PageSize::A4, "4 May 2026"),
        ] {
            let locale = Locale::read(text);
            assert_eq!(locale.page(), page, "{text}");
            assert_eq!(locale.date(day), date, "{text}");
        }
    }
}
