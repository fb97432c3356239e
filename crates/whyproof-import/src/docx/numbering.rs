//! Numbering: whether a list's level is bulleted or counted.

use rustc_hash::FxHashMap;

use super::xml::{self, Piece};
use crate::ImportError;

/// How the items of a level begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet,
    Number,
    /// With nothing: no list.
    None,
}

#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By abstract numbering and level.
    formats: FxHashMap<(String, usize), Marker>,
    /// From numbering to abstract numbering.
    numbers: FxHashMap<String, String>,
}

impl Numbering {
    pub(super) fn read(name: &str, part: &str, text: &str) -> Result<Self, ImportError> {
        let mut found = Self::default();
        let (mut outer, mut number, mut level) = (String::new(), String::new(), 0);
        xml::each(name, part, text, |piece| {
            let Piece::Open(tag) = piece else {
                return;
            };
            match tag.name.as_str() {
                "abstractNum" => {
                    outer = tag.get("abstractNumId").unwrap_or_default().to_owned();
                    number.clear();
                }
                "num" => number = tag.get("numId").unwrap_or_default().to_owned(),
                "abstractNumId" => {
                    let outer = tag.val().unwrap_or_default().to_owned();
                    found.numbers.insert(number.clone(), outer);
                }
                "lvl" => {
                    level = tag
                        .get("ilvl")
                        .and_then(|level| level.parse().ok())
                        .unwrap_or(0)
                }
                "numFmt" if number.is_empty() => {
                    let marker = match tag.val() {
                        Some("bullet") => Marker::Bullet,
                        Some("none") => Marker::None,
                        _ => Marker::Number,
                    };
                    found.formats.insert((outer.clone(), level), marker);
                }
                _ => {}
            }
        })?;
        Ok(found)
    }

    pub(super) fn marker(&self, number: &str, level: usize) -> Marker {
        if number.is_empty() || number == "0" {
            return Marker::None;
        }
        let Some(outer) = self.numbers.get(number) else {
            return Marker::Bullet;
        };
        let known = self.formats.get(&(outer.clone(), level));
        known.copied().unwrap_or(Marker::Bullet)
    }
}
