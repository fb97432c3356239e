//! A case file's text as a lossless tree with spans, and a typed view of it.
//!
//! [`parse`] never fails: any UTF-8 text gives a [`Parse`], whose errors are [`Diagnostic`]s. The tree keeps
//! every byte ([`Tree::text`] is the input); the [`Document`] is a view of it in the words of the
//! file format: sections with their roles, text blocks with their words and attributes, footnotes, fenced
//! blocks, and the statements and whys of the argument language. `docs/grammar.md` has the rules.
//!
//! Markdown is CommonMark with tables, footnotes, strikethrough and task lists, read by pulldown-cmark.
//! Nothing here recurses on the depth of its input.

mod attributes;
mod build;
mod comments;
mod diagnostic;
mod document;
mod question;
mod role;
mod span;
mod statement;
mod tree;
mod words;

pub use attributes::{Attributes, Pair, is_id};
pub use diagnostic::{Diagnostic, Edit, Fix, Related, Severity};
pub use document::{Document, Fence, Footnote, FrontMatter, Place, Section, Text, TextId};
pub use role::Role;
pub use span::{LineColumn, LineIndex, Span};
pub use statement::{Reference, Relation, Statement, Why, WhyTarget};
pub use tree::{NodeId, NodeKind, Payload, Tree};
pub use words::{Mark, Words};

/// The result of parsing: the tree, its typed view, and what is wrong with the text.
#[derive(Debug, Clone)]
pub struct Parse {
    /// The lossless tree.
    pub tree: Tree,
    /// The typed view of the tree.
    pub document: Document,
    /// Lines of the text.
    pub lines: LineIndex,
    /// Errors of the text that do not depend on its meaning.
    pub diagnostics: Vec<Diagnostic>,
}

/// Largest text that is parsed, in bytes; offsets are 32 bits wide.
pub const MAX_BYTES: usize = 1 << 30;

/// Parses any text. Bytes beyond [`MAX_BYTES`] are refused by the callers that read files.
pub fn parse(text: &str) -> Parse {
    let mut diagnostics = Vec::new();
    let tree = build::build(text, &mut diagnostics);
    let document = document::read(&tree, &mut diagnostics);
    Parse {
        lines: LineIndex::new(text),
        tree,
        document,
        diagnostics,
    }
}
