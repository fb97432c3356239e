//! Files stay short enough to read, and the repository small enough to clone.

use super::tree::Tree;

const CEILING: usize = 800;
const MEDIAN: usize = 150;
const MAIN: usize = 50;
const BYTES: usize = 1_000_000;

/// Larger files, each with the reason it is here.
const LARGE: &[(&str, &str)] = &[];

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    let mut lengths = Vec::new();
    for (path, text) in tree.ending(".rs") {
        let lines = text.lines().count();
        lengths.push(lines);
        if lines > CEILING {
            problems.push(format!("{path}: {lines} lines; at most {CEILING}"));
        }
        if path.ends_with("src/main.rs") && lines >= MAIN {
            problems.push(format!(
                "{path}: {lines} lines; a main.rs has fewer than {MAIN}"
            ));
        }
    }
    lengths.sort_unstable();
    if let Some(&median) = lengths.get(lengths.len() / 2)
        && median >= MEDIAN
    {
        problems.push(format!(
            "the median Rust file has {median} lines; fewer than {MEDIAN} are wanted"
        ));
    }
    for (path, bytes) in tree.files() {
        if bytes.len() > BYTES && !LARGE.iter().any(|(large, _)| *large == path) {
            problems.push(format!(
                "{path}: {} bytes; over {BYTES} needs a line with a reason in xtask/src/tidy/sizes.rs",
                bytes.len()
            ));
        }
    }
    problems
}
