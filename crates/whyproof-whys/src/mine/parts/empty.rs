//! Parts with nothing under their heading, and what is still to be written.

use whyproof_case::Case;

use crate::english::tokens;
use crate::material::{Material, Slots};

use super::outline::{Block, Head, Outline};
use super::quote::{count, quotation};

/// Words that say that a part is still to be written.
const LATER: &[&str] = &[
    "tbd",
    "todo",
    "tba",
    "to do",
    "none yet",
    "to be added",
    "to be announced",
    "to be completed",
    "to be decided",
    "to be defined",
    "to be determined",
    "to be discussed",
    "to be done",
    "to be filled",
    "to be written",
    "coming soon",
    "wip",
    "work in progress",
    "fill in",
    "fill me in",
    "placeholder",
    "pending",
];
/// Words that say that there is nothing.
const NOTHING: &[&str] = &[
    "none",
    "nothing",
    "no",
    "none known",
    "none at this time",
    "none that i know of",
];

/// What the templates of proposals ask the author under such headings, left where it stood.
const TEMPLATES: &[&str] = &[
    "why should we *not* do this",
    "what other designs have been considered",
    "discuss prior art",
    "does this feature exist in other programming languages",
];

/// A part that matters to a decision: its name, the words of its heading, whether *None* is something to ask about,
/// and words of other headings that answer for it.
struct Matter {
    name: &'static str,
    headings: &'static [&'static str],
    none: bool,
    answered: &'static [&'static str],
}

const MATTERS: &[Matter] = &[
    Matter {
        name: "empty-drawbacks",
        headings: &[
            "drawbacks",
            "downsides",
            "disadvantages",
            "trade-offs",
            "tradeoffs",
        ],
        none: true,
        answered: &[
            "risk",
            "drawback",
            "downside",
            "concern",
            "trade",
            "limitation",
            "caveat",
        ],
    },
    Matter {
        name: "empty-risks",
        headings: &[
            "risks",
            "risks and mitigations",
            "risk assessment",
            "risks and concerns",
        ],
        none: true,
        answered: &[
            "drawback", "downside", "concern", "caveat", "failure", "security",
        ],
    },
    Matter {
        name: "empty-others",
        headings: &[
            "alternatives",
            "alternatives considered",
            "rejected ideas",
            "rejected alternatives",
            "other options",
            "rationale and alternatives",
            "options considered",
        ],
        none: true,
        answered: &[
            "alternative",
            "rejected",
            "why not",
            "option",
            "instead",
            "rationale",
        ],
    },
    Matter {
        name: "empty-before",
        headings: &[
            "prior art",
            "related work",
            "competitors",
            "what are our competitors doing",
        ],
        none: false,
        answered: &["related", "similar", "other languages", "competit", "prior"],
    },
    Matter {
        name: "empty-security",
        headings: &[
            "security",
            "security implications",
            "security considerations",
            "privacy",
            "privacy considerations",
            "security and privacy",
        ],
        none: false,
        answered: &["secur", "privacy", "threat"],
    },
    Matter {
        name: "empty-tests",
        headings: &["test plan", "testing plan", "testing", "testing strategy"],
        none: false,
        answered: &["test"],
    },
    Matter {
        name: "empty-rollout",
        headings: &[
            "rollout",
            "rollout plan",
            "roll-out",
            "roll out",
            "migration plan",
            "migration",
            "rollback",
            "rollback plan",
            "upgrade / downgrade strategy",
            "rollout, upgrade and rollback planning",
        ],
        none: false,
        answered: &[
            "rollout",
            "roll-out",
            "migrat",
            "rollback",
            "upgrade",
            "transition",
        ],
    },
    Matter {
        name: "empty-success",
        headings: &[
            "metrics",
            "success metrics",
            "success criteria",
            "graduation criteria",
            "key metrics",
            "impact",
            "acceptance criteria",
            "measuring success",
        ],
        none: false,
        answered: &["metric", "success", "criteria", "measur"],
    },
    Matter {
        name: "empty-compat",
        headings: &[
            "backwards compatibility",
            "backward compatibility",
            "compatibility",
            "source compatibility",
            "breaking changes",
            "impact on existing code",
        ],
        none: false,
        answered: &["compat", "breaking", "migrat", "existing code"],
    },
    Matter {
        name: "empty-cost",
        headings: &["cost", "costs", "budget", "resources", "pricing"],
        none: false,
        answered: &["cost", "budget", "pric", "resource"],
    },
];

