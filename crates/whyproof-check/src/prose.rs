//! The prose of a case, read once for all checks: blocks, sentences, words, quantities, and what each block bears.

mod bearing;
mod find;
mod lists;
mod passage;
mod quantity;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use whyproof_case::{Case, StatementId};
use whyproof_syntax::{NodeKind, Place, Role, Span, Text, TextId};

pub(crate) use bearing::Bearing;
pub(crate) use find::Hit;
pub(crate) use lists::List;
pub(crate) use passage::{Passage, quote};
pub(crate) use quantity::{Dimension, Quantity, Unit};
pub(crate) use tokens::words as word_count;
pub(crate) use tokens::{Token, TokenKind};

/// One block of the author's prose.
#[derive(Debug)]
pub struct Block {
    /// The block.
    pub id: TextId,
    /// Its words with the letters of ASCII made small, so that both have the same bytes elsewhere.
    pub lower: String,
    /// Its sentences, as ranges of its words.
    pub sentences: Vec<Range<usize>>,
    /// The role of its section.
    pub role: Option<Role>,
    /// What the case rests on in it; none where nothing does.
    pub(crate) bearing: Option<Bearing>,
    /// The statement whose words it holds.
    pub(crate) statement: Option<StatementId>,
    /// Whether its numbers have a source: evidence, a figure or a link of its own or of its statement's reasons.
    pub(crate) sourced: bool,
    /// Its evidence, by index: its own, or its statement's.
    pub(crate) evidence: Vec<u32>,
}

/// One sentence of a block that bears something.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its block, by index in [`Prose::blocks`].
    pub(crate) block: u32,
    /// First byte in the block's words.
    pub(crate) start: u32,
    /// Byte after the last.
    pub(crate) end: u32,
    /// How many words it has.
    pub(crate) words: u32,
    /// Whether it has a figure.
    pub(crate) figure: bool,
    tokens: Range<u32>,
    quantities: Range<u32>,
    hits: Range<u32>,
}

/// The author's prose: no quotations, no tables, no footnotes.
#[derive(Debug, Default)]
pub struct Prose {
    /// Its blocks in file order.
    pub blocks: Vec<Block>,
    /// How many words it has.
    pub words: usize,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    quantities: Vec<Quantity>,
    hits: Vec<Hit>,
    evidence: Vec<passage::Sample>,
}

impl Prose {
    pub(crate) fn read(case: &Case) -> Self {
        let document = &case.parse.document;
        let bears = bearing::read(case);
        let mut prose = Prose {
            evidence: passage::samples(case),
            ..Prose::default()
        };
        for (index, text) in document
            .texts
            .iter()
            .enumerate()
            .filter(|(_, text)| text.place == Place::Body)
        {
            let words = text.words.text.as_str();
            prose.words += words.split_ascii_whitespace().count();
            let bears = bears.of(case, index, text);
            prose.blocks.push(Block {
                id: TextId(index as u32),
                lower: words.to_ascii_lowercase(),
                sentences: whyproof_case::sentences(words),
                role: document.role_of(text),
                bearing: bears.bearing,
                statement: bears.statement,
                sourced: bears.sourced,
                evidence: bears.evidence,
            });
            if bears.bearing.is_some() {
                prose.read_block(case, text);
            }
        }
        prose
    }

    /// Reads the sentences of the last block.
    fn read_block(&mut self, case: &Case, text: &Text) {
        let Some(block) = self.blocks.last() else {
            return;
        };
        let index = self.blocks.len() as u32 - 1;
        let code = spans(text, |kind, _| kind == NodeKind::Code);
        let figures = spans(text, |kind, node| {
            kind == NodeKind::Link
                && case
                    .parse
                    .tree
                    .link(node)
                    .is_some_and(|(target, _)| target.starts_with("figure:"))
        });
        let mut hit = self.hits.len();
        find::read(&block.lower, &mut self.hits);
        for range in &block.sentences {
            let (token, quantity, first) = (self.tokens.len(), self.quantities.len(), hit);
            tokens::read(
                &text.words.text,
                range.start,
                range.end,
                &code,
                &mut self.tokens,
            );
            let tokens = &self.tokens[token..];
            let line = quantity::Line {
                words: &text.words.text,
                lower: &block.lower,
                tokens,
            };
            quantity::read(line, &mut self.quantities);
            for quantity in &mut self.quantities[quantity..] {
                quantity.figure = figures
                    .iter()
                    .any(|&(start, end)| start < quantity.end && quantity.start < end);
            }
            while self
                .hits
                .get(hit)
                .is_some_and(|h| (h.start as usize) < range.end)
            {
                hit += 1;
            }
            self.sentences.push(Sentence {
                block: index,
                start: range.start as u32,
                end: range.end as u32,
                words: tokens::words(tokens),
                figure: figures.iter().any(|&(start, end)| {
                    (start as usize) < range.end && range.start < end as usize
                }),
                tokens: token as u32..self.tokens.len() as u32,
                quantities: quantity as u32..self.quantities.len() as u32,
                hits: first as u32..hit as u32,
            });
        }
    }

    /// Every quantity of the footnotes that are evidence.
    pub(crate) fn evidence_quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.evidence.iter().flat_map(|sample| &sample.quantities)
    }

    /// The sentences of blocks that bear something, in file order.
    pub(crate) fn passages<'a>(&'a self, case: &'a Case) -> impl Iterator<Item = Passage<'a>> {
        (0..self.sentences.len()).map(move |at| Passage::new(self, case, at))
    }
}

/// Where the marks that `wanted` takes stand, in order.
fn spans(
    text: &Text,
    wanted: impl Fn(NodeKind, whyproof_syntax::NodeId) -> bool,
) -> Vec<(u32, u32)> {
    text.words
        .marks
        .iter()
        .filter(|mark| wanted(mark.kind, mark.node))
        .map(|mark| (mark.start, mark.end))
        .collect()
}

impl Block {
    /// The text block.
    pub fn text<'c>(&self, case: &'c Case) -> &'c Text {
        case.parse.document.text(self.id)
    }

    /// The source of bytes `range` of the words.
    pub fn source(&self, case: &Case, range: Range<usize>) -> Span {
        self.text(case).words.source(range.start, range.end)
    }
}
