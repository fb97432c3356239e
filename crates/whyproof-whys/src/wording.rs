//! Wordings: a question with slots, as data.

use serde::Deserialize;

use crate::material::Slots;

/// A wording with slots: `Is {subject} like {like} where it matters?`
///
/// `{name}` is a slot; `{name:is|are}` is the first word where the slot is singular, the second where it is plural.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Wording {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot(String),
    Number(String, String, String),
}

/// Why a wording cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// A brace that is never closed.
    #[error("`{{` is never closed in “{0}”")]
    Open(String),
    /// A slot without a name.
    #[error("a slot has no name in “{0}”")]
    Nameless(String),
    /// A choice without `|`.
    #[error("`{{{0}}}` needs two forms with `|` between them: {{subject:is|are}}")]
    Choice(String),
}

impl TryFrom<String> for Wording {
    type Error = WordingError;

    fn try_from(text: String) -> Result<Self, WordingError> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let (inside, after) = after
                .split_once('}')
                .ok_or_else(|| WordingError::Open(text.clone()))?;
            let (name, forms) = match inside.split_once(':') {
                Some((name, forms)) => (name.trim(), Some(forms)),
                None => (inside.trim(), None),
            };
            if name.is_empty() {
                return Err(WordingError::Nameless(text.clone()));
            }
            pieces.push(match forms.map(|forms| forms.split_once('|')) {
                None => Piece::Slot(name.to_owned()),
                Some(Some((one, many))) => {
                    Piece::Number(name.to_owned(), one.to_owned(), many.to_owned())
                }
                Some(None) => return Err(WordingError::Choice(inside.to_owned())),
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Wording { pieces })
    }
}

impl Wording {
    /// The names of its slots, in order.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Slot(name) | Piece::Number(name, ..) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The wording with `slots` in it and a capital at its start; none where one is missing.
    pub fn fill(&self, slots: &Slots) -> Option<String> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Slot(name) => text.push_str(&slots.get(name.as_str())?.text),
                Piece::Number(name, one, many) => {
                    let plural = slots.get(name.as_str())?.plural;
                    text.push_str(if plural { many } else { one });
                }
            }
        }
        Some(whyproof_case::capital(&text))
    }
}
