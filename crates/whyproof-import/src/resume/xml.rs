//! XML as a tree in one list: ways down are by names, and nothing recurses.

use crate::ImportError;
use crate::docx::xml::{Piece, each};

/// Most elements, and deepest nesting.
const NODES: usize = 200_000;
const DEPTH: usize = 200;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    /// Its own words, between its children.
    pub(super) words: String,
    pub(super) parent: usize,
    /// Where its last descendant stands.
    last: usize,
    attributes: [Option<String>; 3],
}

/// The elements, in the file's order; the first one stands above the root.
#[derive(Debug)]
pub(super) struct Xml(pub(super) Vec<Node>);

const ATTRIBUTES: [&str; 3] = ["year", "month", "day"];

impl Xml {
    pub(super) fn read(name: &str, text: &str) -> Result<Xml, ImportError> {
        let mut nodes = vec![Node::default()];
        let mut open = vec![0];
        let mut over = None;
        let read = each(name, "", text, |piece| {
            if over.is_some() {
                return;
            }
            match piece {
                Piece::Open(tag) => {
                    if nodes.len() >= NODES {
                        over = Some(format!("it has more than {NODES} elements"));
                    } else if open.len() >= DEPTH {
                        over = Some(format!("its elements are nested more than {DEPTH} deep"));
                    }
                    let parent = open.last().copied().unwrap_or(0);
                    open.push(nodes.len());
                    nodes.push(Node {
                        name: tag.name.clone(),
                        parent,
                        attributes: ATTRIBUTES.map(|key| tag.get(key).map(str::to_owned)),
                        ..Node::default()
                    });
                }
                Piece::Text(words) => {
                    if let Some(node) = open.last().and_then(|at| nodes.get_mut(*at)) {
                        node.words.push_str(words);
                    }
                }
                Piece::Close(_) => {
                    let last = nodes.len();
                    if let Some(node) = open.pop().and_then(|at| nodes.get_mut(at)) {
                        node.last = last;
                    }
                }
            }
        });
        read.map_err(|error| told(name, text, error))?;
        if let Some(problem) = over {
            return Err(wrong(name, problem));
        }
        let count = nodes.len();
        if let Some(top) = nodes.first_mut() {
            top.last = count;
        }
        Ok(Xml(nodes))
    }

    /// Every element of this name below `at`, at any depth.
    pub(super) fn all<'x>(&'x self, at: usize, name: &'x str) -> impl Iterator<Item = usize> + 'x {
        let last = self.0.get(at).map_or(at, |node| node.last);
        (at + 1..last).filter(move |at| self.0.get(*at).is_some_and(|node| node.name == name))
    }

    /// The first element below `at` that these names lead to, each at any depth below the one before.
    pub(super) fn first(&self, at: usize, path: &[&str]) -> Option<usize> {
        path.iter()
            .try_fold(at, |at, name| self.all(at, name).next())
    }

    /// The words there.
    pub(super) fn get(&self, at: usize, path: &[&str]) -> Option<String> {
        let words = self.0.get(self.first(at, path)?)?.words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// An attribute there: the year, the month or the day.
    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        let place = ATTRIBUTES.iter().position(|known| *known == name)?;
        self.0.get(at)?.attributes.get(place)?.as_deref()
    }
}

fn wrong(name: &str, problem: String) -> ImportError {
    ImportError::Unreadable {
        name: name.to_owned(),
        what: "Europass XML",
        problem,
        hint: "download it from Europass anew, or import the PDF",
    }
}

/// What is wrong with the XML itself, by the file's lines.
fn told(name: &str, text: &str, error: ImportError) -> ImportError {
    match error {
        ImportError::Doctype { .. } => wrong(
            name,
            "it declares entities, which could make it expand without end".to_owned(),
        ),
        ImportError::Xml { byte, problem, .. } => {
            let before = text
                .get(..usize::try_from(byte).unwrap_or(0))
                .unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            wrong(name, format!("line {line}: {problem}"))
        }
        other => other,
    }
}
