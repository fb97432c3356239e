//! The book's table of contents lists every page.

use super::tree::Tree;
use crate::summary;

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    summary::generated(tree)
        .into_iter()
        .filter(|(path, text)| tree.text(path) != Some(text))
        .map(|(path, _)| format!("{path}: out of date; run `cargo xtask summary`"))
        .collect()
}
