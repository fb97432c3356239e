//! What a question from elsewhere is put to, in the case as it is now.

use std::collections::BTreeMap;

use whyproof_syntax::{NodeKind, Payload, Place, Span, TextId};

use super::clean::clean_words;
use super::{Held, Incoming};
use crate::anchor::{Placement, place};
use crate::case::Case;
use crate::explain::shorten;
use crate::statement::{StatementId, StatementKind};
use crate::why::Target;

/// Fewest characters of words that are looked for where nothing else holds them.
const TELLING: usize = 12;
/// Longest quotation of what is lost, in characters.
const QUOTED: usize = 120;

/// What a question is put to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aim {
    /// The whole case.
    Case,
    /// A statement.
    Statement(StatementId),
    /// The answer of the why of this index.
    Answer(u32),
    /// Words of a block that is neither.
    Passage(TextId),
    /// What is not there.
    Nothing,
}

/// What a question is put to, and how well that is found.
#[derive(Debug, Clone)]
pub(super) struct Aimed {
    pub(super) aim: Aim,
    pub(super) held: Held,
    /// The words that it is put to, as the reader saw them.
    pub(super) quote: String,
    /// Where they stand now, in the block's words.
    pub(super) at: (usize, usize),
}

impl Aimed {
    /// `words` with what they were put to, for a place that does not say it.
    pub(super) fn quoting(&self, words: &str) -> String {
        if self.quote.is_empty() {
            return words.to_owned();
        }
        format!("On “{}”: {words}", shorten(&self.quote, QUOTED))
    }
}

/// What the blocks of a case are.
pub(super) struct Aims<'c> {
    pub(super) case: &'c Case,
    /// The statement whose own words a block has.
    belongs: BTreeMap<TextId, StatementId>,
    /// The why that a block asks or answers.
    whys: BTreeMap<TextId, u32>,
    /// The why whose question or answer a statement is.
    said: BTreeMap<StatementId, u32>,
}

impl<'c> Aims<'c> {
    pub(super) fn new(case: &'c Case) -> Self {
        let mut aims = Aims {
            case,
            belongs: BTreeMap::new(),
            whys: BTreeMap::new(),
            said: BTreeMap::new(),
        };
        for (id, statement) in case.statements() {
            if !matches!(statement.kind, StatementKind::Why | StatementKind::Answer) {
                for text in &statement.own {
                    aims.belongs.entry(*text).or_insert(id);
                }
            }
        }
        for (index, why) in (0..).zip(&case.whys) {
            for text in why.answer_blocks.iter().chain([&why.head]) {
                aims.whys.entry(*text).or_insert(index);
            }
            for said in why.statement.iter().chain(&why.answered_by) {
                aims.said.insert(*said, index);
            }
        }
        aims
    }

    /// The statement among whose own words a block's are, that of a why or its answer apart.
    pub(super) fn belonging(&self, block: TextId) -> Option<StatementId> {
        self.belongs.get(&block).copied()
    }

    /// What a why of the case is put to.
    pub(super) fn of(&self, target: &Target) -> Aim {
        match target {
            Target::Case => Aim::Case,
            Target::Statement(id) => match self.said.get(id) {
                Some(why) => Aim::Answer(*why),
                None => Aim::Statement(*id),
            },
            Target::Answer(why) => Aim::Answer(*why),
            Target::Passage(span) => self.block(*span).map_or(Aim::Nothing, Aim::Passage),
            Target::Dangling(_) => Aim::Nothing,
        }
    }

    /// What an incoming question is put to.
    pub(super) fn aim(&self, incoming: &Incoming) -> Aimed {
        let marked = clean_words(&incoming.words);
        let Some(anchor) = &incoming.anchor else {
            let aim = if marked.is_empty() {
                (Aim::Case, Held::Whole)
            } else {
                (Aim::Nothing, Held::Lost)
            };
            return self.elsewhere(&marked).unwrap_or(Aimed {
                aim: aim.0,
                held: aim.1,
                quote: marked,
                at: (0, 0),
            });
        };
        let (span, held) = match place(anchor, self.case) {
            Placement::Exact(span) => (Some(span), Held::Exact),
            Placement::Moved(span) => (Some(span), Held::Moved),
            Placement::Changed(span) => (Some(span), Held::Changed),
            Placement::Lost => (None, Held::Lost),
        };
        let quote = if marked.is_empty() {
            clean_words(&anchor.quote)
        } else {
            marked
        };
        let block = span.and_then(|span| self.block(span));
        match (block, span) {
            (Some(block), Some(span)) => self.at(block, span, held, quote),
            _ => self.elsewhere(&quote).unwrap_or(Aimed {
                aim: Aim::Nothing,
                held: Held::Lost,
                quote,
                at: (0, 0),
            }),
        }
    }

