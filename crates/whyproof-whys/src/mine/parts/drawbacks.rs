//! Drawbacks and risks that are listed and left there.

use crate::english::tokens;
use crate::material::{Material, Slots};

use super::outline::{Block, Head, Outline, has, items};
use super::quote::{count, quotation};

/// Words of headings under which drawbacks are listed.
const HEADINGS: &[&str] = &["drawback", "risk", "downside", "disadvantage"];
/// Words with which a drawback is met, weighed or denied.
const MET: &[&str] = &[
    "acceptable",
    "accepted",
    "although",
    "avoid",
    "avoided",
    "avoids",
    "but",
    "fallback",
    "fine",
    "fortunately",
    "however",
    "instead",
    "minimal",
    "minor",
    "mitigate",
    "mitigated",
    "mitigates",
    "mitigating",
    "mitigation",
    "mitigations",
    "negligible",
    "none",
    "outweigh",
    "outweighs",
    "rare",
    "rarely",
    "recommend",
    "should",
    "solved",
    "though",
    "unlikely",
    "unless",
    "we'll",
    "workaround",
];
/// Words with which something elsewhere is done about it.
const ELSEWHERE: &[&str] = &[
    "acceptable",
    "although",
    "avoid",
    "avoids",
    "because",
    "but",
    "can",
    "could",
    "however",
    "instead",
    "mitigate",
    "mitigated",
    "mitigation",
    "rare",
    "should",
    "though",
    "unlikely",
    "we'll",
    "will",
    "workaround",
    "worth",
];
/// Words without which a paragraph is only a description.
const BAD: &[&str] = &[
    "additional",
    "another",
    "break",
    "breaking",
    "breaks",
    "burden",
    "cannot",
    "churn",
    "complex",
    "complexity",
    "confuse",
    "confusing",
    "confusion",
    "cost",
    "costs",
    "difficult",
    "duplicate",
    "extra",
    "fail",
    "fails",
    "forever",
    "hard",
    "harder",
    "increase",
    "increased",
    "increases",
    "larger",
    "less",
    "lose",
    "loses",
    "more",
    "not",
    "overhead",
    "slower",
    "too",
    "worse",
];

/// The items and one-sentence paragraphs under such a heading that nothing is said about.
pub(super) fn bare(outline: &Outline, into: &mut Vec<Material>) {
    for head in &outline.heads {
        let listed = HEADINGS.iter().any(|word| head.lower.contains(word));
        // The drawbacks of what is there today are a reason, and nothing that has to be made good.
        let of_another = ["of ", "with ", "current", "existing", "alternative"]
            .iter()
            .any(|word| head.lower.contains(word) && !head.lower.contains("of this"));
        if !listed || of_another {
            continue;
        }
        let blocks = outline.under(head);
        let lists = items(blocks);
        let met = blocks
            .iter()
            .any(|block| block.depth == 0 && has(&block.text, MET));
        if !lists.is_empty() && met {
            continue;
        }
        if lists.is_empty() {
            for (at, block) in blocks.iter().enumerate() {
                let alone = blocks.get(at + 1).is_none_or(|next| !has(&next.text, MET));
                if alone && has(&block.text, BAD) {
                    into.extend(left(outline, head, std::slice::from_ref(block)));
                }
            }
        }
        into.extend(
            lists
                .into_iter()
                .filter_map(|item| left(outline, head, item)),
        );
    }
}

fn left(outline: &Outline, head: &Head, item: &[Block]) -> Option<Material> {
    let [only] = item else { return None };
    let (sentence, more) = only.sentences.split_first()?;
    if more.len() > 1 || more.iter().any(|sentence| has(sentence, MET)) {
        return None;
    }
    let quoted = quotation(sentence, only.span)?;
    let words = tokens(&quoted.text);
    let first = words.first()?;
    let points = first.any(&["it", "this", "that", "these", "they", "those", "see", "we"]);
    let labelled = words.iter().any(|t| t.any(&[":", "?"]));
    let met = words.iter().any(|t| t.any(MET)) || sentence.contains("can do that");
    let again = outline.speaks_of(&quoted.text, &[only.span], ELSEWHERE);
    if points || labelled || met || again || count(&quoted.text) < 4 {
        return None;
    }
    let name = if head.lower.contains("risk") {
        "risk"
    } else {
        "drawback"
    };
    let slots = Slots::from([("item", quoted)]);
    Some(super::material(name, slots, only.span, &head.words, 80))
}
