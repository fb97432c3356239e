//! Finding the parts of the problem in its words: rules over the words of each sentence, in one pass.

mod bad;
mod hurts;
mod known;
mod lexicon;
mod many;
mod marked;
mod often;
mod quantity;
mod tokens;
mod way_out;
mod when;
mod who;

use whyproof_syntax::{NodeKind, Parse, Payload, Place, Section, Text};

use super::{Found, Part, Problem};
use crate::sentences::sentences;
use tokens::{Hit, Token};

/// Words read at a time: finders look around in a clause, and a text without punctuation is one.
const LONGEST: usize = 200;

/// A finder of one part in one sentence.
type Finder = fn(&[Token]) -> Option<Hit>;

/// The surest words for each part so far, and how sure they are.
#[derive(Default)]
struct Best([Option<(Found, u8)>; 8]);

/// Finds the parts that one section says, and keeps those found before. What the author marked wins.
pub(super) fn parts(
    parse: &Parse,
    section: &Section,
    is_evidence: &impl Fn(&str) -> bool,
    into: &mut Problem,
) {
    let mut best = Best::default();
    let mut heading = None;
    for (_, block) in parse.document.texts_in(section.texts) {
        if matches!(block.place, Place::Footnote(_) | Place::Quote) {
            continue;
        }
        if matches!(block.kind, NodeKind::Heading(_)) {
            heading = Part::of(&block.words.text);
            continue;
        }
        let labels = marked::read(block, heading.take(), into);
        cited(parse, block, is_evidence, &mut best);
        for range in sentences(&block.words.text) {
            let mut tokens = tokens::tokens(&block.words.text, range);
            // What a label says is said of the part it marks, and of no other.
            tokens.retain(|token| !labels.iter().any(|label| label.contains(&token.start)));
            for part in tokens.chunks(LONGEST) {
                best.read(block, part);
            }
        }
    }
    for (part, found) in into.parts.iter_mut().zip(best.0) {
        if part.is_none() {
            *part = found.map(|(found, _)| found);
        }
    }
}

impl Best {
    /// Reads one sentence for every part that is not surely found.
    fn read(&mut self, block: &Text, tokens: &[Token]) {
        const FINDERS: [Finder; 8] = [
            who::find,
            when::find,
            hurts::find,
            many::find,
            often::find,
            bad::find,
            way_out::find,
            known::find,
        ];
        for (index, (best, find)) in self.0.iter_mut().zip(FINDERS).enumerate() {
            let before = best.as_ref().map_or(0, |(_, score)| *score);
            // A count of a whole is surer than any other.
            if before >= 3 + u8::from(index == Part::HowMany as usize) {
                continue;
            }
            let hit = find(tokens).filter(|hit| hit.score > before);
            if let Some((found, score)) =
                hit.and_then(|hit| Some((shown(block, tokens, hit)?, hit.score)))
            {
                *best = Some((found, score));
            }
        }
    }
}

/// The words of a hit, as they stand in the text.
fn shown(block: &Text, tokens: &[Token], hit: Hit) -> Option<Found> {
    let start = tokens.get(hit.from)?.start;
    let end = tokens.get(hit.to.checked_sub(1)?)?.end;
    Some(Found {
        text: block.words.text.get(start..end)?.to_owned(),
        span: block.words.source(start, end),
        marked: false,
    })
}

/// How we know, by reference: a footnote of evidence, or a figure that has a value.
fn cited(parse: &Parse, block: &Text, is_evidence: &impl Fn(&str) -> bool, best: &mut Best) {
    let place = &mut best.0[Part::HowWeKnow as usize];
    if place.as_ref().is_some_and(|(_, score)| *score >= 2) {
        return;
    }
    let words = &block.words;
    let mark = words.marks.iter().find(|mark| match mark.kind {
        NodeKind::FootnoteReference => matches!(parse.tree.payload(mark.node), Some(Payload::Label(label)) if is_evidence(label)),
        NodeKind::Link => {
            let figure = parse.tree.link(mark.node).is_some_and(|(to, _)| to.starts_with("figure:"));
            figure && words.text.get(mark.start as usize..mark.end as usize) != Some("?")
        }
        _ => false,
    });
    let Some(mark) = mark else { return };
    let at = mark.start as usize;
    let sentence = sentences(&words.text)
        .into_iter()
        .find(|range| range.start <= at && at <= range.end);
    let Some(range) = sentence else { return };
    let tokens = tokens::tokens(&words.text, range);
    let last = tokens
        .iter()
        .rposition(|token| token.start < at)
        .unwrap_or(0);
    if let Some(found) = (!tokens.is_empty())
        .then(|| tokens::around(&tokens, last, 2))
        .and_then(|hit| shown(block, &tokens, hit))
    {
        *place = Some((found, 2));
    }
}
