//! Goals without a measure, and non-goals that somebody needs.

use crate::english::{Shape, tokens};
use crate::material::{Material, Slots};

use super::outline::{Block, Outline, has, items};
use super::quote::{count, quotation};

/// Verbs of goals that are a matter of degree.
const DEGREE: &[&str] = &[
    "decrease", "improve", "increase", "lower", "minimize", "minimise", "reduce",
];
/// Words of what somebody who is already there cannot do without.
const NEEDED: &[&str] = &[
    "accessibility",
    "backwards-compatible",
    "compatibility",
    "downgrade",
    "downgrades",
    "downgrading",
    "migrate",
    "migrating",
    "migration",
    "offline",
    "rollback",
    "upgrade",
    "upgrades",
    "upgrading",
];

/// The goals and non-goals of a text.
pub(super) fn goals(outline: &Outline, into: &mut Vec<Material>) {
    let measured = outline.heads.iter().any(|head| {
        let heading = ["metric", "success", "measur", "criteria"];
        heading.iter().any(|word| head.lower.contains(word))
            && outline.under(head).iter().any(|block| counts(&block.text))
    });
    for head in &outline.heads {
        let not = [
            "non-goal",
            "non goal",
            "out of scope",
            "not in scope",
            "not goals",
        ];
        let not = not.iter().any(|word| head.lower.contains(word));
        let goal = !not && head.lower.contains("goal");
        for item in items(outline.under(head)) {
            if not {
                into.extend(missed(outline, &head.words, item));
            } else if goal && !measured {
                into.extend(degree(outline, &head.words, item));
            }
        }
    }
}

fn degree(outline: &Outline, heading: &str, item: &[Block]) -> Option<Material> {
    let [only] = item else { return None };
    let [sentence] = only.sentences.as_slice() else {
        return None;
    };
    let quoted = quotation(sentence, only.span)?;
    let words = tokens(&quoted.text);
    let first = words.first().filter(|t| t.any(DEGREE))?;
    let idle = words.iter().any(|t| t.any(&["by", "to", "below", "under"])) && counts(sentence);
    let again = outline
        .blocks
        .iter()
        .filter(|block| block.span != only.span)
        .flat_map(|block| &block.sentences)
        .any(|sentence| counts(sentence) && has(sentence, &[first.lower.as_str()]));
    if idle || again || count(&quoted.text) < 4 {
        return None;
    }
    let slots = Slots::from([("item", quoted)]);
    Some(super::material("goal", slots, only.span, heading, 70))
}

fn missed(outline: &Outline, heading: &str, item: &[Block]) -> Option<Material> {
    let [only] = item else { return None };
    let sentence = only.sentences.first()?;
    let quoted = quotation(sentence, only.span)?;
    let reasons = [
        "as",
        "because",
        "but",
        "later",
        "next",
        "separate",
        "separately",
        "since",
        "so",
        "?",
    ];
    let reasoned = has(&only.text, &reasons);
    // What is not to be touched takes nothing from anybody.
    let kept = [
        "break",
        "breaking",
        "breaks",
        "change",
        "changes",
        "changing",
        "force",
        "forcing",
        "modify",
        "modifying",
        "not",
        "remove",
        "removing",
        "require",
        "requiring",
    ];
    let reasoned = reasoned || has(&quoted.text, &kept);
    let again = outline.speaks_of(
        &quoted.text,
        &[only.span],
        &["because", "but", "since", "so", "should", "will"],
    );
    if !has(&quoted.text, NEEDED) || reasoned || again || count(&quoted.text) < 3 {
        return None;
    }
    let slots = Slots::from([("item", quoted)]);
    Some(super::material("non-goal", slots, only.span, heading, 70))
}

/// Whether a text has a quantity.
fn counts(text: &str) -> bool {
    tokens(text).iter().any(|t| t.shape == Shape::Number)
}
