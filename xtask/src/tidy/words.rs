//! Nothing unfinished is committed.

use super::tree::Tree;

// Written in two halves, so that this file doesn't break its own rule.
const NOTES: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];
const MACROS: [&str; 3] = [
    concat!("todo", "!"),
    concat!("unimplemented", "!"),
    concat!("dbg", "!"),
];
const CODE: [&str; 5] = [".rs", ".toml", ".yml", ".sh", ".ci/run"];

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts() {
        if !CODE.iter().any(|end| path.ends_with(end)) {
            continue;
        }
        for (number, line) in (1..).zip(text.lines()) {
            let note = NOTES.iter().find(|note| has_word(line, note));
            let call = MACROS.iter().find(|call| has_word(line, call));
            if let Some(word) = note.or(call) {
                problems.push(format!(
                    "{path}:{number}: `{word}`; finish it, or file an issue"
                ));
            }
        }
    }
    problems
}

/// Whether a line has a word that is not a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let inside = |letter: char| letter.is_alphanumeric() || letter == '_';
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(inside) && (word.ends_with('!') || !after.is_some_and(inside))
    })
}
