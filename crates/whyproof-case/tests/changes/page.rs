//! The examples of `docs/changes.md`: a block `markdown old`, a block `markdown new`, and a block `changes` with what
//! is told. A block `text file=PATH` before them is a file beside both.

use std::ops::Range;
use std::path::{Path, PathBuf};

use whyproof_case::{Case, Changes, Computed, Scope, changes, resolve};
use whyproof_testing::MemoryHost;

/// One example.
#[derive(Debug, Default)]
pub(crate) struct Example {
    /// The line of its block `changes` on the page.
    pub(crate) line: usize,
    files: Vec<(String, String)>,
    old: String,
    new: String,
    /// What the page says.
    pub(crate) expected: String,
    place: Range<usize>,
}

impl Example {
    fn case(&self, text: &str) -> Case {
        let mut host = MemoryHost::new().file("case.md", text);
        for (path, text) in &self.files {
            host = host.file(path, text);
        }
        let scope = Scope::of(&host, "case.md");
        resolve(
            whyproof_syntax::parse(text),
            &host,
            scope,
            &Computed::default(),
        )
    }

    /// What changed.
    pub(crate) fn changes(&self) -> Changes {
        changes(&self.case(&self.old), &self.case(&self.new))
    }

    /// The same in sentences, a line each.
    pub(crate) fn told(&self) -> String {
        let sentences = self.changes().sentences();
        if sentences.is_empty() {
            return "Nothing.\n".to_owned();
        }
        sentences.iter().map(|one| format!("{one}\n")).collect()
    }
}

/// The page.
pub(crate) struct Page {
    path: PathBuf,
    pub(crate) text: String,
    pub(crate) examples: Vec<Example>,
}

impl Page {
    pub(crate) fn read() -> Page {
        let path = docs().join("changes.md");
        let text = std::fs::read_to_string(&path).unwrap();
        let mut examples = Vec::new();
        let mut open = Example::default();
        for (line, info, place) in blocks(&text) {
            let block = text[place.clone()].to_owned();
            match info.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["text", file] => {
                    let path = file.strip_prefix("file=").expect("a file has a path");
                    open.files.push((path.to_owned(), block));
                }
                ["markdown", "old"] => open.old = block,
                ["markdown", "new"] => open.new = block,
                ["changes"] => {
                    open.line = line;
                    open.expected = block;
                    open.place = place;
                    examples.push(std::mem::take(&mut open));
                }
                _ => {}
            }
        }
        Page {
            path,
            text,
            examples,
        }
    }

    /// Writes what was found into the page.
    pub(crate) fn write(&self, found: &[String]) {
        let mut text = self.text.clone();
        for (example, found) in self.examples.iter().zip(found).rev() {
            text.replace_range(example.place.clone(), found);
        }
        std::fs::write(&self.path, text).unwrap();
    }
}

/// Fenced blocks: line, info string, and where the content stands.
fn blocks(page: &str) -> Vec<(usize, &str, Range<usize>)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str, &str, usize)> = None;
    let mut at = 0;
    for (index, line) in page.split_inclusive('\n').enumerate() {
        let plain = line.trim_end();
        match open {
            None if plain.starts_with("```") => {
                let info = plain.trim_start_matches('`');
                let fence = &plain[..plain.len() - info.len()];
                open = Some((index + 1, fence, info, at + line.len()));
            }
            Some((first, fence, info, start)) if plain == fence => {
                found.push((first, info, start..at));
                open = None;
            }
            _ => {}
        }
        at += line.len();
    }
    found
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// The pages of the specification, by name.
pub(crate) fn specification() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(docs().join("spec")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    paths
}
