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
    "bit",
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
    "slight",
    "slightly",
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
    "abuse",
    "additional",
    "attack",
    "attackers",
    "attacks",
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
    "delays",
    "fails",
    "force",
    "forces",
    "forever",
    "hard",
    "harder",
    "higher",
    "inconsistent",
    "increase",
    "increased",
    "increases",
    "larger",
    "less",
    "load",
    "lose",
    "loses",
    "mixed",
    "more",
    "not",
    "overhead",
    "outdated",
    "overlaps",
    "relying",
    "restrict",
    "restricts",
    "slower",
    "too",
    "unsecured",
    "wait",
    "work",
    "worse",
];

/// First words of a ground, of a list, and of what a template asks for.
const LEADS: &[&str] = &[
    "because", "consider", "describe", "discuss", "explain", "how", "list", "more", "no", "since",
    "there", "what", "while",
];
/// Words of what is a drawback of anything new.
const USUAL: &[&str] = &[
    "churn",
    "docs",
    "documentation",
    "learn",
    "learning",
    "maintain",
    "maintained",
    "maintenance",
    "surface",
    "teach",
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
    let eased = |sentence: &String| has(sentence, MET) || has(sentence, &["because", "since"]);
    if more.len() > 1 || more.iter().any(eased) {
        return None;
    }
    let quoted = quotation(sentence, only.span)?;
    let words = tokens(&quoted.text);
    let first = words.first()?;
    let points = first.any(&["it", "this", "that", "these", "they", "those", "see", "we"]);
    let labelled = words.iter().any(|t| t.any(&[":", "?"]));
    let met = words.iter().any(|t| t.any(MET)) || sentence.contains("can do that");
    let again = outline.speaks_of(&quoted.text, &[only.span], ELSEWHERE);
    let usual = words.iter().any(|t| t.any(USUAL)) || first.any(LEADS);
    let bad = words.iter().any(|t| t.any(BAD) || t.lower.ends_with("n't"));
    if points || labelled || met || again || usual || !bad || count(&quoted.text) < 4 {
        return None;
    }
    let risk = head.lower.contains("risk");
    // What is so already has no likelihood.
    let sure = words
        .iter()
        .any(|t| t.any(&["is", "are", "does", "do", "has", "have", "currently"]));
    if risk && sure {
        return None;
    }
    let name = if risk { "risk" } else { "drawback" };
    let slots = Slots::from([("item", quoted)]);
    Some(super::material(name, slots, only.span, &head.words, 80))
}