    /// A question put to the words of `block` in `span`.
    fn at(&self, block: TextId, span: Span, held: Held, quote: String) -> Aimed {
        let words = &self.case.parse.document.text(block).words.text;
        let at = words
            .find(&quote)
            .filter(|_| !quote.is_empty())
            .map(|at| (at, at + quote.len()));
        let at = at.unwrap_or_else(|| self.words_in(block, span));
        let (aim, at) = self.what(block, at);
        Aimed {
            aim,
            held,
            quote,
            at,
        }
    }

    /// The block where `quote` stands, where it says enough to be looked for.
    fn elsewhere(&self, quote: &str) -> Option<Aimed> {
        if quote.chars().count() < TELLING {
            return None;
        }
        let texts = &self.case.parse.document.texts;
        let found = (0..)
            .zip(texts)
            .find_map(|(index, text)| Some((TextId(index), text.words.text.find(quote)?)));
        let (block, at) = found?;
        let (aim, at) = self.what(block, (at, at + quote.len()));
        (aim != Aim::Nothing).then(|| Aimed {
            aim,
            held: Held::Moved,
            quote: quote.to_owned(),
            at,
        })
    }

    /// What a block's words are; a note's are the words that cite it.
    fn what(&self, block: TextId, at: (usize, usize)) -> (Aim, (usize, usize)) {
        let document = &self.case.parse.document;
        let (block, at) = match document.text(block).place {
            Place::Footnote(note) => match self.cited(note) {
                Some(cited) => cited,
                None => return (Aim::Nothing, at),
            },
            _ => (block, at),
        };
        if let Some(why) = self.whys.get(&block) {
            return (Aim::Answer(*why), at);
        }
        match self.belongs.get(&block) {
            Some(statement) => (Aim::Statement(*statement), at),
            None => (Aim::Passage(block), at),
        }
    }

    /// The first block that cites a note, outside of notes, and its words before the reference.
    fn cited(&self, note: u32) -> Option<(TextId, (usize, usize))> {
        let document = &self.case.parse.document;
        let label = document.footnotes.get(note as usize)?.label.to_lowercase();
        let body = (0..).zip(&document.texts);
        let mut body = body.filter(|(_, text)| !matches!(text.place, Place::Footnote(_)));
        body.find_map(|(index, text)| {
            let mut marks = text.words.marks_of(NodeKind::FootnoteReference);
            let mark = marks.find(|mark| {
                matches!(self.case.parse.tree.payload(mark.node), Some(Payload::Label(other)) if other.to_lowercase() == label)
            })?;
            let end = text.words.text.get(..mark.start as usize)?.trim_end().len();
            let start = text.words.text.get(..end)?.rmatch_indices(' ').nth(7);
            Some((TextId(index), (start.map_or(0, |(at, _)| at + 1), end)))
        })
    }

    /// The block that has words of `span`.
    fn block(&self, span: Span) -> Option<TextId> {
        let texts = &self.case.parse.document.texts;
        let at = texts.partition_point(|text| text.span.end <= span.start);
        let text = texts.get(at)?;
        let meets = text.span.start < span.end || text.span.contains(span);
        meets.then_some(TextId(at as u32))
    }

    /// The words of `block` that stand in `span`, whole ones; all of them where none does.
    fn words_in(&self, block: TextId, span: Span) -> (usize, usize) {
        let words = &self.case.parse.document.text(block).words;
        let mut found: Option<(usize, usize)> = None;
        let mut start = 0;
        for word in words.text.split(' ') {
            let end = start + word.len();
            let source = words.source(start, end);
            if source.start < span.end && span.start < source.end {
                found = Some((found.map_or(start, |(from, _)| from), end));
            }
            start = end + 1;
        }
        found.unwrap_or((0, words.text.len()))
    }
}
