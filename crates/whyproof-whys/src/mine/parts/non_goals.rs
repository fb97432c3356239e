//! Non-goals that somebody needs.

use crate::material::{Material, Slots};

use super::outline::{Block, Outline, has, items};
use super::quote::{count, quotation};

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

/// The non-goals of a text.
pub(super) fn non_goals(outline: &Outline, into: &mut Vec<Material>) {
    const NOT: &[&str] = &[
        "non-goal",
        "non goal",
        "out of scope",
        "not in scope",
        "not goals",
    ];
    for head in &outline.heads {
        if NOT.iter().any(|word| head.lower.contains(word)) {
            for item in items(outline.under(head)) {
                into.extend(missed(outline, &head.words, item));
            }
        }
    }
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
