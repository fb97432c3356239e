//! Questions of a template that are answered by a bare *no* or *not applicable*, where a reader needs the reason.

use crate::material::{Material, Slots};

use super::outline::{Block, Outline};
use super::quote::{count, quotation};

/// Answers that say only that it is not done, or not known.
const BARE: &[&str] = &[
    "no",
    "no.",
    "not yet",
    "not yet.",
    "not at this time",
    "not at this time.",
    "unknown",
    "unknown.",
    "none",
    "none.",
];
/// Answers that say only that the question is not one.
const APPLIES_NOT: &[&str] = &["n/a", "n/a.", "na", "not applicable", "not applicable."];
/// Beginnings of questions to which a bare *no* or *none* needs a reason: what somebody would want to be done.
const WANTED: &[&str] = &[
    "are there any tests",
    "are there tests",
    "can the feature be disabled",
    "can this be disabled",
    "can it be disabled",
    "can it be turned off",
    "can this be rolled back",
    "has this been tested",
    "has it been tested",
    "have you tested",
    "have users been asked",
    "have customers been asked",
    "is it tested",
    "is there a way back",
    "was it tested",
    "were upgrade and rollback tested",
    "were upgrades and rollbacks tested",
    "what are the slis",
    "what are the reasonable slos",
    "what are other known failure modes",
    "what specific metrics should inform a rollback",
];
/// Beginnings of questions to which *not applicable* needs one as well.
const APPLIES: &[&str] = &[
    "how can a rollout or rollback fail",
    "how can an operator determine",
    "how can someone using this feature know",
    "what steps should be taken",
    "what happens if we reenable",
    "what happens if we re-enable",
    "how will you measure",
    "how will we measure",
    "how do we know",
    "how will success be",
];

/// Questions, each a heading or the words of an item, under which only a bare answer stands.
pub(super) fn bare(outline: &Outline, into: &mut Vec<Material>) {
    for head in &outline.heads {
        let [answer] = outline.under(head) else {
            continue;
        };
        into.extend(answered(&head.words, answer, &head.words));
    }
    for pair in outline.blocks.windows(2) {
        let [asked, answer] = pair else { continue };
        let same = asked.head == answer.head && asked.item.is_some() && asked.item == answer.item;
        let heading = asked.head.and_then(|at| outline.heads.get(at));
        if let (true, Some(heading)) = (same, heading) {
            into.extend(answered(&asked.text, answer, &heading.words));
        }
    }
}

fn answered(asked: &str, answer: &Block, heading: &str) -> Option<Material> {
    let asked = asked.trim().trim_matches(['*', '_']);
    let words = answer.text.trim().trim_matches(['*', '_', '-', ' ']);
    let lower = words.to_lowercase();
    let question = asked.trim().to_lowercase();
    let begins = |list: &[&str]| list.iter().any(|one| question.starts_with(one));
    let applies_not = APPLIES_NOT.contains(&lower.as_str());
    let needs = begins(WANTED) || (applies_not && begins(APPLIES));
    let said = applies_not || BARE.contains(&lower.as_str());
    if !(needs && said && asked.ends_with('?') && count(asked) >= 4) {
        return None;
    }
    let item = quotation(asked, answer.span)?;
    let name = if applies_not {
        "not-applicable"
    } else {
        "bare-answer"
    };
    let slots = Slots::from([
        ("item", item),
        (
            "answer",
            super::slot(words.trim_end_matches('.'), answer.span),
        ),
    ]);
    Some(super::material(name, slots, answer.span, heading, 88))
}
