//! `cargo xtask tidy`: the house rules that no compiler checks.
//!
//! Every rule is a function from the checkout's files to the problems it sees, so that its tests
//! can give it a small made-up tree.

pub mod book;
pub mod manifests;
pub mod pages;
pub mod paths;
pub mod sizes;
pub mod tree;
pub mod whitespace;
pub mod words;

use crate::error::{Error, Result};
use tree::Tree;

/// A rule: the problems it sees in a tree, each beginning with the file's path.
pub type Rule = fn(&Tree) -> Vec<String>;

/// Every rule.
pub const RULES: &[Rule] = &[
    book::rule,
    manifests::rule,
    pages::rule,
    paths::rule,
    sizes::rule,
    whitespace::rule,
    words::rule,
];

/// Prints every problem of the checkout and fails if there is one.
pub fn tidy() -> Result {
    let tree = Tree::load()?;
    let mut problems: Vec<String> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    problems.sort();
    for problem in &problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        1 => Err(Error::Other("tidy sees 1 problem".to_owned())),
        count => Err(Error::Other(format!("tidy sees {count} problems"))),
    }
}
