//! No space at the end of a line, but for a hard break in Markdown.

use super::tree::Tree;

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let rust = tree.ending(".rs").chain(tree.ending(".toml"));
    let mut problems: Vec<String> = rust
        .flat_map(|(path, text)| every_line(path, text))
        .collect();
    // What tests read may need any bytes at all.
    let pages = tree.ending(".md").filter(|(path, _)| !is_test_data(path));
    problems.extend(pages.flat_map(|(path, text)| outside_fences(path, text)));
    problems
}

fn is_test_data(path: &str) -> bool {
    path.split('/')
        .any(|folder| matches!(folder, "tests" | "fuzz" | "testdata" | "snapshots"))
}

fn every_line(path: &str, text: &str) -> Vec<String> {
    let lines = (1..).zip(text.split('\n'));
    lines
        .filter(|(_, line)| line.ends_with(char::is_whitespace))
        .map(|(number, _)| message(path, number))
        .collect()
}

/// A fenced block is an example: its spaces may be what it is about.
fn outside_fences(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut fence: Option<&str> = None;
    for (number, line) in (1..).zip(text.split('\n')) {
        let start = line.trim_start();
        match fence {
            Some(open)
                if start.starts_with(open) && start.trim_end().len() == marks(start).len() =>
            {
                fence = None;
            }
            Some(_) => {}
            None if marks(start).len() >= 3 => fence = Some(marks(start)),
            None => {
                let words = line.trim_end();
                let is_break = !words.is_empty() && line.len() >= words.len() + 2;
                if line != words && !(is_break && line.ends_with("  ")) {
                    problems.push(message(path, number));
                }
            }
        }
    }
    problems
}

/// The backticks or tildes that a line begins with.
fn marks(line: &str) -> &str {
    let mark = line.chars().next().filter(|mark| "`~".contains(*mark));
    let length = mark.map_or(0, |mark| line.chars().take_while(|c| *c == mark).count());
    &line[..length]
}

fn message(path: &str, number: usize) -> String {
    format!("{path}:{number}: a space at the end of the line")
}
