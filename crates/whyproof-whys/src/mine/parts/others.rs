//! Other ways that are named and set aside without a reason.

use whyproof_case::Case;

use crate::english::{Shape, tokens};
use crate::material::{Material, Slots};

use super::outline::{Block, Head, Outline, has, items};
use super::quote::{count, instruction, quotation};

/// Words of headings under which other ways are told.
const HEADINGS: &[&str] = &[
    "alternative",
    "rejected",
    "discard",
    "options considered",
    "other options",
    "ideas considered",
    "approaches considered",
    "other approaches",
];
/// Words with which something is said for or against a way.
const WEIGHED: &[&str] = &[
    "advantage",
    "already",
    "although",
    "ambiguous",
    "bad",
    "because",
    "benefit",
    "better",
    "break",
    "breaking",
    "breaks",
    "but",
    "cannot",
    "can't",
    "complex",
    "complexity",
    "complicated",
    "con",
    "confusing",
    "cons",
    "cost",
    "costs",
    "despite",
    "difficult",
    "disadvantage",
    "disadvantages",
    "doesn't",
    "don't",
    "downside",
    "downsides",
    "drawback",
    "drawbacks",
    "due",
    "duplicate",
    "expensive",
    "fail",
    "fails",
    "fewer",
    "good",
    "hard",
    "harder",
    "however",
    "impossible",
    "inconsistent",
    "insufficient",
    "isn't",
    "issue",
    "issues",
    "lack",
    "lacking",
    "lacks",
    "less",
    "limited",
    "lose",
    "loses",
    "more",
    "need",
    "needs",
    "never",
    "no",
    "not",
    "only",
    "overkill",
    "problem",
    "problems",
    "pro",
    "pros",
    "reason",
    "rejected",
    "require",
    "requires",
    "risk",
    "risky",
    "since",
    "slow",
    "slower",
    "so",
    "still",
    "though",
    "too",
    "ugly",
    "unclear",
    "unfortunately",
    "unlike",
    "unnecessary",
    "verbose",
    "while",
    "why",
    "won't",
    "worse",
    "would",
    "wouldn't",
    "yet",
];
/// Words with which a way is turned down elsewhere.
const AGAINST: &[&str] = &[
    "against",
    "because",
    "but",
    "cannot",
    "drawback",
    "however",
    "instead",
    "reject",
    "rejected",
    "since",
    "too",
    "unfortunately",
    "would",
];
/// Beginnings of what is no other way but what is now, or something said of a way.
const NONE: &[&str] = &[
    "continuing",
    "current",
    "existing",
    "he",
    "here",
    "if",
    "it",
    "it's",
    "keeping",
    "leave",
    "leaving",
    "none",
    "not",
    "nothing",
    "see",
    "something",
    "status",
    "that",
    "the existing",
    "there",
    "these",
    "they",
    "this",
    "those",
    "which",
    "you",
];
/// Verbs of instructions with which a way is named.
const DOING: &[&str] = &[
    "add",
    "adopt",
    "allow",
    "build",
    "calculate",
    "change",
    "compute",
    "continue",
    "create",
    "define",
    "deprecate",
    "do",
    "encode",
    "expose",
    "extend",
    "generate",
    "give",
    "have",
    "implement",
    "introduce",
    "keep",
    "let",
    "make",
    "merge",
    "move",
    "pass",
    "provide",
    "put",
    "rely",
    "remove",
    "rename",
    "replace",
    "require",
    "return",
    "reuse",
    "run",
    "ship",
    "split",
    "store",
    "switch",
    "treat",
    "use",
    "wait",
    "write",
];

/// Items and short paragraphs under such a heading that name a way, where nothing is said for or against it.
pub(super) fn dismissed(case: &Case, outline: &Outline, into: &mut Vec<Material>) {
    for (at, head) in outline.heads.iter().enumerate() {
        let above = head.above.and_then(|above| outline.heads.get(above));
        if above.is_some_and(is_of_others) {
            into.extend(headed(case, outline, at));
        }
        if !is_of_others(head) {
            continue;
        }
        let blocks = outline.under(head);
        if is_weighed_together(blocks) {
            continue;
        }
        for item in items(blocks) {
            into.extend(listed(outline, head, item));
        }
    }
}

