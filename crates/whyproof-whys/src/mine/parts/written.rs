//! What is still to be written.

use crate::english::tokens;
use crate::material::{Material, Slots};

use super::outline::{Block, Outline};
use super::quote::{count, quotation};

fn is_later(block: &Block) -> bool {
    tokens(&block.text)
        .first()
        .is_some_and(|t| t.any(&["todo", "tbd"]))
}

/// Items under a heading of success that say what has still to be said: a mark for what is to do, then a question.
pub(super) fn to_be_written(outline: &Outline, into: &mut Vec<Material>) {
    for block in outline.blocks.iter().filter(|block| is_later(block)) {
        let Some(head) = block.head.and_then(|at| outline.heads.get(at)) else {
            continue;
        };
        let Some((_, words)) = block.text.split_once(':') else {
            continue;
        };
        let asks = words.trim().ends_with('?') && block.sentences.len() == 1 && count(words) >= 6;
        let Some(item) = quotation(words, block.span).filter(|_| asks) else {
            continue;
        };
        let heading = head.words.trim_end_matches(':').trim();
        let success = ["success", "metric", "criteria"]
            .iter()
            .any(|word| head.lower.contains(word));
        if success {
            let slots = Slots::from([("item", item), ("heading", super::slot(heading, head.span))]);
            into.push(super::material(
                "todo-success",
                slots,
                block.span,
                &head.words,
                86,
            ));
        }
    }
}
