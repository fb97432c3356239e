//! Questions that a proposal leaves open.

use crate::english::tokens;
use crate::likeness::Content;
use crate::material::{Material, Slots};

use super::outline::{Block, Head, Outline, has, items};
use super::quote::{count, quotation};

/// Words of headings under which questions are left open.
const HEADINGS: &[&str] = &["unresolved", "open question", "open issue"];
/// Words of disputes about names, and of questions that any proposal could end with.
const IDLE: &[&str] = &[
    "anything",
    "bike-shed",
    "bike-shedding",
    "bikeshed",
    "bikeshedding",
    "call",
    "called",
    "everything",
    "feedback",
    "name",
    "named",
    "names",
    "naming",
    "rename",
    "resolved",
    "rfc",
    "rfcs",
    "spelling",
    "stabilization",
    "tbd",
    "terminology",
    "todo",
];
/// Beginnings that point to what was said before, or that answer.
const POINTING: &[&str] = &[
    "he", "it", "it's", "no", "none", "nothing", "see", "that", "these", "they", "this", "those",
    "yes",
];
/// Words with which a question is settled.
const SETTLED: &[&str] = &[
    "because", "chose", "chosen", "decided", "must", "should", "since", "will",
];

/// The items and questions under such a heading that carry enough to be asked about.
pub(super) fn left(outline: &Outline, into: &mut Vec<Material>) {
    for head in &outline.heads {
        if !HEADINGS.iter().any(|word| head.lower.contains(word)) {
            continue;
        }
        let blocks = outline.under(head);
        let lists = items(blocks);
        into.extend(lists.iter().filter_map(|item| open(outline, head, item)));
        if lists.is_empty() && blocks.iter().all(asks) {
            let told = blocks.chunks(1);
            into.extend(told.filter_map(|block| open(outline, head, block)));
        }
    }
}

/// Whether all that a block says is asked.
fn asks(block: &Block) -> bool {
    !block.emphasised && block.sentences.iter().all(|one| one.trim().ends_with('?'))
}

fn open(outline: &Outline, head: &Head, item: &[Block]) -> Option<Material> {
    let [only] = item else { return None };
    let sentence = only.sentences.first()?;
    if only.sentences.len() > 1 && !asks(only) {
        return None;
    }
    let sentence = &sentence.replace(" ?", "?");
    let quoted = quotation(sentence, only.span)?;
    let words = tokens(&quoted.text);
    let asks = words.last().is_some_and(|t| t.is("?"));
    let points = words.first().is_some_and(|t| t.any(POINTING));
    let about =
        words.first().is_some_and(|t| t.is("what")) && words.get(1).is_some_and(|t| t.is("about"));
    let others =
        has(&quoted.text, &["other", "else"]) && has(&quoted.text, &["any", "what", "which"]);
    let carried = Content::of(&quoted.text).words().count();
    let least = if asks { 3 } else { 4 };
    let settled = outline.speaks_of(&quoted.text, &[only.span], SETTLED);
    let later = outline.is_of_later(&quoted.text, only.span);
    let idle = words.iter().any(|t| t.any(IDLE));
    if points
        || about
        || others
        || idle
        || settled
        || later
        || carried < least
        || count(&quoted.text) < 5
    {
        return None;
    }
    let weight = if asks { 72 } else { 60 };
    let mut slots = Slots::from([("item", quoted)]);
    if asks {
        slots.insert("asked", slots.get("item")?.clone());
    }
    Some(super::material(
        "open",
        slots,
        only.span,
        &head.words,
        weight,
    ))
}
