//! The kinds of English that the dictionary knows.

use std::fmt;
use std::str::FromStr;

use harper_core::CharStringExt;
use harper_core::spell::{Dictionary, FstDictionary};

/// A kind of English. Words of another kind are reported as misspelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Dialect {
    /// `american`, `en-US`: the default.
    #[default]
    American,
    /// `australian`, `en-AU`.
    Australian,
    /// `british`, `en-GB`.
    British,
    /// `canadian`, `en-CA`.
    Canadian,
    /// `indian`, `en-IN`.
    Indian,
}

impl Dialect {
    /// Every dialect, by name.
    pub const ALL: [Self; 5] = [
        Self::American,
        Self::Australian,
        Self::British,
        Self::Canadian,
        Self::Indian,
    ];

    /// The name used in configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::American => "american",
            Self::Australian => "australian",
            Self::British => "british",
            Self::Canadian => "canadian",
            Self::Indian => "indian",
        }
    }

    /// The language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::American => "en-US",
            Self::Australian => "en-AU",
            Self::British => "en-GB",
            Self::Canadian => "en-CA",
            Self::Indian => "en-IN",
        }
    }

    /// Whether the dictionary has the word in this English: as it is written, with small letters,
    /// with straight apostrophes, or without the full stop of an initial. Reads the dictionary on
    /// first use.
    pub fn knows(self, word: &str) -> bool {
        let initial = word.strip_suffix('.');
        self.has(word) || initial.is_some_and(|initial| self.has(initial))
    }

    fn has(self, word: &str) -> bool {
        let dictionary = FstDictionary::curated();
        let chars: Vec<char> = word.chars().collect();
        let plain = chars.normalized();
        dictionary
            .get_word_metadata(&chars)
            .is_some_and(|metadata| metadata.dialects.is_dialect_enabled(self.harper()))
            && (dictionary.contains_exact_word(&chars)
                || dictionary.contains_exact_word(&plain)
                || dictionary.contains_exact_word(&plain.to_lower()))
    }

    pub(crate) fn harper(self) -> harper_core::Dialect {
        match self {
            Self::American => harper_core::Dialect::American,
            Self::Australian => harper_core::Dialect::Australian,
            Self::British => harper_core::Dialect::British,
            Self::Canadian => harper_core::Dialect::Canadian,
            Self::Indian => harper_core::Dialect::Indian,
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A dialect's name that is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a dialect: use american, australian, british, canadian or indian (or a tag such as en-GB)"
)]
pub struct UnknownDialect(
    /// The name as given.
    pub String,
);

impl FromStr for Dialect {
    type Err = UnknownDialect;

    /// Reads a name or a language tag, in any case.
    fn from_str(name: &str) -> Result<Self, UnknownDialect> {
        let wanted = name.trim().replace('_', "-");
        Self::ALL
            .into_iter()
            .find(|dialect| {
                wanted.eq_ignore_ascii_case(dialect.name())
                    || wanted.eq_ignore_ascii_case(dialect.tag())
            })
            .ok_or_else(|| UnknownDialect(name.to_owned()))
    }
}