fn is_of_others(head: &Head) -> bool {
    HEADINGS.iter().any(|word| head.lower.contains(word))
}

/// A way with a heading of its own, and next to nothing under it.
fn headed(case: &Case, outline: &Outline, at: usize) -> Option<Material> {
    let head = outline.heads.get(at)?;
    let blocks = outline.under(head);
    let name = head
        .words
        .split_once(": ")
        .map_or(head.words.as_str(), |(_, name)| name);
    let quoted = quotation(name, head.span)?;
    let words = tokens(&quoted.text);
    let first = words.first()?;
    let usual = [
        "alternative",
        "alternatives",
        "conclusion",
        "context",
        "drawbacks",
        "option",
        "other",
        "overview",
        "prior",
        "proposal",
        "rationale",
        "summary",
    ];
    let does = first.any(DOING) && !first.is("do");
    let none = !does || first.any(&usual) || words.iter().any(|t| t.is("?"));
    let sentences = blocks
        .iter()
        .map(|block| block.sentences.len())
        .sum::<usize>();
    let weighed = blocks
        .iter()
        .any(|block| has(&block.text, WEIGHED) || block.depth > 0);
    let shown = outline
        .source_under(case, at)
        .lines()
        .any(|line| line.starts_with(['`', '|', ' ', '<', '!']));
    let again = outline.speaks_of(&quoted.text, &[head.span], AGAINST);
    if none
        || weighed
        || shown
        || again
        || sentences > 2
        || count(&quoted.text) < 3
        || outline.has_parts(at)
    {
        return None;
    }
    let slots = Slots::from([("action", instruction(&quoted))]);
    Some(super::material("other", slots, head.span, &head.words, 80))
}

/// Whether the words before or after a list weigh what is in it, or the list is of something else.
fn is_weighed_together(blocks: &[Block]) -> bool {
    let Some(first) = blocks.iter().position(|block| block.depth > 0) else {
        return false;
    };
    let after = blocks
        .iter()
        .rposition(|block| block.depth > 0)
        .unwrap_or(first);
    let before = blocks[..first].last().is_some_and(|block| {
        let of_ways = [
            "alternative",
            "alternatives",
            "approach",
            "approaches",
            "considered",
            "ideas",
            "option",
            "options",
        ];
        has(&block.text, WEIGHED) || !has(&block.text, &of_ways)
    });
    let sides = blocks.iter().any(|block| {
        let text = block.text.to_lowercase();
        ["pros", "cons", "advantages", "benefits"]
            .iter()
            .any(|side| text.contains(side) && text.split_whitespace().count() < 4)
    });
    before
        || sides
        || blocks[after + 1..]
            .iter()
            .any(|block| has(&block.text, WEIGHED))
}

fn listed(outline: &Outline, head: &Head, item: &[Block]) -> Option<Material> {
    let [only] = item else { return None };
    let [sentence] = only.sentences.as_slice() else {
        return None;
    };
    let quoted = quotation(sentence, only.span)?;
    let words = tokens(&quoted.text);
    let first = words.first()?;
    let second = words.get(1)?;
    let now = first.is("do") && second.any(&["not", "nothing"]);
    let none = quoted.text.to_lowercase().contains("status quo")
        || first.any(NONE)
        || (first.is("the") && second.any(&["existing", "current"]))
        || now;
    let labelled = words.iter().any(|t| t.any(&[":", "–", "—", "?", "="]));
    let weighed = words.iter().any(|t| t.any(WEIGHED));
    let again = outline.speaks_of(&quoted.text, &[only.span], AGAINST);
    if none || labelled || weighed || again || count(&quoted.text) < 3 {
        return None;
    }
    let verb = usize::from(first.lower.ends_with("ly"));
    let does = words.get(verb).is_some_and(|t| t.any(DOING))
        && !words
            .get(verb + 1)
            .is_some_and(|t| t.any(&["of", "for", "case", "cases"]));
    let told = words.iter().take(4).any(|t| t.any(&["could", "might"]));
    let mut slots = match told {
        true => Slots::from([("way", quoted.clone())]),
        false => Slots::from([("item", quoted.clone())]),
    };
    if does && first.shape == Shape::Word {
        slots.insert("action", instruction(&quoted));
    }
    Some(super::material("other", slots, only.span, &head.words, 88))
}
