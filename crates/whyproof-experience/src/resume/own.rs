//! What Whyproof keeps of a résumé, under `meta.whyproof`: where lines came from, what they are tied to, what was
//! withdrawn. It never leaves in a résumé that is made.

use serde::{Deserialize, Serialize};

use super::Resume;

/// The key under `meta`.
pub const OWN: &str = "whyproof";

/// Whyproof's own keys.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// What is known of lines; a line is known by its words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineNote>,
    /// Statements that the person has withdrawn: nothing that says them goes into anything later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<String>,
    /// Words of others that the person has confirmed for words of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Confirmed>,
    /// What an import could not place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unplaced: Vec<Unplaced>,
    /// The texts that were imported, as the workspace keeps them beside the résumé: never written into it.
    #[serde(skip)]
    pub imported: Vec<String>,
}

impl Own {
    /// Whether nothing was ever imported: the person wrote every line themselves.
    pub fn is_by_hand(&self) -> bool {
        self.imported.is_empty()
            && self.unplaced.is_empty()
            && self.lines.iter().all(|note| note.from.is_none())
    }
}

/// What is known of a line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineNote {
    /// Its words, as they stand in the résumé.
    pub line: String,
    /// Where it came from, as in `imported/resume.txt:12`: a line that was imported is its own source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The story that tells it, by its path in the workspace, as in `stories/returns.md`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    /// What only the person should read; it appears in the preparation book and nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A word of others that the person has confirmed: where they wrote `mine`, a view may write `theirs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// The person's word.
    pub mine: String,
    /// The job's word.
    pub theirs: String,
}

/// What an import could not place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// The words.
    pub text: String,
    /// Where they stand, as in `imported/resume.txt:40`.
    pub from: String,
}

impl Resume {
    /// Whyproof's own keys; empty where there are none.
    ///
    /// # Errors
    /// What is wrong with `meta.whyproof`, in words.
    pub fn own(&self) -> Result<Own, String> {
        match self.meta.as_ref().and_then(|meta| meta.get(OWN)) {
            None => Ok(Own::default()),
            Some(value) => serde_json::from_value(value.clone())
                .map_err(|error| format!("`meta.{OWN}`: {error}")),
        }
    }

    /// Puts Whyproof's own keys in place of those that are there.
    pub fn set_own(&mut self, own: &Own) {
        let meta = self.meta.get_or_insert_default();
        match serde_json::to_value(own) {
            Ok(value) if *own != Own::default() => {
                meta.insert(OWN.to_owned(), value);
            }
            _ => {
                meta.remove(OWN);
            }
        }
        if meta.is_empty() {
            self.meta = None;
        }
    }

    /// The résumé as others may have it: without Whyproof's own keys.
    #[must_use]
    pub fn without_own(mut self) -> Resume {
        self.set_own(&Own::default());
        self
    }
}
