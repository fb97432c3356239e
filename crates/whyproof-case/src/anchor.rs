//! Anchors: what keeps hold of words in a file that it cannot write to.

use sha2::{Digest, Sha256};
use whyproof_syntax::Span;

use crate::case::{Case, Named};

/// Characters that an anchor remembers on either side.
const CONTEXT: usize = 32;

/// A hold on words of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The id of the statement, where the words are one.
    pub id: Option<String>,
    /// The exact words.
    pub quote: String,
    /// Up to 32 characters before them.
    pub before: String,
    /// Up to 32 characters after them.
    pub after: String,
    /// The revision's hash.
    pub revision: String,
}

/// Where an anchor's words are in a later revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// The same words between the same words.
    Exact(Span),
    /// The same words elsewhere, or between others.
    Moved(Span),
    /// Other words, at the same id or between the same words.
    Changed(Span),
    /// Nowhere.
    Lost,
}

/// The hash of a revision: SHA-256 of its bytes, in hex.
pub fn revision(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Anchor {
    /// An anchor on `span` of the case.
    pub fn new(case: &Case, span: Span) -> Anchor {
        let id = case
            .statements
            .iter()
            .find(|s| s.span.contains(span) || span.contains(s.span))
            .map(|s| s.id.clone());
        Anchor::of(case, span, id, revision(case.source()))
    }

    /// The same where the statement's id and the revision's hash are known: of many anchors on one case, each would
    /// find them anew.
    pub fn of(case: &Case, span: Span, id: Option<String>, revision: String) -> Anchor {
        let text = case.source();
        let range = span.start as usize..(span.end as usize).min(text.len());
        let before: String = text
            .get(..range.start)
            .unwrap_or("")
            .chars()
            .rev()
            .take(CONTEXT)
            .collect();
        Anchor {
            id,
            quote: text.get(range.clone()).unwrap_or("").to_owned(),
            before: before.chars().rev().collect(),
            after: text
                .get(range.end..)
                .unwrap_or("")
                .chars()
                .take(CONTEXT)
                .collect(),
            revision,
        }
    }
}

/// Places `anchor` in `case`, a later revision: exact where words and context stand as they did, moved where the
/// words stand (nearest by context, then by order), changed where the id or both sides of the context stand.
pub fn place(anchor: &Anchor, case: &Case) -> Placement {
    let text = case.source();
    let span = |at: usize, len: usize| Span::new(at as u32, (at + len) as u32);
    let of_id = anchor.id.as_ref().and_then(|id| match case.named(id) {
        Some(Named::Statement(statement)) => Some(case.statement(statement).span),
        Some(Named::Why(why)) => case.whys.get(why as usize).map(|why| why.span),
        _ => None,
    });
    if !anchor.quote.is_empty() {
        // Looked for with its context, for the same words may overlap one another: ">>" stands twice in ">>>".
        let whole = [&*anchor.before, &anchor.quote, &anchor.after].concat();
        if let Some(at) = text.find(&whole) {
            return Placement::Exact(span(at + anchor.before.len(), anchor.quote.len()));
        }
        let mut best: Option<(usize, usize)> = None;
        for (at, _) in text.match_indices(&anchor.quote) {
            let end = at + anchor.quote.len();
            let before = common_end(&text[..at], &anchor.before);
            let after = common_start(&text[end..], &anchor.after);
            let inside = of_id.is_some_and(|id| id.contains(span(at, anchor.quote.len())));
            let score = before + after + if inside { 2 * CONTEXT * 4 } else { 0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        if let Some((_, at)) = best {
            return Placement::Moved(span(at, anchor.quote.len()));
        }
    }
    if let Some(span) = of_id {
        return Placement::Changed(span);
    }
    between(text, anchor).map_or(Placement::Lost, Placement::Changed)
}

/// What stands between the words that stood on either side, where both are long enough to tell.
fn between(text: &str, anchor: &Anchor) -> Option<Span> {
    if anchor.before.trim().len() < 8 || anchor.after.trim().len() < 8 {
        return None;
    }
    let start = text.find(&anchor.before)? + anchor.before.len();
    let len = text[start..].find(&anchor.after)?;
    let longest = 4 * anchor.quote.len().max(CONTEXT);
    (len <= longest).then(|| Span::new(start as u32, (start + len) as u32))
}

fn common_end(text: &str, before: &str) -> usize {
    text.chars()
        .rev()
        .zip(before.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

fn common_start(text: &str, after: &str) -> usize {
    text.chars()
        .zip(after.chars())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}
