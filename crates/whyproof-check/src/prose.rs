//! The prose of a case, read once for all checks: blocks, sentences.

use std::ops::Range;

use whyproof_case::Case;
use whyproof_syntax::{Place, Role, Span, Text, TextId};

/// One block of the author's prose.
#[derive(Debug)]
pub struct Block {
    /// The block.
    pub id: TextId,
    /// Its words in small letters, byte for byte as long as the words where both are ASCII; see [`Block::sentences`].
    pub lower: String,
    /// Its sentences, as ranges of its words.
    pub sentences: Vec<Range<usize>>,
    /// The role of its section.
    pub role: Option<Role>,
}

/// The author's prose: no quotations, no tables, no footnotes.
#[derive(Debug)]
pub struct Prose {
    /// Its blocks in file order.
    pub blocks: Vec<Block>,
    /// How many words it has.
    pub words: usize,
}

impl Prose {
    pub(crate) fn read(case: &Case) -> Self {
        let document = &case.parse.document;
        let mut prose = Prose {
            blocks: Vec::new(),
            words: 0,
        };
        for (index, text) in document
            .texts
            .iter()
            .enumerate()
            .filter(|(_, text)| text.place == Place::Body)
        {
            let words = text.words.text.as_str();
            prose.words += words.split_ascii_whitespace().count();
            prose.blocks.push(Block {
                id: TextId(index as u32),
                lower: words.to_ascii_lowercase(),
                sentences: whyproof_case::sentences(words),
                role: document.role_of(text),
            });
        }
        prose
    }
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