/// Headings that matter, with nothing under them or words that only say so.
pub(super) fn empty(case: &Case, outline: &Outline, into: &mut Vec<Material>) {
    for (at, head) in outline.heads.iter().enumerate() {
        let plain = head
            .lower
            .trim_end_matches([':', '?'])
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
        let matter = MATTERS
            .iter()
            .find(|matter| matter.headings.contains(&plain));
        let Some(matter) = matter.filter(|_| !outline.has_parts(at)) else {
            continue;
        };
        let Some(said) = said(case, outline, at) else {
            continue;
        };
        let nothing = NOTHING.contains(&said.as_str());
        let told = outline.heads.iter().enumerate().any(|(other, one)| {
            other != at && matter.answered.iter().any(|word| one.lower.contains(word))
        });
        if told || (nothing && !matter.none) {
            continue;
        }
        into.extend(unwritten(outline, head, matter));
    }
}

fn unwritten(outline: &Outline, head: &Head, matter: &Matter) -> Option<Material> {
    let title = outline.title.clone()?;
    let heading = quoted_heading(head)?;
    let slots = Slots::from([("title", title), ("heading", heading)]);
    Some(super::material(
        matter.name,
        slots,
        head.span,
        &head.words,
        84,
    ))
}

fn quoted_heading(head: &Head) -> Option<crate::material::Slot> {
    let words = head.words.trim_end_matches(':').trim();
    (!words.is_empty()).then(|| super::slot(words, head.span))
}

/// What stands between a heading and the next, in small letters, where it says nothing of the matter; none where it
/// does, and where it says that the part does not apply.
fn said(case: &Case, outline: &Outline, at: usize) -> Option<String> {
    let head = outline.heads.get(at)?;
    let source = outline.source_under(case, at);
    let source = without_comments(source);
    let lines: Vec<&str> = source
        .lines()
        .map(str::trim)
        .filter(|line| !is_idle(line))
        .collect();
    let prompts = outline.under(head);
    let whole = lines.join(" ").to_lowercase();
    let quoted = !lines.is_empty() && lines.iter().all(|line| line.starts_with('>'));
    let asked = !prompts.is_empty()
        && prompts
            .iter()
            .flat_map(|block| &block.sentences)
            .all(|one| one.trim().ends_with('?'));
    let template = (quoted || asked) && TEMPLATES.iter().any(|words| whole.contains(words));
    let prompted = template || (!prompts.is_empty() && prompts.iter().all(is_prompt));
    let words = lines.join(" ");
    let words = words
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let later = LATER.contains(&words.as_str()) || NOTHING.contains(&words.as_str());
    (words.is_empty() || later || prompted).then_some(words)
}

/// Whether a line has no words of the author's: the target of a link, a rule, a directive.
fn is_idle(line: &str) -> bool {
    let target = line.starts_with('[') && line.contains("]: ");
    target || line.starts_with(".. _") || !line.contains(|c: char| c.is_alphanumeric())
}

/// Whether a block is a template's question to the author: emphasised, and nothing but questions.
fn is_prompt(block: &Block) -> bool {
    block.emphasised
        && block.text.trim_end_matches(['_', '*', ' ']).ends_with('?')
        && !is_later(block)
}

fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

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
        let Some(heading) = quoted_heading(head) else {
            continue;
        };
        let success = ["success", "metric", "criteria"]
            .iter()
            .any(|word| head.lower.contains(word));
        if success {
            let slots = Slots::from([("item", item), ("heading", heading)]);
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
