//! A text by its headings: the blocks under each, its list items, and what the rest of the text says.

use std::cell::OnceCell;

use whyproof_case::{Case, sentences};
use whyproof_syntax::{NodeId, NodeKind, Place, Span, Text, Tree};

use crate::english::tokens;
use crate::likeness::Content;

use super::super::index::Index;
use super::super::sentence::with_backticks;

/// A heading.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) words: String,
    /// In small letters.
    pub(super) lower: String,
    pub(super) span: Span,
    pub(super) level: u8,
    /// The heading above it, by index.
    pub(super) above: Option<usize>,
    /// Its own blocks: first and one past the last.
    pub(super) blocks: (usize, usize),
}

/// A paragraph, or the words of a list item.
#[derive(Debug)]
pub(super) struct Block {
    /// Code between backticks.
    pub(super) text: String,
    pub(super) span: Span,
    /// The heading it stands under.
    pub(super) head: Option<usize>,
    /// The outermost list item it stands in.
    pub(super) item: Option<NodeId>,
    /// How many list items it stands in.
    pub(super) depth: usize,
    /// Its sentences.
    pub(super) sentences: Vec<String>,
    /// Whether all of it is emphasised.
    pub(super) emphasised: bool,
}

/// The headings and blocks of a text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) heads: Vec<Head>,
    pub(super) blocks: Vec<Block>,
    /// The last heading and those above it, outermost first.
    open: Vec<usize>,
    /// The words of all blocks' sentences, read when they are first asked for, with the block of each sentence.
    index: OnceCell<(Index, Vec<usize>)>,
}

impl Outline {
    pub(super) fn read(case: &Case) -> Self {
        let mut found = Outline::default();
        let document = &case.parse.document;
        for text in &document.texts {
            if let NodeKind::Heading(level) = text.kind {
                found.head(text, level);
            } else if text.kind == NodeKind::Paragraph && text.place == Place::Body {
                found.block(&case.parse.tree, text);
            }
        }
        found
    }

    fn head(&mut self, text: &Text, level: u8) {
        let words = text.words.text.split_whitespace().collect::<Vec<_>>();
        let words = words.join(" ");
        while let Some(last) = self.open.last().copied() {
            if self.heads.get(last).is_some_and(|head| head.level < level) {
                break;
            }
            self.open.pop();
        }
        let above = self.open.last().copied();
        self.open.push(self.heads.len());
        self.heads.push(Head {
            lower: words.to_lowercase(),
            words,
            span: text.span,
            level,
            above,
            blocks: (self.blocks.len(), self.blocks.len()),
        });
    }

    fn block(&mut self, tree: &Tree, text: &Text) {
        let mut item = None;
        let mut depth = 0;
        let mut above = tree.parent(text.node);
        while let Some(node) = above {
            if tree.kind(node) == NodeKind::Item {
                item = Some(node);
                depth += 1;
            }
            above = tree.parent(node);
        }
        let words = &text.words;
        let code = words.marks.iter().filter(|m| m.kind == NodeKind::Code);
        let code: Vec<_> = code.map(|m| (m.start as usize, m.end as usize)).collect();
        let ranges = sentences(&words.text);
        let sentence = |range| with_backticks(&words.text, range, code.iter().copied());
        let sentences: Vec<String> = ranges.into_iter().map(sentence).collect();
        let whole = words.text.trim().len();
        let mut marks = words.marks_of(NodeKind::Emphasis);
        self.blocks.push(Block {
            text: with_backticks(&words.text, 0..words.text.len(), code.iter().copied()),
            span: text.span,
            head: self.heads.len().checked_sub(1),
            item,
            depth,
            sentences,
            emphasised: marks.any(|mark| (mark.end - mark.start) as usize + 2 >= whole),
        });
        if let Some(head) = self.heads.last_mut() {
            head.blocks.1 = self.blocks.len();
        }
    }

    /// The blocks that stand directly under a heading.
    pub(super) fn under(&self, head: &Head) -> &[Block] {
        self.blocks
            .get(head.blocks.0..head.blocks.1)
            .unwrap_or_default()
    }

    /// The source between a heading and the next.
    pub(super) fn source_under<'a>(&self, case: &'a Case, head: usize) -> &'a str {
        let end = self
            .heads
            .get(head + 1)
            .map_or(case.source().len(), |next| next.span.start as usize);
        let from = self.heads.get(head).map(|head| head.span.end as usize);
        from.and_then(|from| case.source().get(from..end))
            .unwrap_or_default()
    }

    /// A heading and those above it, innermost first, in small letters.
    pub(super) fn path<'a>(&'a self, head: &'a Head) -> Vec<&'a str> {
        let mut found = vec![head.lower.as_str()];
        let mut above = head.above;
        while let Some(next) = above.and_then(|at| self.heads.get(at)) {
            found.push(&next.lower);
            above = next.above;
        }
        found
    }

    /// Whether a heading stands under this one.
    pub(super) fn has_parts(&self, head: usize) -> bool {
        self.heads.iter().any(|other| other.above == Some(head))
    }

    /// Whether any block but those of `except` has a sentence that shares the words that carry `text`, and a word of
    /// `markers`, or any where there are none.
    pub(super) fn speaks_of(&self, text: &str, except: &[Span], markers: &[&str]) -> bool {
        let (index, of) = self.index.get_or_init(|| {
            let sentences = self.blocks.iter().flat_map(|block| &block.sentences);
            let blocks = self.blocks.iter().enumerate();
            let of = blocks.flat_map(|(at, block)| block.sentences.iter().map(move |_| at));
            (Index::of(sentences.map(String::as_str)), of.collect())
        });
        let content = Content::of(text);
        let size = content.words().count() as f64;
        if size < 2.0 {
            return false;
        }
        let first = |sentence: usize| of.partition_point(|block| *block < of[sentence]);
        index
            .about(&content, 0.7_f64.max(2.0 / size).min(1.0))
            .any(|at| {
                let block = &self.blocks[of[at]];
                !except.contains(&block.span)
                    && (markers.is_empty() || has(&block.sentences[at - first(at)], markers))
            })
    }
}

/// Whether `text` has one of `words`.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    tokens(text).iter().any(|token| token.any(words))
}

/// The items of the lists directly under a heading: the blocks of each, the item's own words first.
pub(super) fn items(blocks: &[Block]) -> Vec<&[Block]> {
    blocks
        .chunk_by(|a, b| a.item.is_some() && a.item == b.item)
        .filter(|chunk| chunk.first().is_some_and(|first| first.depth == 1))
        .collect()
}
