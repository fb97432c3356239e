//! `cargo xtask summary`: the book's table of contents and the index of the checks, from the
//! pages that exist.

mod page;

use std::fs;

use crate::error::{AtPath, Result};
use crate::shell::root;
use crate::tidy::tree::Tree;
use page::Page;

const SUMMARY: &str = "docs/SUMMARY.md";
const CHECKS: &str = "docs/checks/index.md";

/// The parts of the book, each with its pages in order: a file, or a folder that ends in `/`.
/// What none of them names comes last, under its own heading.
const PARTS: &[(&str, &[&str])] = &[
    (
        "Using it",
        &[
            "tour.md",
            "live-figures.md",
            "charts.md",
            "impact.md",
            "bars.md",
            "experience.md",
            "import.md",
            "take.md",
            "matching.md",
            "stories.md",
            "loop.md",
            "resumes.md",
            "tailoring.md",
            "configuration.md",
            "barrage.md",
            "questions.md",
            "drill.md",
            "changes.md",
            "model.md",
            "charts.md",
            "machine-output.md",
            "what-it-cannot-know.md",
        ],
    ),
    ("The language", &["grammar.md", "figures.md", "spec/"]),
    ("The checks", &["checks/"]),
    (
        "How well it does",
        &["performance.md", "alarms.md", "trials.md", "judged/"],
    ),
];

/// Writes what is generated; a file that is right already is left alone.
pub fn write() -> Result {
    for (path, text) in generated(&Tree::load()?) {
        let file = root().join(path);
        if fs::read_to_string(&file).is_ok_and(|old| old == text) {
            continue;
        }
        fs::write(&file, text).at(&file)?;
        println!("wrote {path}");
    }
    Ok(())
}

/// The generated files: path and text.
pub fn generated(tree: &Tree) -> Vec<(&'static str, String)> {
    let mut pages = Page::all(tree);
    let mut files = Vec::new();
    if pages.iter().any(|page| page.path.starts_with("checks/")) {
        files.push((CHECKS, index(&pages)));
        pages.retain(|page| page.path != "checks/index.md");
        pages.push(Page::new("checks/index.md", INDEX_HEAD));
    }
    if !pages.is_empty() {
        files.push((SUMMARY, summary(pages)));
    }
    files
}

fn summary(mut pages: Vec<Page>) -> String {
    let mut text = String::from("# Summary\n");
    let mut take = |wanted: &dyn Fn(&str) -> bool| -> Vec<Page> {
        let (mut taken, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut pages)
            .into_iter()
            .partition(|page| wanted(&page.path));
        pages = rest;
        taken.sort_by(|a, b| a.key().cmp(&b.key()));
        taken
    };
    for page in take(&|path| path == "README.md") {
        text.push_str(&format!("\n{}\n", page.link("")));
    }
    for (title, names) in PARTS {
        let mut lines = Vec::new();
        for name in *names {
            let chapter =
                take(&|path| path == *name || (name.ends_with('/') && path.starts_with(name)));
            lines.extend(chapter_lines(&chapter));
        }
        push_part(&mut text, title, &lines);
    }
    push_part(&mut text, "More", &chapter_lines(&take(&|_| true)));
    text
}

/// One line a page; under a folder's index, the folder's other pages are nested.
fn chapter_lines(pages: &[Page]) -> Vec<String> {
    let index = pages.iter().find(|page| page.is_index());
    let folder = index
        .and_then(|page| page.path.rsplit_once('/'))
        .map(|(folder, _)| folder);
    let line = |page: &Page| {
        let nested = !page.is_index() && folder.is_some_and(|folder| page.path.starts_with(folder));
        let indent = if nested { "  " } else { "" };
        format!("{indent}- {}\n", page.link(""))
    };
    pages.iter().map(line).collect()
}

fn push_part(text: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        text.push_str(&format!("\n# {title}\n\n{}", lines.concat()));
    }
}

const INDEX_HEAD: &str =
    "# Every check\n\nOne page each: why it speaks, what it says, examples that run as tests.\n";

fn index(pages: &[Page]) -> String {
    let checks = pages
        .iter()
        .filter(|page| page.path.starts_with("checks/") && !page.is_index());
    let mut lines: Vec<String> = checks
        .map(|page| match &page.first_sentence {
            Some(sentence) => format!("- {}: {sentence}\n", page.link("checks/")),
            None => format!("- {}\n", page.link("checks/")),
        })
        .collect();
    lines.sort();
    format!("{INDEX_HEAD}\n{}", lines.concat())
}
