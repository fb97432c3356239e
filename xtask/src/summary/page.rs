//! A page of the book: where it is, what it is called and how it begins.

use crate::tidy::tree::Tree;

/// A page under docs/.
pub(super) struct Page {
    /// The path from docs/.
    pub(super) path: String,
    /// The heading it begins with, or the path where there is none.
    pub(super) title: String,
    /// The first sentence of the first paragraph.
    pub(super) first_sentence: Option<String>,
}

impl Page {
    /// Every page that exists, but for the table of contents.
    pub(super) fn all(tree: &Tree) -> Vec<Self> {
        tree.ending(".md")
            .filter_map(|(path, text)| Some((path.strip_prefix("docs/")?, text)))
            .filter(|(path, _)| *path != "SUMMARY.md")
            .map(|(path, text)| Self::new(path, text))
            .collect()
    }

    /// A page from its text.
    pub(super) fn new(path: &str, text: &str) -> Self {
        let lines = || body(text).lines().skip_while(|line| line.trim().is_empty());
        let title = lines().next().and_then(|line| line.strip_prefix("# "));
        let paragraph: Vec<&str> = lines()
            .skip_while(|line| !begins_a_paragraph(line))
            .take_while(|line| !line.trim().is_empty())
            .map(str::trim)
            .collect();
        Self {
            path: path.to_owned(),
            title: title.unwrap_or(path).trim().to_owned(),
            first_sentence: first_sentence(&paragraph.join(" ")),
        }
    }

    /// Whether the page stands for its folder.
    pub(super) fn is_index(&self) -> bool {
        matches!(
            self.path.rsplit_once('/'),
            Some((_, "index.md" | "README.md"))
        )
    }

    /// What pages are ordered by: folder, its index first, then the name.
    pub(super) fn key(&self) -> (&str, bool, &str) {
        let (folder, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        (folder, !self.is_index(), name)
    }

    /// A Markdown link to the page, from a folder of docs/.
    pub(super) fn link(&self, from: &str) -> String {
        let title = self.title.replace('[', "\\[").replace(']', "\\]");
        let path = self.path.strip_prefix(from).unwrap_or(&self.path);
        format!("[{title}]({path})")
    }
}

/// The text after the front matter.
fn body(text: &str) -> &str {
    text.strip_prefix("---\n")
        .and_then(|rest| Some(rest.split_once("\n---\n")?.1))
        .unwrap_or(text)
}

/// Prose begins with a letter, emphasis, code or a quotation mark; not a list, a table or a fence.
fn begins_a_paragraph(line: &str) -> bool {
    let code = line.starts_with('`') && !line.starts_with("```");
    let list = line.starts_with("* ") || line.starts_with("- ");
    let letter = line
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() || "*_\"“‘'".contains(c));
    code || (letter && !list)
}

fn first_sentence(paragraph: &str) -> Option<String> {
    let end = paragraph
        .match_indices(['.', '?', '!'])
        .map(|(at, mark)| at + mark.len())
        .find(|end| {
            let rest = &paragraph[*end..];
            rest.is_empty() || rest.starts_with(' ')
        })
        .unwrap_or(paragraph.len());
    let sentence = paragraph[..end].trim();
    (!sentence.is_empty()).then(|| sentence.to_owned())
}
