//! No file names a folder of the machine that somebody works on.

use super::tree::Tree;

// Written in two halves, so that this file doesn't break its own rule.
const HOMES: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/ro", "ot/"),
    concat!(":\\Us", "ers\\"),
];

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts() {
        for (number, line) in (1..).zip(text.lines()) {
            let home = HOMES.iter().find(|home| starts_a_path(line, home));
            let machine = || {
                tree.machine
                    .iter()
                    .map(String::as_str)
                    .find(|folder| starts_a_path(line, folder))
            };
            if let Some(folder) = home.copied().or_else(machine) {
                problems.push(format!(
                    "{path}:{number}: `{folder}` is a folder of one machine; use a relative path"
                ));
            }
        }
    }
    problems
}

/// Whether a line has a folder that is not the inside of a longer path or address.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + folder.len()..].chars().next();
        let longer = |letter: char| letter.is_alphanumeric() || "._-".contains(letter);
        let begins = folder.starts_with(':')
            || line[..at].ends_with("file://")
            || !before.is_some_and(|letter| longer(letter) || letter == '/');
        begins && (folder.ends_with(['/', '\\']) || !after.is_some_and(longer))
    })
}
