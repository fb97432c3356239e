//! Statements that the person has withdrawn.

use std::collections::BTreeSet;

use whyproof_case::{normalised, sentences};

use super::content::terms;
use crate::resume::Own;

/// The withdrawn statement that a text says, where it says one: a sentence of it, or two that follow each other, have
/// all of the statement's words that mean something (by their stems) and all of its numbers (by their values).
pub fn withdrawn<'o>(own: &'o Own, text: &str) -> Option<&'o str> {
    if own.withdrawn.is_empty() {
        return None;
    }
    let parts = sentences(text);
    let mut windows: Vec<(String, BTreeSet<String>)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let end = parts.get(at + 1).map_or(part.end, |next| next.end);
        let words = &text[part.start..end];
        windows.push((normalised(&text[part.clone()]), terms(words)));
    }
    let says = |statement: &&String| {
        let wanted = terms(statement);
        let plain = normalised(statement);
        let said = |(words, found): &(String, BTreeSet<String>)| match wanted.is_empty() {
            true => !plain.is_empty() && *words == plain,
            false => wanted.is_subset(found),
        };
        windows.iter().any(said)
    };
    own.withdrawn.iter().find(says).map(String::as_str)
}
