//! A sentence with all that was read of it: what checks look at.

use whyproof_case::{Case, StatementId};
use whyproof_syntax::{Diagnostic, Span};

use super::quantity::{self, Line};
use super::{
    Bearing, Block, Dimension, Hit, List, Prose, Quantity, Sentence, Token, TokenKind, tokens,
};
use crate::check::Sink;

/// What a footnote says in numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample {
    /// Whether it gives a count above ten.
    pub(crate) counted: bool,
    /// Its quantities.
    pub(crate) quantities: Vec<Quantity>,
}

/// Reads the sample of each evidence, in order.
pub(super) fn samples(case: &Case) -> Vec<Sample> {
    let mut tokens = Vec::new();
    let one = |evidence: &whyproof_case::Evidence| {
        tokens.clear();
        let mut quantities = Vec::new();
        let lower = evidence.text.to_ascii_lowercase();
        tokens::read(&evidence.text, 0, evidence.text.len(), &[], &mut tokens);
        let line = Line {
            words: &evidence.text,
            lower: &lower,
            tokens: &tokens,
        };
        quantity::read(line, &mut quantities);
        Sample {
            counted: quantities.iter().any(is_count),
            quantities,
        }
    };
    case.evidence.iter().map(one).collect()
}

fn is_count(quantity: &Quantity) -> bool {
    quantity.unit.dimension == Dimension::Count && quantity.value > 10.0
}

/// One sentence.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'a> {
    prose: &'a Prose,
    case: &'a Case,
    /// Its place among the sentences.
    at: usize,
    /// The sentence.
    pub(crate) sentence: &'a Sentence,
    /// Its block.
    pub(crate) block: &'a Block,
    /// What its block bears.
    pub(crate) bearing: Bearing,
}

impl<'a> Passage<'a> {
    pub(super) fn new(prose: &'a Prose, case: &'a Case, at: usize) -> Self {
        let sentence = &prose.sentences[at];
        let block = &prose.blocks[sentence.block as usize];
        Self {
            prose,
            case,
            at,
            sentence,
            block,
            bearing: block.bearing.unwrap_or(Bearing::Claim),
        }
    }

    /// Adds a finding: it weighs what rests on its statement.
    pub(crate) fn report(&self, sink: &mut Sink, diagnostic: Diagnostic) {
        match self.block.statement {
            Some(statement) => sink.push_on(self.case, statement, diagnostic),
            None => sink.push(diagnostic),
        }
    }

    /// The statement it belongs to.
    pub(crate) fn statement(&self) -> Option<StatementId> {
        self.block.statement
    }

    /// Its tokens.
    pub(crate) fn tokens(&self) -> &'a [Token] {
        slice(&self.prose.tokens, &self.sentence.tokens)
    }

    /// Its quantities, in order.
    pub(crate) fn quantities(&self) -> &'a [Quantity] {
        slice(&self.prose.quantities, &self.sentence.quantities)
    }

    /// The hits of one list, in order.
    pub(crate) fn hits(&self, list: List) -> impl Iterator<Item = &'a Hit> + use<'a> {
        let hits = slice(&self.prose.hits, &self.sentence.hits);
        hits.iter().filter(move |hit| hit.list == list)
    }

    /// Whether it has a word of the list.
    pub(crate) fn has(&self, list: List) -> bool {
        self.hits(list).next().is_some()
    }

    /// Whether it has a number: a quantity, a figure, or words such as *twice* and *half*.
    pub(crate) fn has_number(&self) -> bool {
        self.sentence.figure || !self.quantities().is_empty() || self.has(List::Number)
    }

    /// Whether its evidence says how much there was to see.
    pub(crate) fn is_sampled(&self) -> bool {
        let sample = |index: &u32| self.prose.evidence.get(*index as usize);
        self.block
            .evidence
            .iter()
            .filter_map(sample)
            .any(|sample| sample.counted)
    }

    /// Whether it or the sentence before it in its block gives a count above ten, or one in a figure.
    pub(crate) fn is_counted(&self) -> bool {
        let counted = |passage: &Passage<'_>| {
            passage.quantities().iter().any(|quantity| {
                is_count(quantity)
                    || (quantity.figure && quantity.unit.dimension == Dimension::Count)
            })
        };
        counted(self) || self.previous().is_some_and(|before| counted(&before))
    }

    /// The sentence before it in its block.
    pub(crate) fn previous(&self) -> Option<Passage<'a>> {
        let before = self.at.checked_sub(1)?;
        let same = self.prose.sentences.get(before)?.block == self.sentence.block;
        same.then(|| Passage::new(self.prose, self.case, before))
    }

    /// Its words, in small letters.
    pub(crate) fn lower(&self) -> &'a str {
        self.slice(self.sentence.start, self.sentence.end)
    }

    /// Bytes `start..end` of the block's words, in small letters.
    pub(crate) fn slice(&self, start: u32, end: u32) -> &'a str {
        self.block
            .lower
            .get(start as usize..end as usize)
            .unwrap_or("")
    }

    /// Bytes `start..end` of the block's words, as written.
    pub(crate) fn written(&self, start: u32, end: u32) -> &'a str {
        let words = &self.block.text(self.case).words.text;
        words.get(start as usize..end as usize).unwrap_or("")
    }

    /// A hit's words, as written.
    pub(crate) fn quote(&self, hit: &Hit) -> &'a str {
        self.written(hit.start, hit.end)
    }

    /// Where bytes `start..end` of the block's words stand in the file.
    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        self.block.source(self.case, start as usize..end as usize)
    }

    /// The index of the first token at or after byte `at`.
    pub(crate) fn token_at(&self, at: u32) -> usize {
        self.tokens().partition_point(|token| token.start < at)
    }

    /// The token of this index in small letters; empty beyond the sentence.
    pub(crate) fn token(&self, index: usize) -> &'a str {
        self.tokens()
            .get(index)
            .map_or("", |token| token.of(&self.block.lower))
    }

    /// The token before byte `at`, in small letters; empty at the sentence's start.
    pub(crate) fn before(&self, at: u32) -> &'a str {
        self.nth_before(at, 1)
    }

    /// The `n`-th token before byte `at`, from 1.
    pub(crate) fn nth_before(&self, at: u32, n: usize) -> &'a str {
        self.token_at(at)
            .checked_sub(n)
            .map_or("", |index| self.token(index))
    }

    /// The token after byte `at`, in small letters.
    pub(crate) fn after(&self, at: u32) -> &'a str {
        self.token(self.token_at(at))
    }

    /// The `n`-th token after byte `at`, from 1.
    pub(crate) fn nth_after(&self, at: u32, n: usize) -> &'a str {
        self.token(self.token_at(at) + n.saturating_sub(1))
    }

    /// Whether byte `at` stands in a code span or a quotation.
    pub(crate) fn is_quoted(&self, at: u32) -> bool {
        let code = self
            .tokens()
            .get(self.token_at(at))
            .is_some_and(|token| token.start == at && token.kind == TokenKind::Code);
        code || self.in_quotation(at)
    }

    fn in_quotation(&self, at: u32) -> bool {
        let before = self.slice(self.sentence.start, at);
        if !before.contains(['"', '“', '”']) {
            return false;
        }
        let straight = before.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        let open = before.rfind('“');
        let closed = before.rfind('”');
        straight || open > closed
    }
}

fn slice<'a, T>(of: &'a [T], range: &std::ops::Range<u32>) -> &'a [T] {
    of.get(range.start as usize..range.end as usize)
        .unwrap_or(&[])
}

/// `words` in quotation marks, for messages.
pub(crate) fn quote(words: &str) -> String {
    format!("“{words}”")
}
