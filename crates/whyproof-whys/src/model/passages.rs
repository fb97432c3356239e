//! The passages that a model is shown: those that the ranking picked, with a little around them.

use std::ops::Range;

use whyproof_case::{Case, StatementId, sentences};
use whyproof_syntax::{NodeKind, Span, Text, TextId};

use crate::barrage::Barrage;
use crate::material::On;

/// A paragraph longer than this is shown in part, in bytes.
const LONGEST: usize = 700;
/// A question about more blocks than this is about no passage.
const MOST_BLOCKS: usize = 3;

/// Words of the case that a model may question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The block that they stand in.
    pub text: TextId,
    /// The words, as a reader sees them.
    pub words: String,
    /// Where they begin in the block's words, in bytes.
    pub(crate) from: usize,
    /// The title of their section.
    pub section: Option<String>,
    /// The questions of the barrage about them, by index; the first picked them.
    pub asked: Vec<usize>,
}

impl Passage {
    /// Where bytes `range` of its words stand in the text.
    pub(crate) fn span(&self, case: &Case, range: Range<usize>) -> Span {
        let block = case.parse.document.text(self.text);
        block
            .words
            .source(self.from + range.start, self.from + range.end)
    }

    /// The statement whose own words its block is.
    pub(crate) fn statement(&self, case: &Case) -> Option<StatementId> {
        case.statements()
            .find(|(_, statement)| statement.own.contains(&self.text))
            .map(|(id, _)| id)
    }
}

/// The passages of `barrage`, in its order, each once.
pub(crate) fn passages(case: &Case, barrage: &Barrage) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    for (index, asked) in barrage.asked.iter().enumerate() {
        let span = match asked.on {
            On::Statement(id) => case.statement(id).span,
            _ => asked.span,
        };
        for id in blocks(case, span) {
            match found.iter_mut().find(|passage| passage.text == id) {
                Some(passage) => passage.asked.push(index),
                None => found.extend(passage(case, id, span, index)),
            }
        }
    }
    found
}

/// The blocks that `span` touches; none where they are more than a passage.
fn blocks(case: &Case, span: Span) -> Vec<TextId> {
    let texts = &case.parse.document.texts;
    if span.is_empty() {
        return Vec::new();
    }
    let first = texts.partition_point(|text| text.span.end <= span.start);
    let touched: Vec<TextId> = (first..texts.len())
        .take_while(|&at| texts[at].span.start < span.end)
        .take(MOST_BLOCKS + 1)
        .map(|at| TextId(at as u32))
        .collect();
    if touched.len() > MOST_BLOCKS {
        Vec::new()
    } else {
        touched
    }
}

fn passage(case: &Case, id: TextId, span: Span, asked: usize) -> Option<Passage> {
    let document = &case.parse.document;
    let block = document.text(id);
    let is_title = matches!(block.kind, NodeKind::Heading(1..=2));
    let words = block.words.text.as_str();
    let shown = part(block, span)?;
    if is_title || words.split_whitespace().nth(2).is_none() {
        return None;
    }
    let section = block
        .section
        .and_then(|at| document.sections.get(at as usize));
    Some(Passage {
        text: id,
        words: words.get(shown.clone())?.to_owned(),
        from: shown.start,
        section: section.map(|section| section.title.clone()),
        asked: vec![asked],
    })
}

/// What is shown of a block for the sake of `span`: whole sentences, the one before and those after as there is room.
fn part(block: &Text, span: Span) -> Option<Range<usize>> {
    let words = &block.words;
    let ranges = sentences(&words.text);
    if words.text.len() <= LONGEST {
        return Some(0..words.text.len());
    }
    let touches = |range: &Range<usize>| {
        let source = words.source(range.start, range.end);
        source.start < span.end && span.start < source.end
    };
    let first = ranges.iter().position(touches).unwrap_or(0);
    let mut shown = ranges.get(first)?.clone();
    if let Some(before) = first.checked_sub(1).and_then(|at| ranges.get(at))
        && shown.end - before.start <= LONGEST
    {
        shown.start = before.start;
    }
    for next in ranges.iter().skip(first + 1) {
        if next.end - shown.start > LONGEST {
            break;
        }
        shown.end = next.end;
    }
    // A sentence without an end is cut at a word.
    if shown.end - shown.start > 2 * LONGEST {
        let cut = words.text.get(shown.start..)?;
        let end = cut
            .char_indices()
            .take_while(|(at, _)| *at <= LONGEST)
            .filter(|(_, c)| c.is_whitespace())
            .last()?;
        shown.end = shown.start + end.0;
    }
    Some(shown)
}
